import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant, Interval } from '../../server/domain/interval.ts';
import type { Availability } from '../../server/domain/programme.ts';
import type { PlainQuestion } from './plain-question.ts';

/** The form of the files in `fixtures/workloads`. */
interface Workload extends Pick<PlainQuestion, 'policy' | 'phase' | 'from' | 'to' | 'timeZone'> {
  readonly programmeZone: string;
  readonly now: string;
  readonly cluster: Omit<PlainQuestion['cluster'], 'engagements'>;
  readonly facilitators: readonly { readonly id: string; readonly timeZone: string; readonly availability: Availability }[];
  readonly busy: Readonly<Record<string, readonly (readonly [string, string])[]>>;
}

/** What was agreed on by three other engines and an exhaustive check. */
export const WORKLOADS = [
  { name: 'W1', what: '1 facilitator, 21 days over a clock change, 30 busy', slots: 420, sum: 221_934_984_685 },
  { name: 'W2', what: '10 facilitators in 6 zones, 90 days, 200 busy each', slots: 16_781, sum: 8_438_438_164_767 },
  { name: 'W3', what: '100 facilitators, 30 days, 100 busy each', slots: 51_529, sum: 26_531_453_785_786 },
] as const;

export function workload(name: string): PlainQuestion {
  const { programmeZone, now, cluster, facilitators, busy, policy, phase, from, to, timeZone } = JSON.parse(
    readFileSync(join(__dirname, '..', 'fixtures', 'workloads', `${name}.json`), 'utf8')) as Workload;
  return {
    now: Date.parse(now) as Instant,
    programmeTimeZone: programmeZone,
    policy,
    phase,
    cluster: { ...cluster, engagements: [] },
    facilitators: facilitators.map((facilitator) => ({
      ...facilitator, workingHours: null, engagements: [], busy: (busy[facilitator.id] ?? []).map(span),
    })),
    from,
    to,
    timeZone,
    outsideHours: false,
  };
}

function span([start, end]: readonly [string, string]): Interval {
  return { start: Date.parse(start) as Instant, end: Date.parse(end) as Instant };
}
