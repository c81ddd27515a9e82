import { minutesOf } from '../../format/hours.ts';
import { areSame, covered, merged, type MinuteSpan, without } from '../../format/spans.ts';
import { clockOf } from '../../format/time.ts';
import { weekdayOf } from '../../format/zoned.ts';
import { type Form, line, type Rule } from './availability-form.ts';

/** What one column of the grid shows and paints: an ISO weekday of the pattern, or a date. */
export type Column = { weekday: number } | { date: string };

/** One stroke: which columns, from when to when, opened or closed. */
export interface Stroke {
  columns: readonly Column[];
  span: MinuteSpan;
  open: boolean;
}

/** The hours that a column shows: of a weekday those that hold for good, of a date those that hold on it. */
export function hoursOfColumn(form: Pick<Form, 'rules' | 'overrides'>, column: Column): MinuteSpan[] {
  if ('weekday' in column) return weekdayHours(form.rules.filter(holdsForGood), column.weekday);
  const override = form.overrides.find(({ date }) => date === column.date);
  return override ? merged(override.spans.map(minutes)) : patternOn(form.rules, column.date);
}

/** What the pattern says of a date, whatever that date's own hours are. */
export function patternOn(rules: readonly Rule[], date: string): MinuteSpan[] {
  const valid = rules.filter(({ validFrom, validUntil }) => (validFrom ?? date) <= date && date <= (validUntil ?? date));
  return weekdayHours(valid, weekdayOf(date));
}

export function isChanged(form: Pick<Form, 'overrides'>, column: Column): boolean {
  return 'date' in column && form.overrides.some(({ date }) => date === column.date);
}

/**
 * The form after a stroke. A date takes over the pattern's hours before its first change, and gives them up when it says
 * the same as the pattern again. Hours of the pattern that hold between two dates only are left alone.
 */
export function painted(form: Form, { columns, span, open }: Stroke): Form {
  return columns.reduce((before, column) => withHours(before, column, open ? merged([...hoursOfColumn(before, column), span]) : without(hoursOfColumn(before, column), span)), form);
}

export function withHours(form: Form, column: Column, spans: readonly MinuteSpan[]): Form {
  return 'weekday' in column ? withWeekday(form, column.weekday, spans) : withDate(form, column.date, spans);
}

/** Takes a date's own hours away: the pattern holds again. */
export function withoutChanges(form: Form, dates: readonly string[]): Form {
  return { ...form, overrides: form.overrides.filter(({ date }) => !dates.includes(date)) };
}

/** `open`, `closed`, or `partly` where hours do not keep to the grid. */
export function stateOf(hours: readonly MinuteSpan[], cell: MinuteSpan): 'open' | 'closed' | 'partly' {
  const open = covered(hours, cell);
  if (open === 0) return 'closed';
  return open === cell.to - cell.from ? 'open' : 'partly';
}

function withWeekday(form: Form, weekday: number, spans: readonly MinuteSpan[]): Form {
  const lasting = form.rules.filter(holdsForGood);
  const week = [1, 2, 3, 4, 5, 6, 7].map((day) => (day === weekday ? spans : weekdayHours(lasting, day)));
  return { ...form, rules: [...rulesOf(week, lasting), ...form.rules.filter((rule) => !holdsForGood(rule))] };
}

/** As few rules as say it: one for each span, with the days that have it. A rule that says the same as before keeps its line. */
function rulesOf(week: readonly (readonly MinuteSpan[])[], before: Form['rules']): Form['rules'] {
  const days = new Map<string, number[]>();
  week.forEach((spans, index) => spans.forEach(({ from, to }) => {
    const key = `${clockOf(from)} ${clockOf(to)}`;
    days.set(key, [...days.get(key) ?? [], index + 1]);
  }));
  return [...days].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, of]) => {
    const [from = '', to = ''] = key.split(' ');
    const rule = { days: of as Rule['days'], from, to };
    return before.find((old) => old.from === from && old.to === to && old.days.join() === of.join()) ?? line<Rule>(rule);
  });
}

function withDate(form: Form, date: string, spans: readonly MinuteSpan[]): Form {
  const others = withoutChanges(form, [date]);
  if (areSame(spans, patternOn(form.rules, date))) return others;
  const own = line({ date, spans: spans.map(({ from, to }) => line({ from: clockOf(from), to: clockOf(to) })) });
  return { ...others, overrides: [...others.overrides, own].toSorted((a, b) => (a.date < b.date ? -1 : 1)) };
}

function weekdayHours(rules: readonly Rule[], weekday: number): MinuteSpan[] {
  return merged(rules.filter(({ days, from, to }) => (days as readonly number[]).includes(weekday) && from < to).map(minutes));
}

function holdsForGood({ validFrom, validUntil }: Rule): boolean {
  return validFrom === undefined && validUntil === undefined;
}

function minutes({ from, to }: { from: string; to: string }): MinuteSpan {
  return { from: minutesOf(from), to: minutesOf(to) };
}
