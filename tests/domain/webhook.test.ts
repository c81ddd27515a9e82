import type { Instant } from '../../server/domain/interval.ts';
import { judge, type Verdict } from '../../server/domain/webhook.ts';

const now = Date.parse('2026-03-26T10:00:00Z') as Instant;

/** When each try would come after the first, in seconds, for a receiver that never takes anything. */
function plan(chance: number): { after: number[]; last: Verdict['came'] } {
  const after: number[] = [];
  let at = now;
  for (let tries = 1; ; tries += 1) {
    const verdict = judge({ status: 503 }, tries, at, chance);
    if (verdict.came !== 'later') return { after, last: verdict.came };
    at = verdict.nextTryAt;
    after.push((at - now) / 1000);
  }
}

it('tries at once, after 5 s, 5 min, 30 min, 2 h … and gives up after 75 hours', () => {
  const minute = 60, hour = 3600;
  const pauses = [5, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour];
  const sums = pauses.map((_, index) => pauses.slice(0, index + 1).reduce((sum, pause) => sum + pause, 0));
  expect(plan(0)).toEqual({ after: sums, last: 'given-up' });
  expect(sums.at(-1)! / hour).toBeGreaterThan(75);
});

it('spreads the tries by a tenth at most, so that not all come back at one moment', () => {
  const [least, most] = [plan(0).after, plan(1).after];
  expect(most.map((seconds, index) => Math.round(seconds / least[index]! * 1000) / 1000)).toEqual(least.map(() => 1.1));
});

it.each<[string, Parameters<typeof judge>[0], Verdict['came']]>([
  ['200', { status: 200 }, 'delivered'],
  ['204', { status: 204 }, 'delivered'],
  ['a redirect, which is followed nowhere', { status: 301 }, 'later'],
  ['400', { status: 400 }, 'later'],
  ['410: nobody listens there any more', { status: 410 }, 'gone'],
  ['500', { status: 500 }, 'later'],
  ['silence', { fault: 'the receiver did not answer in 20 seconds' }, 'later'],
])('takes %s for what it is', (_what, answer, came) => {
  expect(judge(answer, 1, now, 0).came).toBe(came);
});
