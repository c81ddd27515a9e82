import { z } from 'zod';
import { Email, Id, Language, TimeZone } from './primitives.ts';

export const Role = z.enum(['owner', 'coordinator', 'facilitator', 'representative', 'observer']);

/** Who is asking: a representative also has `clusterId`; the owner no person and no programme of their own. */
export const Me = z.strictObject({
  role: Role,
  id: Id.nullable(),
  name: z.string(),
  language: Language,
  /** The zone times are shown in: their own, else their cluster's or programme's. */
  timeZone: TimeZone,
  programmeId: Id.nullable(),
  clusterId: Id.nullable(),
  facilitatorId: Id.nullable(),
});

export const SignIn = z.strictObject({ email: Email });
export const SignInConfirmation = z.strictObject({ token: z.string().min(20).max(100) });

export type Role = z.infer<typeof Role>;
export type Me = z.infer<typeof Me>;
