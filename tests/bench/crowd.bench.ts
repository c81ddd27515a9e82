import { asSystem } from '../../server/domain/access.ts';
import type { Instant } from '../../server/domain/interval.ts';
import { openBus } from '../../server/live/bus.ts';
import { appendChanges, currentRevision } from '../../server/store/changes.ts';
import { openDatabase } from '../../server/store/database.ts';
import { apiOf } from '../support/api.ts';
import { PROGRAM_TOKEN } from '../support/program.ts';
import { crowd as crowdOf, makeProgramme } from '../support/programme.ts';
import { pause } from '../support/until.ts';
import { answerOf, end, WATCHERS, watchersOf } from './live.bench.ts';
import { percentile, spreadOf, type Row } from './row.ts';

const SECONDS = 60;
const EVERY_MS = 100;

/** A thousand watchers and ten changes a second for a minute: whether every one of them hears every change, and how late. */
export async function crowd(url: string, databaseUrl: string): Promise<Row[]> {
  const { id } = await makeProgramme(apiOf(url, PROGRAM_TOKEN), crowdOf({ clusters: 1, facilitators: 1 }).document);
  const db = openDatabase(databaseUrl);
  const bus = openBus({ databaseUrl, redisUrl: null });
  const watchers = await watchersOf(url, PROGRAM_TOKEN, id);
  const sent = new Map<number, bigint>();
  const milliseconds: number[] = [];
  // Said once a change has reached the last of them.
  watchers.on('message', ({ revision, last }: { revision: number; last?: string }) => {
    if (last !== undefined) milliseconds.push(Number(BigInt(last) - sent.get(revision)!) / 1e6);
  });
  try {
    const first = await currentRevision(db, asSystem(id));
    const changes = (SECONDS * 1000) / EVERY_MS;
    const began = performance.now();
    for (let n = 1; n <= changes; n += 1) {
      const fact = { kind: 'slot.taken', subject: { type: 'session', id: 'ses_of_the_benchmark' }, data: { start: '2027-03-01T09:00:00Z' }, actor: 'owner', audience: { everyone: true } } as const;
      sent.set(first + n, process.hrtime.bigint());
      await db.transaction(async (tx) => appendChanges(tx, asSystem(id), [fact], Date.now() as Instant));
      bus.publish('changes');
      await pause(Math.max(0, began + n * EVERY_MS - performance.now()));
    }
    if (milliseconds.length < changes) await answerOf(watchers, ({ revision }) => revision === first + changes);
    const p99 = percentile(milliseconds, 0.99);
    return [{
      work: `changes of ${SECONDS} s that reached every one of ${WATCHERS} watchers (limit: all there were)`, ours: milliseconds.length, baseline: changes, unit: 'changes',
      ratio: milliseconds.length / changes, target: '1 ×', verdict: milliseconds.length === changes ? 'met' : 'short',
    }, {
      work: 'from before the commit to the last of them, p99 (limit: the pause between two changes)', ours: p99, baseline: EVERY_MS, unit: 'ms', ratio: p99 / EVERY_MS,
      target: '≤ 1 ×', verdict: p99 <= EVERY_MS ? 'met' : 'short', spread: spreadOf(milliseconds),
    }];
  } finally {
    await end(watchers);
    await bus.stop();
    await db.close();
  }
}
