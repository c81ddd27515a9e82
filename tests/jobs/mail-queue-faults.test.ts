import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMailQueue } from '../../server/jobs/mail-queue.ts';
import type { MailQueue, MailQueueOptions } from '../../server/jobs/mail-queue.ts';
import type { Instant } from '../../server/domain/interval.ts';
import { smtpPostman } from '../../server/mail/postman.ts';
import { startEmbeddedPostgres } from '../../server/postgres/index.ts';
import { openDatabase } from '../../server/store/database.ts';
import type { Database } from '../../server/store/database.ts';
import { migrate } from '../../server/store/migrate.ts';
import { sender } from '../mail/an-invitation.ts';
import { createDatabase } from '../support/postgres.ts';
import { freePort, redisIsHere, startRedis } from '../support/redis.ts';
import { startSmtpSink } from '../support/smtp-sink.ts';
import type { SmtpSink } from '../support/smtp-sink.ts';
import { gateBefore } from './gate.ts';
import { allAre, eventually, insertBooking, insertProgramme } from './outbox.ts';

// Many parts start and stop here, and the machine may be busy.
jest.setTimeout(30_000);

const clock = () => Date.now() as Instant;
const silent = { info() {}, warn() {}, error() {} };
const timing = { firstRetryMs: 50, pollMs: 100, lockMs: 2000, stalledMs: 1000 };
const withRedis = redisIsHere || process.env.CI ? describe : describe.skip;

describe('the mail queue when what it stands on fails', () => {
  let sink: SmtpSink;
  const undo: (() => Promise<unknown>)[] = [];

  beforeEach(async () => { sink = await startSmtpSink(); });
  afterEach(async () => {
    for (const each of undo.splice(0).toReversed()) await each();
    await sink.close();
  });

  function start(db: Database, databaseUrl: string, options: Partial<MailQueueOptions> = {}): MailQueue {
    const queue = startMailQueue({ db, databaseUrl, postman: smtpPostman(sink.url), sender, log: silent, role: 'all', clock, timing, ...options });
    undo.push(() => queue.stop());
    return queue;
  }

  async function newDatabase() {
    const database = await createDatabase();
    const direct = openDatabase(database.url);
    undo.push(() => database.drop(), () => direct.close());
    await insertProgramme(direct);
    return { url: database.url, direct };
  }

  it('comes up by itself when PostgreSQL does, after the program', async () => {
    const { url, direct } = await newDatabase();
    const gate = gateBefore(url, await freePort());
    undo.push(() => gate.shut());
    const db = openDatabase(gate.url);
    undo.push(() => db.close());
    const queue = start(db, gate.url);
    await insertBooking(direct, 1, clock());
    expect(await queue.healthy()).toBe(false);
    await gate.open();
    await eventually(() => allAre(direct, 'sent'));
    expect(await queue.healthy()).toBe(true);
    expect(sink.taken).toHaveLength(3);
  });

  it('goes on when PostgreSQL vanishes at any moment of its start', async () => {
    const { url, direct } = await newDatabase();
    for (const [n, milliseconds] of [5, 30, 60, 90, 120, 180].entries()) {
      const gate = gateBefore(url, await freePort());
      await gate.open();
      const db = openDatabase(gate.url);
      const queue = startMailQueue({ db, databaseUrl: gate.url, postman: null, sender, log: silent, role: 'all', clock, timing });
      await new Promise((resolve) => { setTimeout(resolve, milliseconds); });
      await gate.shut();
      await insertBooking(direct, n, clock(), []);
      await gate.open();
      await eventually(() => allAre(direct, 'sent'), 10_000);
      await queue.stop();
      await db.close();
      await gate.shut();
    }
    const { rows } = await direct.query('SELECT count(*)::int AS letters FROM mailbox');
    expect(rows).toEqual([{ letters: 6 }]);
  }, 60_000);

  it('survives a restart of PostgreSQL in the middle of its work, and sends everything once', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'visavis-mail-queue-'));
    undo.push(() => rm(dataDir, { recursive: true, force: true }));
    const before = await startEmbeddedPostgres({ dataDir });
    await migrate(before.url, join(__dirname, '../../server/migrations'));
    const db = openDatabase(before.url);
    undo.push(() => db.close());
    // It is stopped in good order here, and a commit need not wait for the disk.
    await db.query('ALTER DATABASE visavis SET synchronous_commit = off');
    await insertProgramme(db);
    const queue = start(db, before.url);
    await queue.ready();
    for (let n = 0; n < 8; n += 1) await insertBooking(db, n, clock());
    queue.wake();
    await sink.until(() => sink.taken.length >= 5);
    await before.stop();
    const after = await startEmbeddedPostgres({ dataDir });
    undo.push(() => after.stop());
    expect(after.url).toBe(before.url);
    await eventually(() => allAre(db, 'sent'));
    const names = sink.taken.map(({ raw }) => /^Message-ID: <(.+)@/m.exec(raw)![1]!);
    expect(new Set(names).size).toBe(24);
    // A fast stop ends transactions between the mail server's answer and their commit: those alone are sent twice, and alike.
    expect(names.length - 24).toBeLessThanOrEqual(10);
    expect(new Set(sink.taken.map(({ raw }) => raw)).size).toBe(24);
  }, 60_000);

  withRedis(`with Redis${redisIsHere ? '' : ', which needs redis-server, and that is not installed'}`, () => {
    it('comes up by itself when Redis does, and goes on after it was away', async () => {
      const { url, direct } = await newDatabase();
      const port = await freePort();
      const queue = start(direct, url, { redisUrl: `redis://127.0.0.1:${port}`, timing: { ...timing, offerAgainAfterMs: 1000 } });
      await insertBooking(direct, 1, clock());
      queue.wake();
      expect(await queue.healthy()).toBe(false);
      const first = await startRedis(port);
      await eventually(() => allAre(direct, 'sent'));
      await first.stop();
      await insertBooking(direct, 2, clock());
      queue.wake();
      const second = await startRedis(port);
      undo.push(() => second.stop());
      await eventually(() => allAre(direct, 'sent'));
      expect(sink.taken).toHaveLength(6);
    }, 60_000);
  });
});
