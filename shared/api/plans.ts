import { z } from 'zod';
import { Id, Instant, IsoDate } from './primitives.ts';
import { Comfort, Side } from './slots.ts';

const Weight = z.number().int('a weight is a whole number').min(0).max(1000);

/** With weights, what comes after placing is one weighed sum instead of one after the other; what is not named weighs nothing. */
export const PlanWeights = z.strictObject({ discomfort: Weight, share: Weight, load: Weight, preferences: Weight, spread: Weight }).partial();

export const PlanAbsence = z.strictObject({ facilitatorId: Id, from: IsoDate, until: IsoDate })
  .refine((absence) => absence.from <= absence.until, { path: ['until'], message: '`until` must not be before `from`' })
  .refine((absence) => Date.parse(absence.until) - Date.parse(absence.from) <= 366 * 86_400_000, { path: ['until'], message: 'an absence lasts 366 days at most' });

export const PlanPin = z.strictObject({ sessionId: Id, facilitatorId: Id, start: Instant });

export const PlanInput = z.strictObject({
  /** Sessions to place; default: all that are open. Booked ones named here may move. */
  sessionIds: z.array(Id).min(1).max(5000).optional(),
  /** Whether bookings stay where they are: `true` (default) all do, `false` none must, or the ids of those sessions whose bookings do. */
  keep: z.union([z.boolean(), z.array(Id).max(5000)]).optional(),
  weights: PlanWeights.optional(),
  pins: z.array(PlanPin).max(5000).optional(),
  /** Facilitators away on dates of their own zone: bookings are mended with the fewest moves. */
  away: z.array(PlanAbsence).min(1).max(100).optional(),
});

export const PlanPatch = z.strictObject({
  placements: z.array(z.strictObject({
    sessionId: Id,
    /** Stays where it is when the plan is solved again. */
    pinned: z.boolean().optional(),
    /** Move it: to a place that is free and allowed, as `GET /plans/:id/places` lists them. */
    facilitatorId: Id.optional(),
    start: Instant.optional(),
    /** Take its place away; alone. It has none until it is moved or the plan is solved again. */
    unplaced: z.literal(true).optional(),
  })).min(1).max(1000),
});

export const PlanState = z.enum(['solving', 'ready', 'failed', 'stopped', 'published']);
export const ObjectiveName = z.enum(['lost', 'unplaced', 'unmet', 'moved', 'discomfort', 'share', 'load', 'preferences', 'spread', 'weighed']);

/** Why a session has no place. */
export const PlanCause = z.enum([
  'pin-gone', 'taken-away', 'stopped', 'no-facilitator', 'nobody-available', 'too-soon', 'away', 'no-common-hour', 'hours-refused', 'all-taken', 'cluster-full', 'topic-order', 'facilitator-rule', 'needed-by-others',
]);
/** What somebody would have to allow, so that it had one. */
export const PlanRelaxationCause = z.enum([
  'allow-night-hour', 'more-hours', 'give-up-refusal', 'facilitator-day-limit', 'cluster-day-limit', 'less-buffer', 'less-gap', 'drop-order', 'other-facilitator', 'shorter-notice',
]);
/** Why a placement can no longer be booked as planned. */
export const PlanGoneCause = z.enum([
  'removed', 'being-chosen', 'done', 'missed', 'waived', 'begun', 'booked-meanwhile', 'booked-anew', 'booking-cancelled', 'away',
  'no-facilitator', 'outside-phase', 'outside-availability', 'off-grid', 'too-soon', 'facilitator-engaged', 'facilitator-busy', 'busy-unknown', 'facilitator-day-full', 'cluster-engaged', 'cluster-day-full', 'outside-hours', 'outside-range',
]);

/** A place for one session, with what it costs either side. */
export const PlanPlace = z.strictObject({
  facilitatorId: Id,
  start: z.string(),
  end: z.string(),
  /** On the cluster's clock and the facilitator's, with their offsets. */
  localStart: z.string(),
  facilitatorLocalStart: z.string(),
  facilitatorTimeZone: z.string(),
  outsideHours: z.array(Side),
  comfort: z.strictObject({ cluster: Comfort, facilitator: Comfort }),
  /** Unsocial minutes: each outside someone's hours counts once within an hour of them, twice within two, eight times at most. */
  discomfort: z.strictObject({ cluster: z.number().int(), facilitator: z.number().int() }),
  /** The cluster asked for other hours. */
  unwished: z.boolean(),
});

export const PlanPlacement = PlanPlace.extend({
  sessionId: Id,
  clusterId: Id,
  topicId: Id,
  pinned: z.boolean(),
  /** Where its booking is now, if it has one. */
  present: z.strictObject({ bookingId: Id, facilitatorId: Id, start: z.string(), end: z.string() }).nullable(),
  /** Differs from `present`. */
  moved: z.boolean(),
  /** Why it can no longer be booked as planned, in English and as a cause; null while it can. */
  gone: z.string().nullable(),
  goneCause: PlanGoneCause.nullable(),
});

/** A cause, with what it is about, for clients to say in their own language: names, ISO dates, wall times, zones, numbers, and lists of names. `text` says the same in English. */
export const PlanReason = z.strictObject({
  cause: z.union([PlanCause, PlanRelaxationCause]),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  text: z.string(),
});

export const PlanUnplaced = z.strictObject({
  sessionId: Id,
  clusterId: Id,
  topicId: Id,
  /** In English. */
  why: z.string(),
  reason: PlanReason,
  /** The smallest change found that would place it, all other sessions keeping theirs or finding another; null when none was found. */
  relaxation: PlanReason.nullable(),
});

export const PlanMeasures = z.strictObject({
  placed: z.number().int(),
  unplaced: z.number().int(),
  moved: z.number().int(),
  /** Unsocial minutes of everyone, in the sessions placed. */
  discomfort: z.number().int(),
  /** The unsocial minutes of whoever bears most, past ones included. */
  largestShare: z.number().int(),
  unwished: z.number().int(),
  /** Pairs of a cluster's sessions on neighbouring days, twice on one day. */
  closeness: z.number().int(),
  loads: z.array(z.strictObject({ facilitatorId: Id, before: z.number().int(), planned: z.number().int() })),
  /** Everyone's unsocial minutes in this programme. */
  ledger: z.array(z.strictObject({ side: Side, id: Id, before: z.number().int(), planned: z.number().int() })),
  /** In the order in which they counted: each as low as it goes, then the next. */
  objectives: z.array(z.strictObject({
    name: ObjectiveName,
    value: z.number().int(),
    /** No timetable can be below this, given the objectives before it. */
    bound: z.number().int(),
    /** `(value − bound) / max(value, sessions)`. */
    gap: z.number(),
    proven: z.boolean(),
  })),
});

/** What the solver is at. */
export const PlanSoFar = z.strictObject({
  /** In the best timetable so far. */
  placed: z.number().int(),
  /** What is being brought down now, what it is at, and how low it can be at all; null while that is not known. */
  objective: ObjectiveName,
  value: z.number().int(),
  bound: z.number().int().nullable(),
  /** As in the measures: how much may be missing; null while that is not known. */
  gap: z.number().nullable(),
  /** Since solving began. */
  seconds: z.number().int(),
});

export const Plan = z.strictObject({
  id: Id,
  programmeId: Id,
  state: PlanState,
  /** 0 to 1. */
  progress: z.number(),
  /** While it is being solved; null before there is a timetable, and once it is done. */
  soFar: PlanSoFar.nullable(),
  /** The largest gap of any objective; null before there is a timetable. */
  gap: z.number().nullable(),
  /** Every objective has been proven to be as low as it goes. Not after a change by hand. */
  proven: z.boolean(),
  sessionIds: z.array(Id),
  away: z.array(PlanAbsence),
  placements: z.array(PlanPlacement),
  unplaced: z.array(PlanUnplaced),
  measures: PlanMeasures.nullable(),
  /** Somebody has changed it by hand since it was solved. */
  changedByHand: z.boolean(),
  /** Why it failed. */
  error: z.string().nullable(),
  createdAt: z.string(),
  publishedAt: z.string().nullable(),
  version: z.number().int(),
});

export const PlanSummary = Plan.pick({ id: true, programmeId: true, state: true, progress: true, gap: true, proven: true, away: true, error: true, createdAt: true, publishedAt: true, version: true })
  .extend({ placed: z.number().int(), unplaced: z.number().int() });

/** Which session: it has to be named. */
export const PlanPlaceFilter = z.strictObject({ sessionId: Id.optional() });
export const PlanPlaces = z.strictObject({ sessionId: Id, places: z.array(PlanPlace) });

/** A mail as it would be sent; its links lead nowhere before it is. `NOTICE`: no invitation yet, where clusters confirm each. */
export const PlanLetters = z.strictObject({
  sessionId: Id,
  letters: z.array(z.strictObject({ to: z.string(), name: z.string(), role: z.enum(['facilitator', 'representative']), method: z.enum(['REQUEST', 'CANCEL', 'NOTICE']), subject: z.string(), text: z.string() })),
});

export const PlanSolutionInput = z.strictObject({
  /** Only what can no longer be booked as planned is placed anew; everything else stays as if pinned. */
  gone: z.literal(true).optional(),
  weights: PlanWeights.optional(),
});

export const PlanPublication = z.strictObject({
  planId: Id,
  /** Bookings made, and bookings moved in place. Where clusters confirm each, the holds they confirm. */
  booked: z.array(z.strictObject({ sessionId: Id, bookingId: Id })),
  moved: z.array(z.strictObject({ sessionId: Id, bookingId: Id })),
  offered: z.array(z.strictObject({ sessionId: Id, holdId: Id, expiresAt: z.string() })),
});

export type PlanInput = z.infer<typeof PlanInput>;
export type PlanPatch = z.infer<typeof PlanPatch>;
export type PlanState = z.infer<typeof PlanState>;
export type PlanSoFar = z.infer<typeof PlanSoFar>;
export type PlanWeights = z.infer<typeof PlanWeights>;
export type PlanPlace = z.infer<typeof PlanPlace>;
export type PlanPlacement = z.infer<typeof PlanPlacement>;
export type PlanCause = z.infer<typeof PlanCause>;
export type PlanRelaxationCause = z.infer<typeof PlanRelaxationCause>;
export type PlanGoneCause = z.infer<typeof PlanGoneCause>;
export type PlanReason = z.infer<typeof PlanReason>;
export type PlanUnplaced = z.infer<typeof PlanUnplaced>;
export type PlanMeasures = z.infer<typeof PlanMeasures>;
export type Plan = z.infer<typeof Plan>;
export type PlanSummary = z.infer<typeof PlanSummary>;
export type PlanPlaces = z.infer<typeof PlanPlaces>;
export type PlanSolutionInput = z.infer<typeof PlanSolutionInput>;
export type PlanPublication = z.infer<typeof PlanPublication>;
export type PlanLetters = z.infer<typeof PlanLetters>;
