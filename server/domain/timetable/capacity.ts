import { MINUTE } from '../calendar-date.ts';
import type { Instant } from '../interval.ts';
import { slotRuns, type SlotFacilitator, type SlotQuestion } from '../slots.ts';
import { localDay } from '../wall-time.ts';
import { zoneTable } from '../zone-table.ts';

/** How many sessions a facilitator could give in a phase if every start suited everyone: one after the other, the earliest first, which is the most. */
export function capacityOf(question: Omit<SlotQuestion, 'facilitators' | 'cluster' | 'outsideHours'>, facilitator: SlotFacilitator): number {
  const { policy } = question;
  // A cluster that is always there.
  const cluster = { timeZone: question.programmeTimeZone, workingHours: null, engagements: [] };
  const [found] = slotRuns({ ...question, cluster, facilitators: [facilitator], outsideHours: true });
  const length = (policy.bufferBeforeMinutes + policy.sessionMinutes + policy.bufferAfterMinutes) * MINUTE;
  const most = policy.maximumPerFacilitatorPerDay ?? Number.POSITIVE_INFINITY;
  const taken = facilitator.engagements.map(({ span }) => localDay(span.start, facilitator.timeZone));
  const days = new Map<number, number>();
  for (const day of taken) days.set(day, (days.get(day) ?? 0) + 1);
  let count = 0;
  let free = Number.NEGATIVE_INFINITY;
  for (const start of startsOf(found?.runs ?? [], found?.stepMilliseconds ?? 1)) {
    const day = localDay(start, facilitator.timeZone);
    if (start < free || (days.get(day) ?? 0) >= most) continue;
    days.set(day, (days.get(day) ?? 0) + 1);
    free = start + length;
    count += 1;
  }
  return count;
}

function* startsOf(runs: readonly number[], step: number): Generator<Instant> {
  for (let i = 0; i < runs.length; i += 2) for (let start = runs[i]!; start <= runs[i + 1]!; start += step) yield start as Instant;
}

/** A clock is put forward or back. Offsets are minutes east of UTC. */
export interface ClockChange {
  readonly at: Instant;
  readonly before: number;
  readonly after: number;
}

export function clockChanges(timeZone: string, from: Instant, until: Instant): ClockChange[] {
  const { starts, offsets } = zoneTable(timeZone, from, until);
  return [...starts.keys()].flatMap((i) => {
    const at = starts[i]!;
    if (i === 0 || at < from || at >= until || offsets[i] === offsets[i - 1]) return [];
    return [{ at: at as Instant, before: offsets[i - 1]! / MINUTE, after: offsets[i]! / MINUTE }];
  });
}
