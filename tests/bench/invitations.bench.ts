import { createTransport } from 'nodemailer';
import type { Instant } from '../../server/domain/interval.ts';
import { queueBackend, type MailJob } from '../../server/jobs/queue-backend.ts';
import { invitationLetter } from '../../server/mail/invitation-letter.ts';
import { openDatabase } from '../../server/store/database.ts';
import { anInvitation, sender } from '../mail/an-invitation.ts';
import { insertBooking, insertProgramme } from '../jobs/outbox.ts';
import { createDatabase } from '../support/postgres.ts';
import { startProgram } from '../support/program.ts';
import { redisIsHere, startRedis } from '../support/redis.ts';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts';
import { until } from '../support/until.ts';
import { atLeast, type Row } from './row.ts';

const BOOKINGS = 200;
/** Each booking tells its facilitator and two representatives. */
const MAILS = BOOKINGS * 3;
const CONCURRENCY = 10;
const ROUNDS = 3;

/**
 * Invitations a second from the outbox to a mail server, on both homes of the queue. The limit is what the two parts that are not
 * ours leave: 1 / (1 / empty jobs + 1 / bare SMTP), with the same queue, mail server and concurrency.
 */
export async function invitations(): Promise<Row[]> {
  const rows = [await over('PostgreSQL', undefined)];
  if (!redisIsHere) return rows;
  const redis = await startRedis();
  try {
    return [...rows, await over('Redis', redis.url)];
  } finally {
    await redis.stop();
  }
}

async function over(home: string, redisUrl: string | undefined): Promise<Row> {
  const [ours, limit]: [number[], number[]] = [[], []];
  for (let round = -1; round < ROUNDS; round += 1) {
    const h = 1 / (1 / await emptyJobs(redisUrl) + 1 / await bareSmtp());
    const rate = await fromOutbox(redisUrl);
    if (round < 0) continue;
    limit.push(h);
    ours.push(rate);
  }
  return atLeast(`invitations sent, queue on ${home} (limit: empty jobs and bare SMTP, one after the other)`, '/s', ours, limit, 0.5);
}

async function fromOutbox(redisUrl: string | undefined): Promise<number> {
  const database = await createDatabase();
  const db = openDatabase(database.url);
  const sink = await startSmtpSink();
  await insertProgramme(db);
  for (let n = 1; n <= 2 * BOOKINGS; n += 1) await insertBooking(db, n, Date.now() as Instant);
  const worker = await startProgram({ DATABASE_URL: database.url, ROLE: 'worker', SMTP_URL: sink.url, LOG_LEVEL: 'warn', ...(redisUrl !== undefined && { REDIS_URL: redisUrl }) });
  try {
    // The first half warms the worker up, whose process is new, as the rounds before have warmed up what measures the limit.
    await sink.until(() => sink.taken.length >= MAILS, 120_000);
    return await rateOf(2 * MAILS - sink.taken.length, () => sink.until(() => sink.taken.length === 2 * MAILS, 120_000));
  } finally {
    worker.kill('SIGTERM');
    await worker.ended;
    await sink.close();
    await db.close();
    await database.drop();
  }
}

async function emptyJobs(redisUrl: string | undefined): Promise<number> {
  const database = await createDatabase();
  const backend = queueBackend<MailJob>({ databaseUrl: database.url, redisUrl, queue: `empty-${Date.now()}`, concurrency: CONCURRENCY, locks: { lockMs: 10_000, stalledMs: 5000 }, onError: () => {} });
  const queue = backend.openQueue();
  await queue.waitUntilReady();
  let done = 0;
  await queue.addBulk(Array.from({ length: MAILS }, (_, n) => ({ name: 'empty', data: { deliveryId: `dlv_${n}`, generation: 1 }, opts: { jobId: `empty-${n}`, removeOnComplete: true } })));
  const worker = backend.openWorker(async () => { done += 1; return ''; });
  try {
    await until('the first', () => done > 0);
    return await rateOf(MAILS - done, () => until('all', () => done === MAILS, 120));
  } finally {
    await worker.close();
    await queue.close();
    await database.drop();
  }
}

async function bareSmtp(): Promise<number> {
  const sink = await startSmtpSink();
  const transport = createTransport({ url: sink.url, pool: true, maxConnections: CONCURRENCY, maxMessages: Infinity } as Parameters<typeof createTransport>[0]);
  const { raw } = invitationLetter(anInvitation(), sender);
  try {
    return await rateOf(MAILS, () => sendAll(sink, (to) => transport.sendMail({ envelope: { from: sender.organizerAddress, to }, raw })));
  } finally {
    transport.close();
    await sink.close();
  }
}

async function sendAll(sink: SmtpSink, send: (to: string) => Promise<unknown>): Promise<void> {
  let next = 0;
  await Promise.all(Array.from({ length: CONCURRENCY }, async () => {
    for (let n = next; n < MAILS; n = next) {
      next += 1;
      await send(`person-${n}@example.org`);
    }
  }));
  await sink.until(() => sink.taken.length === MAILS);
}

async function rateOf(count: number, work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return count / (performance.now() - began) * 1000;
}
