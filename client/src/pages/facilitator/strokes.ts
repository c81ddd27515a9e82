import type { MinuteSpan } from '../../format/spans.ts';
import { hoursWord } from '../../format/time.ts';
import { hoursWords } from '../../locales/index.ts';
import { announce } from '../../state/announcer.ts';
import type { Form } from './availability-form.ts';
import type { Editing } from './use-availability.ts';
import { type DayColumn, freeParts, openMinutes } from './week-columns.ts';
import { painted, withHours, withoutChanges } from './week-hours.ts';

/** Every way to change hours, by grid or by fields: each is one step that is saved, can be taken back, and says what it did. */
export function strokes(editing: Editing, columns: readonly DayColumn[]) {
  const { form } = editing;
  return {
    canUndo: editing.canUndo,
    onPaint: (days: readonly number[], span: MinuteSpan, open: boolean) => {
      const meant = days.map((day) => columns[day]).filter((column) => column !== undefined);
      const isKept = meant.some(({ blocks }) => blocks.some(({ from, to }) => from < span.to && span.from < to));
      const next = meant.reduce((before, day) => freeParts(day, span).reduce((each, part) => painted(each, { columns: [day.column], span: part, open }), before), form);
      step(editing, columns, next, isKept);
    },
    onCopy: (from: number, to: readonly number[]) => {
      const source = columns[from]?.hours ?? [];
      const targets = to.map((day) => columns[day]).filter((column) => column !== undefined);
      step(editing, columns, targets.reduce((before, { column }) => withHours(before, column, source), form), false);
    },
    onReset: (day: number) => {
      const date = columns[day]?.date;
      if (date) step(editing, columns, withoutChanges(form, [date]), false);
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
  const change = open - openMinutes(editing.form, columns);
  if (next !== editing.form) editing.stroke(next);
  const did = change < 0 ? copy.closed(hoursWord(-change)) : copy.opened(hoursWord(change));
  announce([did, ...(isKept ? [copy.bookedKept] : []), copy.openNow(hoursWord(open))].join(' '));
}
