import { clockOf } from '../../format/time.ts';
import type { MinuteSpan } from '../../format/spans.ts';
import { wishesWords } from '../../locales/index.ts';
import { isBetween, type Place } from '../facilitator/grid-move.ts';
import { usePainting } from '../facilitator/use-painting.ts';
import { CELL_MINUTES, isSkipped } from '../facilitator/week-columns.ts';
import type { MarkDay } from './mark-editor.tsx';
import { SIGNS } from './mark-form.tsx';
import { markOf, type Marks } from './marks.ts';

interface MarkGridProps {
  days: readonly MarkDay[];
  marks: Marks;
  /** First and last minute that are shown. */
  shown: MinuteSpan;
  label: string;
  active: Place;
  onActive: (place: Place) => void;
  onPaint: (days: readonly number[], span: MinuteSpan) => void;
  onUndo: () => void;
}

/** The same grid as the facilitators': one tab stop, arrows move, Shift extends, Space marks; a mouse paints, a finger taps. */
export function MarkGrid({ days, marks, shown, label, active, onActive, onPaint, onUndo }: MarkGridProps) {
  // A brush paints the same on whatever is there.
  const columns = days.map(() => ({ hours: [] }));
  const { grid, stroke, from, handlers } = usePainting({ columns, shown, active, onActive, onPaint: (which, span) => onPaint(which, span), onUndo });
  const rows = Array.from({ length: (shown.to - shown.from) / CELL_MINUTES }, (_, row) => shown.from + row * CELL_MINUTES);
  return (
    <div class="week-scroll">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the grid of ARIA's authoring practices is a table with this role */}
      <table ref={grid} class={`week-grid mark-grid${stroke ? ' paints-open' : ''}`} role="grid" aria-label={label} aria-multiselectable="true" {...handlers}>
        <thead>
          <tr>
            <th scope="col" class="hour-name"><span class="sr">{wishesWords().from}</span></th>
            {days.map(({ date, short }, day) => <th scope="col" key={date} class={active.day === day ? 'day-name' : 'day-name other-day'}><b>{short}</b></th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((minute, row) => (
            <tr key={minute}>
              <th scope="row" class="hour-name"><span class={minute % 60 === 0 ? '' : 'sr'}>{clockOf(minute)}</span></th>
              {days.map((day, index) => (
                <Cell
                  key={day.date} day={day} marks={marks} span={{ from: minute, to: minute + CELL_MINUTES }} place={{ day: index, row }}
                  isActive={active.day === index && active.row === row} isOther={active.day !== index} isSelected={from !== null && isBetween({ day: index, row }, from, active)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps { day: MarkDay; marks: Marks; span: MinuteSpan; place: Place; isActive: boolean; isOther: boolean; isSelected: boolean }

function Cell({ day, marks, span, place, isActive, isOther, isSelected }: CellProps) {
  const copy = wishesWords();
  const block = day.blocks.find(({ from, to }) => from < span.to && span.from < to);
  const isGap = isSkipped(day.date, span.from, day.zone);
  const mark = markOf(marks, day.date, span);
  const said = block ? copy.booked(block.text) : isGap ? copy.gap : copy.marks[mark];
  const classes = ['hour', isGap ? 'hour-gap' : block ? 'hour-booked' : `mark-${mark}`, isOther && 'other-day', isSelected && 'hour-selected'];
  const isFirst = block && block.from >= span.from && block.from < span.to;
  return (
    <td
      tabIndex={isActive ? 0 : -1} data-place={`${place.day} ${place.row}`} class={classes.filter(Boolean).join(' ')} aria-selected={isSelected}
      aria-label={copy.cell(day.name, clockOf(span.from), clockOf(span.to), said)}
    >
      {block ? isFirst && <span class="hour-text" aria-hidden="true">{block.text}</span> : !isGap && <span class="mark-sign" aria-hidden="true">{SIGNS[mark]}</span>}
    </td>
  );
}
