import { epochDay, wallMinutes, weekdayOf } from './calendar-date.ts';
import type { Instant } from './interval.ts';
import type { Availability, DatedOverride, Travel, WallSpan, WeeklyRule } from './programme.ts';
import { localDay } from './wall-time.ts';

/**
 * An availability as the engine reads it: days are epoch days, times are minutes. Compile it once per version of its
 * row; it does not change and depends on no clock.
 */
export interface Schedule {
  readonly timeZone: string;
  /** What a week looks like from a day on, until the next era; the first began before all days. */
  readonly eras: readonly Era[];
  /** By epoch day. */
  readonly overrides: ReadonlyMap<number, DaySpans>;
  /** Days spent in other zones, sorted, none twice. */
  readonly stays: readonly Stay[];
}

export interface Era {
  readonly firstDay: number;
  /** Monday first. */
  readonly weekdays: readonly DaySpans[];
}

/** Spans of one day as minutes, `from, to, from, to, …`. */
export interface DaySpans {
  /** As the rules give them: on the day of a clock change each counts for itself. */
  readonly given: readonly number[];
  /** Their union, sorted: the same on every other day. */
  readonly merged: readonly number[];
}

/** Days on which a facilitator's rules are read in one zone, both inclusive. */
export interface Stay {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly timeZone: string;
}

const NOTHING: DaySpans = { given: [], merged: [] };

/**
 * Reads weekly rules, dated overrides and travel of a facilitator at home in `timeZone`. Several overrides of one date
 * add up; where periods of travel overlap, the later in the list holds. Throws RangeError for a span that does not end
 * after it starts, and for what is no date or wall time.
 */
export function compileAvailability(availability: Availability, timeZone: string): Schedule {
  return {
    timeZone,
    eras: eras(availability.rules),
    overrides: overrides(availability.overrides),
    stays: stays(availability.travel ?? []),
  };
}

/** What is given for a day. */
export function spansOn({ eras: all, overrides: dated }: Schedule, day: number): DaySpans {
  const override = dated.size > 0 ? dated.get(day) : undefined;
  return override ?? eraOn(all, day).weekdays[weekdayOf(day) - 1]!;
}

/** The stretches of days in one zone that make up `firstDay` to `lastDay`, in order. */
export function stretches({ timeZone, stays: away }: Pick<Schedule, 'timeZone' | 'stays'>, firstDay: number, lastDay: number): Stay[] {
  const parts: Stay[] = [];
  let day = firstDay;
  for (const stay of away) {
    if (stay.lastDay < day || stay.firstDay > lastDay) continue;
    if (stay.firstDay > day) parts.push({ firstDay: day, lastDay: stay.firstDay - 1, timeZone });
    parts.push({ ...stay, firstDay: Math.max(day, stay.firstDay), lastDay: Math.min(stay.lastDay, lastDay) });
    day = stay.lastDay + 1;
  }
  if (day <= lastDay) parts.push({ firstDay: day, lastDay, timeZone });
  return parts;
}

/** The zone a facilitator is in at an instant: at home, or where their travel has taken them. */
export function zoneAt({ timeZone, stays: away }: Pick<Schedule, 'timeZone' | 'stays'>, instant: Instant): string {
  const there = away.find((stay) => {
    const day = localDay(instant, stay.timeZone);
    return stay.firstDay <= day && day <= stay.lastDay;
  });
  return there?.timeZone ?? timeZone;
}

function eraOn(all: readonly Era[], day: number): Era {
  let index = all.length - 1;
  while (all[index]!.firstDay > day) index -= 1;
  return all[index]!;
}

interface DatedRule extends WeeklyRule {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly minutes: readonly [number, number];
}

function eras(rules: readonly WeeklyRule[]): Era[] {
  const dated = rules.map(datedRule);
  const borders = dated.flatMap(({ firstDay, lastDay }) => [firstDay, lastDay + 1]);
  const starts = [...new Set([Number.NEGATIVE_INFINITY, ...borders])].filter((day) => day < Number.POSITIVE_INFINITY);
  return starts.toSorted((a, b) => (a < b ? -1 : 1)).map((firstDay) => {
    const valid = dated.filter((rule) => rule.firstDay <= firstDay && firstDay <= rule.lastDay);
    return { firstDay, weekdays: ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) =>
      daySpans(valid.filter(({ days }) => days.includes(weekday)).map(({ minutes }) => minutes))) };
  });
}

function datedRule(rule: WeeklyRule): DatedRule {
  const firstDay = rule.validFrom === undefined ? Number.NEGATIVE_INFINITY : epochDay(rule.validFrom);
  const lastDay = rule.validUntil === undefined ? Number.POSITIVE_INFINITY : epochDay(rule.validUntil);
  if (lastDay < firstDay) throw new RangeError(`a rule valid until ${rule.validUntil} cannot begin on ${rule.validFrom}`);
  return { ...rule, firstDay, lastDay, minutes: minutesOf(rule) };
}

function minutesOf(span: WallSpan): [number, number] {
  const from = wallMinutes(span.from);
  const to = wallMinutes(span.to);
  if (to <= from) throw new RangeError(`a span must end after it starts: ${span.from} to ${span.to}`);
  return [from, to];
}

function overrides(dated: readonly DatedOverride[]): Map<number, DaySpans> {
  const spans = new Map<number, [number, number][]>();
  for (const { date, spans: added } of dated) {
    const day = epochDay(date);
    spans.set(day, [...spans.get(day) ?? [], ...added.map(minutesOf)]);
  }
  return new Map([...spans].map(([day, given]) => [day, daySpans(given)]));
}

function daySpans(spans: readonly (readonly [number, number])[]): DaySpans {
  if (spans.length === 0) return NOTHING;
  const merged: number[] = [];
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    const end = merged.at(-1);
    if (end !== undefined && from <= end) merged[merged.length - 1] = Math.max(end, to);
    else merged.push(from, to);
  }
  return { given: spans.flat(), merged };
}

/** Cuts earlier stays where later ones of the list begin or end. */
function stays(travel: readonly Travel[]): Stay[] {
  let cut: Stay[] = [];
  for (const { from, until, timeZone } of travel) {
    const stay = { firstDay: epochDay(from), lastDay: epochDay(until), timeZone };
    if (stay.lastDay < stay.firstDay) throw new RangeError(`travel until ${until} cannot begin on ${from}`);
    cut = [...cut.flatMap((other) => outside(other, stay)), stay];
  }
  return cut.toSorted((a, b) => a.firstDay - b.firstDay);
}

function outside(other: Stay, stay: Stay): Stay[] {
  return [
    { ...other, lastDay: Math.min(other.lastDay, stay.firstDay - 1) },
    { ...other, firstDay: Math.max(other.firstDay, stay.lastDay + 1) },
  ].filter(({ firstDay, lastDay }) => firstDay <= lastDay);
}
