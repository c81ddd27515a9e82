import type { Preferences } from '../../../../shared/api/planning.ts';
import { minutesOf } from '../../format/hours.ts';
import type { MinuteSpan } from '../../format/spans.ts';
import { clockOf } from '../../format/time.ts';
import { addDays, weekdayOf } from '../../format/zoned.ts';

export type Marks = Preferences['marks'];
export type Mark = Marks[number]['mark'];
/** `none` takes a mark away. */
export type Brush = Mark | 'none';

/** What a cell says: the one mark that covers it, the first of several, or that there is none. */
export function markOf(marks: Marks, date: string, cell: MinuteSpan): Brush {
  return marks.find((mark) => mark.date === date && minutesOf(mark.from) < cell.to && cell.from < minutesOf(mark.to))?.mark ?? 'none';
}

/** The marks after one stroke over some dates: what was said of those minutes before is gone. */
export function marked(marks: Marks, dates: readonly string[], spans: (date: string) => readonly MinuteSpan[], brush: Brush): Marks {
  return tidied(dates.reduce<Marks>((all, date) => spans(date).reduce<Marks>((each, span) => over(each, date, span, brush), all), [...marks]));
}

/** Every mark of one week on the same weekdays of other weeks, in the place of theirs. */
export function copiedTo(marks: Marks, monday: string, others: readonly string[]): Marks {
  const source = marks.filter(({ date }) => isIn(date, monday));
  const kept = marks.filter(({ date }) => !others.some((other) => isIn(date, other)));
  return tidied([...kept, ...others.flatMap((other) => source.map((mark) => ({ ...mark, date: addDays(other, weekdayOf(mark.date) - 1) })))]);
}

function isIn(date: string, monday: string): boolean {
  return monday <= date && date <= addDays(monday, 6);
}

/** Minutes of some dates that carry a mark. */
export function minutesMarked(marks: Marks, dates: readonly string[], wanted: Mark): number {
  return marks.filter(({ date, mark }) => mark === wanted && dates.includes(date)).reduce((sum, { from, to }) => sum + minutesOf(to) - minutesOf(from), 0);
}

function over(marks: Marks, date: string, span: MinuteSpan, brush: Brush): Marks {
  const others = marks.flatMap((mark) => {
    if (mark.date !== date) return [mark];
    const [from, to] = [minutesOf(mark.from), minutesOf(mark.to)];
    return [{ from, to: Math.min(to, span.from) }, { from: Math.max(from, span.to), to }]
      .filter((part) => part.from < part.to).map((part) => ({ ...mark, from: clockOf(part.from), to: clockOf(part.to) }));
  });
  return brush === 'none' ? others : [...others, { date, from: clockOf(span.from), to: clockOf(span.to), mark: brush }];
}

/** In order, and what touches and says the same made one. */
function tidied(marks: Marks): Marks {
  const whole: Marks = [];
  for (const mark of marks.toSorted((a, b) => (a.date + a.from < b.date + b.from ? -1 : 1))) {
    const last = whole.at(-1);
    if (last && last.date === mark.date && last.mark === mark.mark && last.to === mark.from) whole[whole.length - 1] = { ...last, to: mark.to };
    else whole.push(mark);
  }
  return whole;
}
