import { z } from 'zod';
import { Foresight } from './foresight.ts';
import { Id, Version } from './primitives.ts';
import { ProgrammeCreated } from './programmes.ts';

/** A programme that is still being set up. `document` is what has been filled in so far; nothing in it need be right yet. */
export const DraftInput = z.strictObject({ name: z.string().max(200).regex(/^[^\u0000]*$/, 'remove the NUL character'), document: z.record(z.string().max(100), z.unknown()) });
export const Draft = z.strictObject({ id: Id, ...DraftInput.shape, createdAt: z.string(), changedAt: z.string(), version: Version });
export const DraftSummary = Draft.omit({ document: true });

/** What a programme's document would make, and what is coming for it; nothing of it is kept, so its identifiers name nothing outside this answer. */
export const Rehearsal = z.strictObject({ made: ProgrammeCreated, foresight: Foresight });

export type DraftInput = z.infer<typeof DraftInput>;
export type Draft = z.infer<typeof Draft>;
export type DraftSummary = z.infer<typeof DraftSummary>;
export type Rehearsal = z.infer<typeof Rehearsal>;
