import type { BusyTime } from '../../../../shared/api/calendars.ts';
import { getBusy } from '../../api/calendars.ts';
import { useReading } from '../../api/resource.ts';
import { addDays, instantOf } from '../../format/zoned.ts';
import type { Block } from './week-columns.ts';
import { blockOn } from './week-columns.ts';

/** What a facilitator's own calendars take of some days, on whatever clock each of them has. Nothing while it is not known. */
export function useBusy(facilitatorId: string, first: string, days: number): (date: string, zone: string) => Block[] {
  // A day more on each side: a journey may have moved the clock.
  const from = instantOf(addDays(first, -1), 0, 'UTC');
  const to = instantOf(addDays(first, days + 1), 0, 'UTC');
  const { value } = useReading<BusyTime[]>(`availability/busy/${facilitatorId}/${first}`, () => getBusy(facilitatorId, from, to));
  return (date, zone) => busyOn(value ?? [], date, zone);
}

export function busyOn(times: readonly BusyTime[], date: string, zone: string): Block[] {
  return times.flatMap(({ start, end, calendar }) => blockOn({ start: Date.parse(start), end: Date.parse(end) }, date, zone)
    .map((span) => ({ ...span, kind: 'busy' as const, text: calendar ?? '' })));
}
