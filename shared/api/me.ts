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
  /** What else the same address is, here or in another programme. */
  alsoAs: z.array(z.strictObject({ role: Role, id: Id, programmeId: Id, programmeName: z.string() })),
});

export const SignIn = z.strictObject({ email: Email });
/** `code`: six digits, for when the link is opened in another browser; to be shown where it was asked for. */
export const SignInAsked = z.strictObject({ detail: z.string(), code: z.string(), validMinutes: z.number().int() });
export const SignInConfirmation = z.strictObject({
  token: z.string().min(20).max(100),
  /** Needed in another browser than the one that asked. */
  code: z.string().regex(/^\d{3} ?\d{3}$/, 'six digits').optional(),
});

/** A browser that is signed in. */
export const Device = z.strictObject({ id: Id, device: z.string(), signedInAt: z.string(), seenAt: z.string(), isThis: z.boolean() });
export const RoleChoice = z.strictObject({ role: Role.exclude(['owner']), id: Id });

export type Role = z.infer<typeof Role>;
export type Me = z.infer<typeof Me>;
export type OtherRole = Me['alsoAs'][number];
export type SignInAsked = z.infer<typeof SignInAsked>;
export type Device = z.infer<typeof Device>;
export type RoleChoice = z.infer<typeof RoleChoice>;
