import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { asSystem } from '../../server/domain/access.ts';
import type { Instant } from '../../server/domain/interval.ts';
import { openBus } from '../../server/live/bus.ts';
import { appendChanges, changesAfter, currentRevision } from '../../server/store/changes.ts';
import { openDatabase } from '../../server/store/database.ts';
import { apiOf } from '../support/api.ts';
import { PROGRAM_TOKEN } from '../support/program.ts';
import { crowd, makeProgramme } from '../support/programme.ts';
import { pause } from '../support/until.ts';
import { percentile, spreadOf, type Row } from './row.ts';

export const WATCHERS = 1000;
const CHANGES = 60;
const WARM_UP = 5;
const EVERY_MS = 100;

/** From another process's commit to the last of a thousand watchers, against Socket.IO that is simply told to send the same. */
export async function live(url: string, databaseUrl: string): Promise<Row[]> {
  const made = await makeProgramme(apiOf(url, PROGRAM_TOKEN), crowd({ clusters: 1, facilitators: 1 }).document);
  const ours = await oursTo(url, databaseUrl, made.id);
  const bare = await bareTo(ours.payload);
  const [mine, limit] = [percentile(ours.milliseconds, 0.99), percentile(bare, 0.99)];
  return [{
    work: `commit to the last of ${WATCHERS} watchers, p99 of ${CHANGES} changes (limit: bare broadcast)`,
    ours: mine, baseline: limit, unit: 'ms', ratio: mine / limit, target: '≤ 1.5 × + 20 ms', verdict: mine <= 1.5 * limit + 20 ? 'met' : 'short', spread: spreadOf(ours.milliseconds),
  }, {
    work: 'bytes of one change on the wire (limit: the change as JSON)', ours: ours.bytes, baseline: ours.json, unit: 'B', ratio: ours.bytes / ours.json,
    target: '≤ 1.5 ×', verdict: ours.bytes <= 1.5 * ours.json ? 'met' : 'short',
  }];
}

async function oursTo(url: string, databaseUrl: string, programmeId: string) {
  const db = openDatabase(databaseUrl);
  const bus = openBus({ databaseUrl, redisUrl: null });
  const watchers = await watchersOf(url, PROGRAM_TOKEN, programmeId);
  try {
    const milliseconds: number[] = [];
    let bytes = 0;
    for (let n = -WARM_UP; n < CHANGES; n += 1) {
      // What a booking tells everyone: a slot has been taken.
      const fact = { kind: 'slot.taken', subject: { type: 'session', id: 'ses_of_the_benchmark' }, data: { facilitatorId: 'fac_of_the_benchmark', start: '2027-03-01T09:00:00Z', end: '2027-03-01T10:00:00Z' }, actor: 'owner', audience: { everyone: true } } as const;
      await db.transaction(async (tx) => appendChanges(tx, asSystem(programmeId), [fact], Date.now() as Instant));
      const sent = process.hrtime.bigint();
      const heard = answerOf(watchers, (message) => 'last' in message);
      bus.publish('changes');
      const { last, bytes: onTheWire } = await heard;
      bytes = onTheWire;
      if (n >= 0) milliseconds.push(Number(BigInt(last) - sent) / 1e6);
      await pause(EVERY_MS);
    }
    const revision = await currentRevision(db, asSystem(programmeId));
    const [change] = await changesAfter(db, asSystem(programmeId), revision - 1, 1);
    const { audience: _audience, ...told } = change!;
    const payload = { programmeId, changes: [{ ...told, at: new Date(told.at).toISOString() }] };
    return { milliseconds, bytes, json: Buffer.byteLength(JSON.stringify(payload)), payload };
  } finally {
    await end(watchers);
    await bus.stop();
    await db.close();
  }
}

async function bareTo(payload: { changes: { revision: number }[] }): Promise<number[]> {
  const server = fork(path.join(__dirname, 'bare-live.cjs'));
  const { port } = await answerOf(server, (message) => 'port' in message);
  const watchers = await watchersOf(`http://127.0.0.1:${port}`, '', null);
  try {
    const milliseconds: number[] = [];
    for (let n = -WARM_UP; n < CHANGES; n += 1) {
      const heard = answerOf(watchers, (message) => 'last' in message);
      const said = answerOf(server, (message) => 'sent' in message);
      server.send({ ...payload, changes: [{ ...payload.changes[0], revision: n + WARM_UP + 1 }] });
      const [{ last }, { sent }] = await Promise.all([heard, said]);
      if (n >= 0) milliseconds.push(Number(BigInt(last) - BigInt(sent)) / 1e6);
      await pause(EVERY_MS);
    }
    return milliseconds;
  } finally {
    await end(watchers);
    await end(server);
  }
}

export async function watchersOf(url: string, token: string, programmeId: string | null): Promise<ChildProcess> {
  const child = fork(path.join(__dirname, 'watchers.cjs'), [url, String(WATCHERS), token]);
  await answerOf(child, (message) => 'connected' in message);
  child.send({ programmeId });
  await answerOf(child, (message) => 'watching' in message);
  return child;
}

/** The next message of that form. */
export async function answerOf(child: ChildProcess, isIt: (message: any) => boolean): Promise<any> {
  for (;;) {
    const [message] = await once(child, 'message', { signal: AbortSignal.timeout(30_000) });
    if (isIt(message)) return message;
  }
}

export async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'close');
  child.kill('SIGTERM');
  await ended;
}
