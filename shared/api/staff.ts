import { z } from 'zod';
import { Email, Id, Language, Name, TimeZone } from './primitives.ts';

/** Who runs a programme (a coordinator), or reads it (an observer). Without a zone: the programme's. */
export const StaffInput = z.strictObject({ name: Name, email: Email, language: Language.default('en'), timeZone: TimeZone.optional() });
export const Staff = z.strictObject({ id: Id, programmeId: Id, name: Name, email: Email, language: Language, timeZone: TimeZone });

export type StaffInput = z.output<typeof StaffInput>;
export type Staff = z.infer<typeof Staff>;
