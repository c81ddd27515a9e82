import { z } from 'zod';
import { PlanReason } from './plans.ts';
import { Id, IsoDate } from './primitives.ts';

/** What can be known before a programme starts, and whenever something changes. */
export const Foresight = z.strictObject({
  now: z.string(),
  /** For each virtual phase, cluster and facilitator who teaches one of its topics: what they have in common before anything is booked. */
  pairs: z.array(z.strictObject({
    phaseId: Id,
    clusterId: Id,
    facilitatorId: Id,
    /** Minutes that lie inside both sides' hours and the facilitator's availability, where a session fits. */
    commonMinutes: z.number().int(),
    /** The same with early and late hours: all but the cluster's night. */
    wakingMinutes: z.number().int(),
    /** Starts of sessions in them. */
    commonStarts: z.number().int(),
    wakingStarts: z.number().int(),
  })),
  /** Whose clocks change within the programme. */
  clockChanges: z.array(z.strictObject({
    timeZone: z.string(),
    at: z.string(),
    /** As minutes east of UTC. */
    before: z.number(),
    after: z.number(),
    clusterIds: z.array(Id),
    facilitatorIds: z.array(Id),
  })),
  /** Days on which nobody works in somebody's country. `key` switches one off: it goes into the programme's `holidaysWorked`. */
  holidays: z.array(z.strictObject({
    key: z.string(),
    country: z.string(),
    date: IsoDate,
    name: z.string(),
    englishName: z.string(),
    worked: z.boolean(),
    clusterIds: z.array(Id),
    facilitatorIds: z.array(Id),
  })),
  /** By phase and topic: sessions still to book, and how many its facilitators could give in that phase if they gave nothing else. */
  supply: z.array(z.strictObject({ phaseId: Id, topicId: Id, facilitators: z.number().int(), demand: z.number().int(), supply: z.number().int() })),
  /** By phase: the same of all topics together, each facilitator counted once. */
  phases: z.array(z.strictObject({ phaseId: Id, demand: z.number().int(), supply: z.number().int() })),
  /** Open sessions that have no place at all as things are, and why. */
  unfit: z.array(z.strictObject({ sessionId: Id, clusterId: Id, topicId: Id, reason: PlanReason })),
});
export type Foresight = z.infer<typeof Foresight>;
