import type { MinuteSpan } from '../../format/spans.ts';
import { hoursWord } from '../../format/time.ts';
import { hoursWords } from '../../locales/index.ts';
import { announce } from '../../state/announcer.ts';
import type { Form } from './availability-form.ts';
import type { Editing } from './use-availability.ts';
import { type DayColumn, freeParts, isBooked, openMinutes } from './week-columns.ts';
import { hoursOfColumn, painted, withHours, withoutChanges } from './week-hours.ts';

/** Every way to change hours, by grid or by fields: each is one step that is saved, can be taken back, and says what it did. */
export function strokes(editing: Editing, columns: readonly DayColumn[]) {
  return {
    canUndo: editing.canUndo,
    onPaint: (days: readonly number[], span: MinuteSpan, open: boolean) => {
      const meant = days.map((day) => columns[day]).filter((column) => column !== undefined);
      const isKept = meant.some(({ blocks }) => blocks.some((block) => isBooked(block) && block.from < span.to && span.from < block.to));
      const next = meant.reduce((before, day) => freeParts(day, span).reduce((each, part) => painted(each, { columns: [day.column], span: part, open }), before), editing.latest());
      step(editing, columns, next, isKept);
    },
    onCopy: (from: number, to: readonly number[]) => {
      const source = columns[from] ? hoursOfColumn(editing.latest(), columns[from].column) : [];
      const targets = to.map((day) => columns[day]).filter((column) => column !== undefined);
      step(editing, columns, targets.reduce((before, { column }) => withHours(before, column, source), editing.latest()), false);
    },
    onReset: (day: number) => {
      const date = columns[day]?.date;
      if (date) step(editing, columns, withoutChanges(editing.latest(), [date]), false);
    },
    onUndo: () => {
      if (!editing.canUndo) return;
      editing.undo();
      announce(hoursWords().undone);
    },
  };
}

function step(editing: Editing, columns: readonly DayColumn[], next: Form, isKept: boolean): void {
  const copy = hoursWords();
  const open = openMinutes(next, columns);
  const change = open - openMinutes(editing.latest(), columns);
  if (next !== editing.latest()) editing.stroke(next);
  const did = change < 0 ? copy.closed(hoursWord(-change)) : copy.opened(hoursWord(change));
  announce([did, ...(isKept ? [copy.bookedKept] : []), copy.openNow(hoursWord(open))].join(' '));
}
