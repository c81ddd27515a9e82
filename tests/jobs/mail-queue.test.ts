import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ofSystem } from '../../server/domain/access.ts';
import { startMailQueue } from '../../server/jobs/mail-queue.ts';
import type { MailQueue, MailQueueOptions } from '../../server/jobs/mail-queue.ts';
import { smtpPostman } from '../../server/mail/postman.ts';
import { openDatabase } from '../../server/store/database.ts';
import type { Database } from '../../server/store/database.ts';
import { queueAgain } from '../../server/store/deliveries.ts';
import type { Instant } from '../../server/domain/interval.ts';
import { sendInvitation } from '../../server/usecases/deliveries/send-invitation.ts';
import { maria, sender, span } from '../mail/an-invitation.ts';
import { createDatabase } from '../support/postgres.ts';
import type { TestDatabase } from '../support/postgres.ts';
import { redisIsHere, startRedis } from '../support/redis.ts';
import type { TestRedis } from '../support/redis.ts';
import { startSmtpSink } from '../support/smtp-sink.ts';
import type { SmtpSink } from '../support/smtp-sink.ts';
import { allAre, empty, eventually, insertBooking, insertProgramme, latch, programmeId, revise, statesOf } from './outbox.ts';

// Many parts start and stop here, and the machine may be busy.
jest.setTimeout(30_000);

const clock = () => Date.now() as Instant;
const silent = { info() {}, warn() {}, error() {} };
/** Everything that waits in production waits less here. */
const timing = { firstRetryMs: 50, pollMs: 100, offerAgainAfterMs: 120_000, editsWaitMs: 0, lockMs: 1000, stalledMs: 500 };

const withRedis = redisIsHere || process.env.CI ? describe : describe.skip;

describe('the mail queue over PostgreSQL', () => { sameOver('PostgreSQL'); });
withRedis(`the mail queue over Redis${redisIsHere ? '' : ', which needs redis-server, and that is not installed'}`, () => { sameOver('Redis'); });

function sameOver(home: 'PostgreSQL' | 'Redis'): void {
  let redis: TestRedis | null = null;
  let database: TestDatabase;
  let db: Database;
  let sink: SmtpSink;
  const started: MailQueue[] = [];

  beforeAll(async () => {
    redis = home === 'Redis' ? await startRedis() : null;
    database = await createDatabase();
    db = openDatabase(database.url);
  });
  afterAll(async () => {
    await redis?.stop();
    await db.close();
    await database.drop();
  });

  beforeEach(async () => {
    await redis?.flush();
    await empty(db);
    if ((await db.query("SELECT FROM pg_tables WHERE schemaname = 'bullmq' AND tablename = 'job'")).rowCount === 1) await db.query('DELETE FROM bullmq.job');
    await insertProgramme(db);
    sink = await startSmtpSink();
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((queue) => queue.stop()));
    await sink.close();
  });

  function start(options: Partial<MailQueueOptions> = {}): MailQueue {
    const queue = startMailQueue({
      db, databaseUrl: database.url, redisUrl: redis?.url, postman: smtpPostman(sink.url), sender, log: silent, role: 'all', clock,
      ...options, timing: { ...timing, ...options.timing },
    });
    started.push(queue);
    return queue;
  }

  it('carries every message of the outbox to the mail server, and says so in the programme’s history', async () => {
    const changed: string[] = [];
    const queue = start({ changed: (id) => changed.push(id) });
    await queue.ready();
    expect(await queue.healthy()).toBe(true);
    await insertBooking(db, 1, clock());
    queue.wake();
    await sink.until(() => sink.taken.length === 3);
    await eventually(() => allAre(db, 'sent'));
    expect(sink.taken.map(({ to }) => to).toSorted()).toEqual(['maria@madrid.example', 'nairobi@quercus.example', 'pablo@madrid.example']);
    expect(await statesOf(db)).toEqual(['maria REQUEST 0 sent', 'nairobi REQUEST 0 sent', 'pablo REQUEST 0 sent']);
    const { rows } = await db.query(`SELECT revision, kind, subject_type, data->>'state' AS state, data->>'tries' AS tries, actor, for_everyone, for_clusters, for_facilitators, data->'attendee'->'email' AS address FROM changes ORDER BY revision`);
    expect(rows).toEqual([1, 2, 3].map((revision) =>
      ({ revision, kind: 'delivery.changed', subject_type: 'delivery', state: 'sent', tries: '1', actor: 'system', for_everyone: false, for_clusters: ['clu_madrid'], for_facilitators: ['fac_nairobi'], address: null })));
    expect(changed).toEqual(['pro_1', 'pro_1', 'pro_1']);
  });

  it('finds by itself what a process left behind that died before it could wake anybody', async () => {
    await insertBooking(db, 1, clock());
    start();
    await sink.until(() => sink.taken.length === 3);
    await eventually(() => allAre(db, 'sent'));
    expect(await statesOf(db)).toEqual(['maria REQUEST 0 sent', 'nairobi REQUEST 0 sent', 'pablo REQUEST 0 sent']);
  });

  it('sends nothing when a job is run again', async () => {
    start();
    await insertBooking(db, 1, clock());
    await eventually(() => allAre(db, 'sent'));
    const { rows } = await db.query<{ id: string }>('SELECT id FROM deliveries ORDER BY id');
    const postman = smtpPostman(sink.url);
    const office = { clock, postman, write: () => { throw new Error('nothing is to be written'); } };
    for (const { id } of rows) {
      const attempt = { deliveryId: id, generation: 1, isLast: false, nextTryAt: clock() };
      expect(await sendInvitation(db, attempt, office)).toMatchObject({ came: 'idle' });
    }
    postman.close();
    expect(sink.heard).toHaveLength(3);
  });

  it('has no letter wait for what waits for that letter: whoever wants the whole table has it once the letter on its way is written down', async () => {
    const answered = latch();
    sink.script = { data: () => answered.opened.then(() => 'take' as const) };
    start();
    await insertBooking(db, 1, clock());
    await eventually(async () => sink.heard.length > 0);
    const locked = db.transaction(async (tx) => {
      await tx.query("SELECT set_config('lock_timeout', '20s', true), set_config('statement_timeout', '20s', true)");
      await tx.query('LOCK TABLE deliveries');
    });
    await eventually(async () => (await db.query("SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'LOCK TABLE%'")).rowCount === 1);
    answered.open();
    await locked;
    await eventually(() => allAre(db, 'sent'));
    expect(sink.heard.map(({ to }) => to).toSorted()).toEqual(['maria@madrid.example', 'nairobi@quercus.example', 'pablo@madrid.example']);
  });

  it('shows an address that is refused for good, while other mail goes on, and sends the same bytes when it is tried again', async () => {
    sink.script = { rcpt: (address) => (address === maria.email ? '550 no such user' : 'take') };
    const queue = start();
    await insertBooking(db, 1, clock());
    await eventually(async () => !(await statesOf(db)).some((state) => state.endsWith('queued')));
    expect(await statesOf(db)).toEqual(['maria REQUEST 0 bounced', 'nairobi REQUEST 0 sent', 'pablo REQUEST 0 sent']);
    const { rows } = await db.query<{ id: string; last_error: string; tries: number }>(`SELECT id, last_error, tries FROM deliveries WHERE state = 'bounced'`);
    expect(rows).toEqual([{ id: expect.any(String), last_error: 'the mail server refused the address (550)', tries: 1 }]);

    // The second time it is heard and refused, the third time taken: two whole mails to compare.
    sink.script = { data: (_mail, time) => (time === 1 ? '451 later' : 'take') };
    await db.transaction((tx) => queueAgain(tx, ofSystem({ id: rows[0]!.id, programmeId })));
    queue.wake();
    await sink.until(() => sink.taken.length === 3);
    await eventually(() => allAre(db, 'sent'));
    const [first, second] = sink.heard.filter(({ to }) => to === maria.email);
    expect(second).toEqual(first);
  });

  it('tries again after 4xx and a line cut after DATA, with the same bytes', async () => {
    sink.script = { data: (_mail, time) => (['421 closing', '451 try later', 'cut'] as const)[time - 1] ?? 'take' };
    start();
    await insertBooking(db, 1, clock(), [maria]);
    await eventually(() => allAre(db, 'sent'));
    for (const address of [maria.email, 'nairobi@quercus.example']) {
      const mails = sink.heard.filter(({ to }) => to === address);
      expect(mails).toHaveLength(4);
      expect(new Set(mails.map(({ raw }) => raw)).size).toBe(1);
    }
    const { rows } = await db.query('SELECT tries, last_error FROM deliveries');
    expect(rows).toEqual([{ tries: 4, last_error: null }, { tries: 4, last_error: null }]);
  });

  it('gives up after the last try, visibly', async () => {
    sink.script = { data: ({ to }) => (to === maria.email ? '451 never' : 'take') };
    start({ timing: { attempts: 3 } });
    await insertBooking(db, 1, clock());
    await eventually(async () => !(await statesOf(db)).some((state) => state.endsWith('queued')));
    const { rows } = await db.query(`SELECT state, tries, last_error FROM deliveries WHERE email = $1`, [maria.email]);
    expect(rows).toEqual([{ state: 'failed', tries: 3, last_error: 'the mail server asked to try later (451)' }]);
  });

  it('sends a later revision after the one on its way, never beside it, and leaves out what has been overtaken', async () => {
    const held = latch();
    sink.script = { data: async ({ raw }) => { if (raw.includes('Invit')) await held.opened; return 'take' as const; } };
    const queue = start();
    const made = await insertBooking(db, 1, clock(), [maria]);
    await eventually(async () => sink.heard.length === 1);
    const moved = await revise(db, made, { span: span('2026-03-25T09:00:00Z', '2026-03-25T10:00:00Z') }, clock());
    await revise(db, moved, { status: 'cancelled' }, clock());
    queue.wake();
    // All five are with the queue; still only the first has been heard.
    await eventually(async () => (await db.query('SELECT FROM deliveries WHERE relayed_at IS NULL')).rowCount === 0);
    expect(sink.heard).toHaveLength(1);
    held.open();
    await eventually(async () => !(await statesOf(db)).some((state) => state.endsWith('queued')));
    const first = sink.heard[0]!.to === maria.email ? 'maria' : 'nairobi';
    const other = first === 'maria' ? 'nairobi' : 'maria';
    expect((await statesOf(db)).toSorted()).toEqual([
      `${first} CANCEL 2 sent`, `${first} REQUEST 0 sent`, `${first} REQUEST 1 superseded`,
      `${other} CANCEL 2 sent`, `${other} REQUEST 0 superseded`, `${other} REQUEST 1 superseded`,
    ].toSorted());
    expect(sink.taken.filter(({ to }) => to.startsWith(first)).map(({ raw }) => /^Message-ID: <(dlv_\d+_\d+)@/m.exec(raw)![1])).toEqual(await idsOf(first));
  });

  async function idsOf(name: string): Promise<string[]> {
    const { rows } = await db.query<{ id: string }>(`SELECT id FROM deliveries WHERE email LIKE $1 AND state = 'sent' ORDER BY sequence`, [`${name}@%`]);
    return rows.map(({ id }) => id);
  }

  it('fills a queue that has lost everything again', async () => {
    const web = start({ role: 'web', timing: { offerAgainAfterMs: 1500 } });
    await insertBooking(db, 1, clock());
    web.wake();
    await eventually(async () => (await db.query('SELECT FROM deliveries WHERE generation = 1')).rowCount === 3);
    if (redis) await redis.flush();
    else await db.query('TRUNCATE bullmq.job CASCADE');
    expect(sink.heard).toHaveLength(0);
    start({ role: 'worker', timing: { offerAgainAfterMs: 1500 } });
    await eventually(() => allAre(db, 'sent'));
    const { rows } = await db.query('SELECT DISTINCT generation, tries FROM deliveries');
    expect(rows).toEqual([{ generation: 2, tries: 1 }]);
    expect(sink.heard).toHaveLength(3);
  });

  it('delivers what two workers in a row were killed over', async () => {
    sink.script = { data: () => 'hang' };
    await insertBooking(db, 1, clock(), []);
    start({ role: 'web' });
    for (const kill of [1, 2]) {
      const worker = startWorkerProcess();
      await sink.until(() => sink.heard.length === kill, 30_000);
      const exited = once(worker, 'exit');
      worker.kill('SIGKILL');
      await exited;
    }
    sink.script = {};
    start({ role: 'worker' });
    await eventually(() => allAre(db, 'sent'));
    expect(sink.taken).toHaveLength(1);
    expect(new Set(sink.heard.map(({ raw }) => raw)).size).toBe(1);
  }, 60_000);

  function startWorkerProcess() {
    const options = { databaseUrl: database.url, redisUrl: redis?.url, smtpUrl: sink.url, sender, timing };
    return spawn(process.execPath, [join(__dirname, 'worker-process.cjs'), JSON.stringify(options)], { stdio: ['ignore', 'ignore', 'inherit'] });
  }

  it('ends the letter in hand before it stops', async () => {
    const held = latch();
    sink.script = { data: async () => { await held.opened; return 'take' as const; } };
    const queue = start();
    await insertBooking(db, 1, clock(), []);
    await eventually(async () => sink.heard.length === 1);
    const stopped = queue.stop();
    held.open();
    await stopped;
    expect(await statesOf(db)).toEqual(['nairobi REQUEST 0 sent']);
    expect(await queue.healthy()).toBe(false);
  });

  it('puts letters into the built-in mailbox exactly once where there is no mail server', async () => {
    start({ postman: null });
    await insertBooking(db, 1, clock());
    await eventually(() => allAre(db, 'sent'));
    const { rows } = await db.query('SELECT recipient, subject FROM mailbox ORDER BY recipient');
    expect(rows).toEqual([
      { recipient: 'maria@madrid.example', subject: 'Invitación: Cluster economics, mar, 24 mar, 10:00 (Madrid)' },
      { recipient: 'nairobi@quercus.example', subject: 'Invitation: Cluster economics, Tue 24 Mar, 12:00 (Nairobi)' },
      { recipient: 'pablo@madrid.example', subject: 'Invitation: Cluster economics, Tue 24 Mar, 10:00 (Madrid)' },
    ]);
  });
}
