import type { AvailabilityAnswer } from '../../../../shared/api/availability.ts';
import type { Session } from '../../../../shared/api/sessions.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { getAvailability } from '../../api/availability.ts';
import { useReading } from '../../api/resource.ts';
import { type MinuteSpan, without } from '../../format/spans.ts';
import { clockOf, wallAt } from '../../format/time.ts';
import { city, facilitatorWords, words } from '../../locales/index.ts';
import { formOf } from './availability-form.ts';
import { useBusy } from './use-busy.ts';
import { bookedOn, type DayColumn, dayColumn } from './week-columns.ts';

interface FreeHoursProps {
  facilitatorId: string;
  date: string;
  sessions: readonly Session[];
  catalogue: Catalogue;
  now: number;
}

/** One line under a day: what of its open hours could still be booked. */
export function FreeHours({ facilitatorId, date, sessions, catalogue, now }: FreeHoursProps) {
  const copy = facilitatorWords().agenda;
  const { value } = useReading<AvailabilityAnswer>(`availability/${facilitatorId}`, () => getAvailability(facilitatorId));
  const busy = useBusy(facilitatorId, date, 1);
  if (!value) return null;
  const column = dayColumn(formOf(value), value.timeZone, date, (day, zone) => [...bookedOn(sessions, catalogue, day, zone), ...busy(day, zone)], now);
  // A day off, or one of no one-on-one week: nobody could have booked anything.
  if (column.hours.length === 0 || !catalogue.phases.some(({ mode, startsOn, endsOn }) => mode === 'virtual' && startsOn <= date && date <= endsOn)) return null;
  const spans = freeSpans(column, now, catalogue.programme.policy.sessionMinutes).map(({ from, to }) => `${clockOf(from)}–${clockOf(to)}`);
  return <p class="small quiet free-hours">{spans.length === 0 ? copy.noneFree : `${copy.free(spans.join(', '))} ${words().inCity(city(column.zone))}`}</p>;
}

/** What is open and neither taken nor past, where a whole session fits. */
export function freeSpans({ hours, blocks, date, zone }: Pick<DayColumn, 'hours' | 'blocks' | 'date' | 'zone'>, now: number, minutes: number): MinuteSpan[] {
  const wall = wallAt(now, zone);
  const past = date === null || date > wall.date ? 0 : date < wall.date ? 1440 : wall.minutes;
  return [{ from: 0, to: past }, ...blocks].reduce<readonly MinuteSpan[]>(without, hours).filter(({ from, to }) => to - from >= minutes);
}
