import { z } from 'zod';
import { Email, Id, Language, LongText, Name, TimeZone } from './primitives.ts';

/** `outsideHours`: a time outside somebody's working hours is worth telling too. */
export const WaitingInput = z.strictObject({ outsideHours: z.boolean().default(false) });
export const Waiting = z.strictObject({ sessionId: Id, waiting: z.boolean() });

export const QuestionInput = z.strictObject({ text: LongText.refine((text) => text.trim() !== '', 'write what you would like to ask') });
export const QuestionAsked = z.strictObject({ people: z.number().int() });

export const ColleagueInput = z.strictObject({ name: Name, email: Email, language: Language.optional() });

/** What a person may say of themselves. A facilitator's zone is their availability's: that is changed where hours are. */
export const OwnSettings = z.strictObject({ language: Language, timeZone: TimeZone.nullable() }).partial()
  .refine((settings) => Object.keys(settings).length > 0, 'name `language`, `timeZone` or both');

export type WaitingInput = z.output<typeof WaitingInput>;
export type Waiting = z.infer<typeof Waiting>;
export type QuestionAsked = z.infer<typeof QuestionAsked>;
export type ColleagueInput = z.infer<typeof ColleagueInput>;
export type OwnSettings = z.infer<typeof OwnSettings>;
