import { DateTime } from 'luxon';
import type { PlainQuestion } from '../support/plain-question.ts';

const DAY = 86_400_000;

/**
 * What a careful programmer writes with Luxon: two DateTimes per window, numbers from there on. It knows weekly rules,
 * busy times, buffers, notice and the phase, which is all that the workloads ask for.
 */
export function carefulLuxon({ facilitators, policy, phase, programmeTimeZone, timeZone, from, to, now }: PlainQuestion): number[] {
  const [length, step] = [policy.sessionMinutes * 60_000, policy.slotStepMinutes * 60_000];
  const [before, after] = [policy.bufferBeforeMinutes * 60_000, policy.bufferAfterMinutes * 60_000];
  const first = Math.max(midnight(phase.startsOn, programmeTimeZone, 0), midnight(from, timeZone, 0), now + policy.minimumNoticeMinutes * 60_000);
  const last = Math.min(midnight(phase.endsOn, programmeTimeZone, 1) - length, midnight(to, timeZone, 1) - 1);
  const starts: number[] = [];
  for (const { availability: { rules }, timeZone: zone, busy } of facilitators) {
    const taken = merged(busy.map(({ start, end }) => ({ from: start - after - length, to: end + before })));
    let next = 0;
    for (let day = Math.floor(first / DAY) - 1; day <= Math.floor(last / DAY) + 1; day += 1) {
      const date = new Date(day * DAY);
      const at = (time: string) => DateTime.fromObject({
        year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), hour: Number(time.slice(0, 2)), minute: Number(time.slice(3)),
      }, { zone }).toMillis();
      for (const rule of rules) {
        if (!rule.days.includes(((day + 3) % 7 + 1) as 1)) continue;
        const [open, close] = [at(rule.from), at(rule.to)];
        for (let start = open + Math.ceil(Math.max(0, first - open) / step) * step; start <= Math.min(close - length, last); start += step) {
          while (next < taken.length && taken[next]!.to <= start) next += 1;
          if (next === taken.length || taken[next]!.from >= start) starts.push(start);
        }
      }
    }
  }
  return starts;
}

function midnight(date: string, zone: string, days: number): number {
  return DateTime.fromISO(date, { zone }).plus({ days }).toMillis();
}

function merged(spans: { from: number; to: number }[]): { from: number; to: number }[] {
  const all: { from: number; to: number }[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && span.from < last.to) last.to = Math.max(last.to, span.to);
    else all.push(span);
  }
  return all;
}
