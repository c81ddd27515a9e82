import { z } from 'zod';
import { IsoDate, TimeZone, WallSpan, WallTime, WallTimeEnd, Weekdays } from './primitives.ts';

export const WeeklyRule = z.strictObject({
  days: Weekdays,
  from: WallTime,
  to: WallTimeEnd,
  validFrom: IsoDate.optional(),
  validUntil: IsoDate.optional(),
}).superRefine((rule, context) => {
  if (rule.to <= rule.from) {
    context.addIssue({ code: 'custom', path: ['to'], message: '`to` must be later than `from`; a span past midnight is two rules' });
  }
  if (rule.validFrom !== undefined && rule.validUntil !== undefined && rule.validUntil < rule.validFrom) {
    context.addIssue({ code: 'custom', path: ['validUntil'], message: '`validUntil` must not be before `validFrom`' });
  }
});

export const DatedOverride = z.strictObject({ date: IsoDate, spans: z.array(WallSpan).max(48) });

export const Travel = z.strictObject({ from: IsoDate, until: IsoDate, timeZone: TimeZone })
  .refine((travel) => travel.from <= travel.until, { path: ['until'], message: '`until` must not be before `from`' });

export const Availability = z.strictObject({
  rules: z.array(WeeklyRule).max(200),
  overrides: z.array(DatedOverride).max(1000).default([]),
  travel: z.array(Travel).max(100).optional(),
}).superRefine((availability, context) => {
  const seen = new Set<string>();
  availability.overrides.forEach(({ date }, index) => {
    if (seen.has(date)) context.addIssue({ code: 'custom', path: ['overrides', index, 'date'], message: 'this date has two overrides; put their spans into one' });
    seen.add(date);
  });
  const journeys = (availability.travel ?? []).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  journeys.forEach((journey, index) => {
    const before = journeys[index - 1];
    if (before && journey.from <= before.until) context.addIssue({ code: 'custom', path: ['travel'], message: 'two journeys share a day; end one before the next begins' });
  });
});

export const AvailabilityAnswer = z.strictObject({
  rules: z.array(WeeklyRule),
  overrides: z.array(DatedOverride),
  travel: z.array(Travel),
  timeZone: TimeZone,
  version: z.number().int(),
});

export type Availability = z.infer<typeof Availability>;
export type AvailabilityAnswer = z.infer<typeof AvailabilityAnswer>;
