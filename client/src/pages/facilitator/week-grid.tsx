import type { Comfort } from '../../format/comfort.ts';
import { clockOf, hoursWord } from '../../format/time.ts';
import { length, type MinuteSpan } from '../../format/spans.ts';
import { city, hoursWords } from '../../locales/index.ts';
import { isBetween, type Place } from './grid-move.ts';
import { usePainting } from './use-painting.ts';
import { CELL_MINUTES, type DayColumn, isSkipped } from './week-columns.ts';
import { stateOf } from './week-hours.ts';

interface GridProps {
  columns: readonly DayColumn[];
  /** First and last minute that are shown. */
  shown: MinuteSpan;
  label: string;
  active: Place;
  onActive: (place: Place) => void;
  onPaint: (days: readonly number[], span: MinuteSpan, open: boolean) => void;
  onUndo: () => void;
  /** What a minute is on each group of clusters' clocks: a thin line each, at the left edge. */
  comforts: (minute: number) => readonly { of: string; comfort: Comfort }[];
}

/**
 * A week of half hours as one ARIA grid: one tab stop, arrows move, Shift extends, Space opens or closes. A mouse paints by
 * dragging; a finger taps, so that it can still scroll.
 */
export function WeekGrid(props: GridProps) {
  const { columns, shown, active } = props;
  const { grid, stroke, from, handlers } = usePainting(props);
  const rows = Array.from({ length: (shown.to - shown.from) / CELL_MINUTES }, (_, row) => shown.from + row * CELL_MINUTES);
  const painting = stroke === null ? '' : stroke.open ? ' paints-open' : ' paints-closed';
  return (
    <div class="week-scroll">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the grid of ARIA's authoring practices is a table with this role */}
      <table ref={grid} class={`week-grid${painting}`} role="grid" aria-label={props.label} aria-multiselectable="true" {...handlers}>
        <Head columns={columns} active={active.day} />
        <tbody>
          {rows.map((minute, row) => (
            <tr key={minute}>
              <th scope="row" class="hour-name"><span class={minute % 60 === 0 ? '' : 'sr'}>{clockOf(minute)}</span><span class="gutter" aria-hidden="true">{props.comforts(minute).map(({ of, comfort }) => <i key={of} class={`band-${comfort}`} />)}</span></th>
              {columns.map((column, day) => (
                <Cell
                  key={column.short} column={column} span={{ from: minute, to: minute + CELL_MINUTES }} place={{ day, row }}
                  isActive={active.day === day && active.row === row} isOther={active.day !== day} isSelected={from !== null && isBetween({ day, row }, from, active)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head({ columns, active }: { columns: readonly DayColumn[]; active: number }) {
  const copy = hoursWords();
  return (
    <thead>
      <tr>
        <th scope="col" class="hour-name"><span class="sr">{copy.from}</span></th>
        {columns.map((column, day) => (
          <th scope="col" key={column.short} class={active === day ? 'day-name' : 'day-name other-day'}>
            <b>{column.short}</b> <small>{copy.ofDay(hoursWord(length(column.hours)))}</small>
            {column.isChanged && <em class="chip">{copy.changed}</em>}
            {column.isAway && <em class="chip">{copy.away(city(column.zone))}</em>}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface CellProps { column: DayColumn; span: MinuteSpan; place: Place; isActive: boolean; isOther: boolean; isSelected: boolean }

function Cell({ column, span, place, isActive, isOther, isSelected }: CellProps) {
  const copy = hoursWords();
  const blockAt = (from: number) => column.blocks.find((each) => each.from < from + CELL_MINUTES && from < each.to);
  const block = blockAt(span.from);
  const state = isSkipped(column.date, span.from, column.zone) ? 'gap' : stateOf(column.hours, span);
  const words = block ? (block.kind === 'booked' ? copy.booked(block.text) : `${copy.state[state]}, ${copy.busy}`) : copy.state[state];
  const classes = ['hour', `hour-${state}`, block && `hour-${block.kind}`, column.isChanged && 'hour-changed', isOther && 'other-day', isSelected && 'hour-selected'];
  // Its first cell may lie under a booked hour, or above what is shown.
  const isFirst = block && (place.row === 0 || block !== blockAt(span.from - CELL_MINUTES));
  return (
    <td
      tabIndex={isActive ? 0 : -1} data-place={`${place.day} ${place.row}`} class={classes.filter(Boolean).join(' ')} aria-selected={isSelected}
      aria-label={copy.cell(column.name, clockOf(span.from), clockOf(span.to), words)}
    >
      {isFirst && <span class="hour-text" aria-hidden="true">{block.text || copy.busy}</span>}
    </td>
  );
}
