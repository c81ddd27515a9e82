import { z } from 'zod';
import { Id, IsoDate, minutes, text, WallTime, WallTimeEnd } from './primitives.ts';

const FacilitatorRule = z.enum(['any', 'same', 'each']);
const Gap = minutes(0, 527_040);
const ConfirmWithinHours = z.number().int().min(1).max(336).nullable();
/** A public holiday that is worked on after all: its country and date. */
const HolidayWorked = z.string().regex(/^[A-Z]{2} \d{4}-\d\d-\d\d$/, 'write a country and a date, as in `DK 2026-04-06`');
const shared = {
  /** `same`: one facilitator for all sessions of a cluster; `each`: every facilitator of its topics at least once, where that can be. */
  facilitators: FacilitatorRule.default('any'),
  /** Clusters confirm what a published plan keeps for them within so many hours; null: it is booked at once. */
  confirmWithinHours: ConfirmWithinHours.default(null),
  holidaysWorked: z.array(HolidayWorked).max(1000).default([]),
};

/** What a programme asks of its timetables. */
export const PlanningRules = z.strictObject({
  ...shared,
  /** For each cluster, sessions of `after` begin only so long after those of `before` have ended. */
  orders: z.array(z.strictObject({ before: Id, after: Id, minimumGapMinutes: Gap.default(0) })).max(200).default([]),
});

/** The same in a programme's document, where topics have keys. */
export const PlanningDocument = z.strictObject({
  ...shared,
  orders: z.array(z.strictObject({ before: text(100), after: text(100), minimumGapMinutes: Gap.default(0) })).max(200).default([]),
});

export const PreferenceMark = z.enum(['preferred', 'possible', 'no']);

/** Hours of dates, in the cluster's own zone. What is not marked is possible, except at night. */
export const PreferencesInput = z.strictObject({
  marks: z.array(z.strictObject({ date: IsoDate, from: WallTime, to: WallTimeEnd, mark: PreferenceMark })
    .refine((mark) => mark.from < mark.to, { path: ['to'], message: '`to` must be later than `from`' })).max(2000),
});
export const Preferences = z.strictObject({ clusterId: Id, timeZone: z.string(), marks: PreferencesInput.shape.marks, version: z.number().int() });

/** The preference round, cluster by cluster. */
export const PreferenceRound = z.strictObject({
  clusterId: Id,
  /** Minutes marked so; both 0 and `isMarked` false where it has said nothing yet. */
  preferredMinutes: z.number().int(),
  refusedMinutes: z.number().int(),
  isMarked: z.boolean(),
  /** When its people were last asked by mail to mark their hours. */
  askedAt: z.string().nullable(),
});
export const PreferenceRounds = z.strictObject({ items: z.array(PreferenceRound), nextCursor: z.null() });
export const PreferenceReminderInput = z.strictObject({ clusterIds: z.array(Id).min(1, 'name at least one cluster').max(500) });
/** How many people get one mail each, and the clusters that nobody represents yet. */
export const PreferenceRemindersAsked = z.strictObject({ people: z.number().int(), clustersWithoutPeople: z.array(Id) });

export type PlanningRules = z.output<typeof PlanningRules>;
export type PlanningDocument = z.output<typeof PlanningDocument>;
export type PreferencesInput = z.infer<typeof PreferencesInput>;
export type Preferences = z.infer<typeof Preferences>;
export type PreferenceRound = z.infer<typeof PreferenceRound>;
export type PreferenceRemindersAsked = z.infer<typeof PreferenceRemindersAsked>;
