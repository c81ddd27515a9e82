import type { Session } from '../../../../shared/api/sessions.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { byStart } from '../../api/sessions.ts';
import { length, merged, type MinuteSpan, without } from '../../format/spans.ts';
import { wallAt, weekdayWord, dayShort, dayWords } from '../../format/time.ts';
import { addDays, instantOf, weekdayOf } from '../../format/zoned.ts';
import type { Form } from './availability-form.ts';
import { type Column, hoursOfColumn, isChanged } from './week-hours.ts';

/** What stands in a day already. Painting leaves what is booked alone; what one's own calendar says is no booking, and hours under it may be opened. */
export interface Block extends MinuteSpan {
  kind: 'booked' | 'busy';
  text: string;
}

/** One day of the grid. */
export interface DayColumn {
  column: Column;
  name: string;
  short: string;
  /** Where there is room for hardly anything. */
  tab: string;
  /** Null in the pattern, which has no dates. */
  date: string | null;
  /** Where its hours are read: at home, or where one travels. */
  zone: string;
  hours: readonly MinuteSpan[];
  isChanged: boolean;
  isAway: boolean;
  blocks: readonly Block[];
}

/** A cell of the grid. */
export const CELL_MINUTES = 30;

/** Clocks are set by whole quarters of an hour, wherever they are. */
const STEP_MINUTES = 15;

export const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

export function patternColumns(form: Form, zone: string): DayColumn[] {
  return WEEK.map((weekday) => ({
    column: { weekday }, name: weekdayWord(weekday), short: weekdayWord(weekday, 'short'), tab: weekdayWord(weekday, 'short'), date: null, zone,
    hours: hoursOfColumn(form, { weekday }), isChanged: false, isAway: false, blocks: [],
  }));
}

/** The seven dates from a Monday on, with what stands in them. */
export function weekColumns(form: Form, home: string, monday: string, blocksOn: BlocksOn, now: number): DayColumn[] {
  return WEEK.map((weekday) => dayColumn(form, home, addDays(monday, weekday - 1), blocksOn, now));
}

/** What stands in a date, on the clock that is read there. */
export type BlocksOn = (date: string, zone: string) => readonly Block[];

export function dayColumn(form: Form, home: string, date: string, blocksOn: BlocksOn, now: number): DayColumn {
  const zone = form.travel.find(({ from, until }) => from <= date && date <= until)?.timeZone || home;
  return {
    column: { date }, name: dayWords(date, now), short: dayShort(date), tab: `${weekdayWord(weekdayOf(date), 'short')} ${Number(date.slice(8))}`, date, zone,
    hours: hoursOfColumn(form, { date }), isChanged: isChanged(form, { date }), isAway: zone !== home, blocks: blocksOn(date, zone),
  };
}

/** A facilitator's agreed sessions on one date, as minutes of it. */
export function bookedOn(sessions: readonly Session[], catalogue: Catalogue, date: string, zone: string): Block[] {
  return byStart(sessions).flatMap(({ booking, clusterId }) => blockOn({ start: Date.parse(booking.start), end: Date.parse(booking.end) }, date, zone)
    .map((span) => ({ ...span, kind: 'booked' as const, text: catalogue.clusters.get(clusterId)?.name ?? '' })));
}

/** The part of an instant span that lies on a date; one at most. */
export function blockOn({ start, end }: { start: number; end: number }, date: string, zone: string): MinuteSpan[] {
  const first = wallAt(start, zone);
  const last = wallAt(end, zone);
  if (first.date > date || last.date < date) return [];
  const from = first.date < date ? 0 : first.minutes;
  const to = last.date > date ? 1440 : last.minutes;
  return from < to ? [{ from, to }] : [];
}

/** Whether the clocks jump over this wall time: it cannot be opened, since nobody's clock ever shows it. */
export function isSkipped(date: string | null, minutes: number, zone: string): boolean {
  if (date === null) return false;
  const wall = wallAt(instantOf(date, minutes, zone), zone);
  return wall.date !== date || wall.minutes !== minutes;
}

/** What of a span may be painted: not what is booked, nor what the clocks jump over. */
export function freeParts({ blocks, date, zone }: Pick<DayColumn, 'blocks' | 'date' | 'zone'>, span: MinuteSpan): MinuteSpan[] {
  const skipped: MinuteSpan[] = [];
  for (let from = span.from; from < span.to; from += STEP_MINUTES) {
    if (isSkipped(date, from, zone)) skipped.push({ from, to: from + STEP_MINUTES });
  }
  return [...blocks.filter(isBooked), ...merged(skipped)].reduce<MinuteSpan[]>((parts, taken) => without(parts, taken), [span]);
}

export function isBooked({ kind }: Block): boolean {
  return kind === 'booked';
}

/** Minutes that are open in all the columns together. */
export function openMinutes(form: Form, columns: readonly Pick<DayColumn, 'column'>[]): number {
  return columns.reduce((sum, { column }) => sum + length(hoursOfColumn(form, column)), 0);
}

export function mondayOf(date: string): string {
  return addDays(date, 1 - weekdayOf(date));
}
