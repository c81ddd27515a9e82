import { randomBytes } from 'node:crypto';
import type { Server as HttpServer } from 'node:http';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Sender } from './domain/invitation-content.ts';
import type { Instant } from './domain/interval.ts';
import { authenticate, isCrossSite, type Caller } from './http/authenticate.ts';
import { accountOf, networkOfRequest } from './http/door.ts';
import type { Services } from './http/services.ts';
import { startCalendarReader } from './jobs/calendar-reader.ts';
import { startHousekeeping } from './jobs/housekeeping.ts';
import type { RelayLoop } from './jobs/relay-loop.ts';
import { startMailQueue, type MailQueue } from './jobs/mail-queue.ts';
import { startPlanQueue, type PlanQueue } from './jobs/plan-queue.ts';
import { startNoticePost } from './jobs/notice-post.ts';
import { startMailboxReader } from './jobs/mailbox-reader.ts';
import { busyReader, incomingReader } from './jobs/readers.ts';
import { startReminderPost } from './jobs/reminder-post.ts';
import { startSignInPost } from './jobs/sign-in-post.ts';
import { webhookPost } from './jobs/webhook-post.ts';
import { startWebhookQueue, type WebhookQueue } from './jobs/webhook-queue.ts';
import { openLimits } from './limits/limits.ts';
import { openPlaces, type Places } from './limits/places.ts';
import { openBus, type Bus } from './live/bus.ts';
import { startLive, type Live } from './live/gateway.ts';
import { smtpPostman } from './mail/postman.ts';
import { publicFetcher } from './net/fetch-public.ts';
import { isOffLimits } from './net/off-limits.ts';
import { openDatabase, type Database } from './store/database.ts';
import type { Settings } from './usecases/call.ts';
import { openBookings } from './usecases/booking/book-together.ts';
import { openListings } from './usecases/listing/listings.ts';
import { openSeal } from './usecases/webhooks/seal.ts';
import { manageUrl } from './usecases/signing-in/personal-link.ts';
import { hashOf } from './usecases/signing-in/sign-in.ts';

/** Where the build puts things, and the sources stand, relative to this file. */
const here = path.dirname(fileURLToPath(import.meta.url));
export const migrationsDirectory = path.join(here, 'migrations');
/** Beside the compiled server; from the sources, in the build folder. */
const clientDirectory = [path.join(here, '../client'), path.join(here, '../build/client')].find((folder) => existsSync(path.join(folder, 'assets'))) ?? null;

const busyWorker = built('calendar/busy-worker.js');
const mailWorker = built('mail/mail-worker.js');

/** Everything a process holds open, wired to each other. */
export interface Context {
  db: Database;
  services: Services;
  /** Joins live updates to a web server. */
  serveLive(http: HttpServer): void;
  /** Resolves once everything it needs has been reached; what is away at first is waited for. */
  ready(): Promise<void>;
  /** Work in hand is ended or given back, then everything is closed, in the order that nobody misses anybody. */
  close(): Promise<void>;
}

const systemClock = () => Date.now() as Instant;

/** The database is reachable and migrated; nothing here waits for anything else to be up. */
export function openContext(config: Config, databaseUrl: string, publicUrl: string, secretKey: Buffer, log: Logger): Context {
  const settings: Settings = { publicUrl, newId, secretKey, isOffLimits: (address) => isOffLimits(address, config.privateHosts) };
  const fetchPublic = publicFetcher({ privateHosts: config.privateHosts });
  const sender: Sender = { publicUrl, manageUrl: (link) => manageUrl(settings, link), organizerAddress: config.organizerAddress ?? `invites@${new URL(publicUrl).hostname}` };
  const db = openDatabase(databaseUrl, { onError: (error) => log.warn({ err: error }, 'a database connection was lost') });
  const bus = openBus({ databaseUrl, redisUrl: config.redisUrl });
  const parts: { live: Live | null; queue: MailQueue | null; plans: PlanQueue | null; webhooks: WebhookQueue | null; calendars: RelayLoop | null } = { live: null, queue: null, plans: null, webhooks: null, calendars: null };
  const committed = () => {
    parts.live?.wake();
    parts.queue?.wake();
    parts.plans?.wake();
    parts.webhooks?.wake();
    parts.calendars?.wake();
    bus.publish('changes');
  };
  const redis = config.redisUrl === null ? null : openRedis(config.redisUrl);
  const limits = openLimits(redis ? { redis } : { pool: db.pool });
  const places = openPlaces(db.pool);
  const postman = config.smtpUrl === null ? null : smtpPostman(config.smtpUrl);
  parts.queue = startMailQueue({
    db, databaseUrl, postman, sender, clock: systemClock, role: config.role, log,
    changed: committed, timing: { editsWaitMs: config.mailWaitSeconds * 1000 }, ...(config.redisUrl !== null && { redisUrl: config.redisUrl }),
  });
  parts.plans = startPlanQueue({ db, databaseUrl, clock: systemClock, role: config.role, log, committed, ...(config.redisUrl !== null && { redisUrl: config.redisUrl }) });
  const housekeeping = startHousekeeping({ db, clock: systemClock, committed, log, settings });
  const reminders = config.role === 'web' ? null : startReminderPost({ db, clock: systemClock, sender, postman, log, committed });
  const signIns = config.role === 'web' ? null : startSignInPost({ db, clock: systemClock, settings, postman }, sender, log);
  const notices = config.role === 'web' ? null : startNoticePost({ db, clock: systemClock, settings, sender, postman, log, committed });
  parts.webhooks = config.role === 'web' ? null : startWebhookQueue(db, {
    post: webhookPost(fetchPublic), clock: systemClock, settings, chance: Math.random,
  }, log);
  parts.calendars = config.role === 'web' || busyWorker === null ? null : startCalendarReader({
    db, clock: systemClock, log, committed, fetch: fetchPublic, read: busyReader(busyWorker), openAddress: openSeal(secretKey).open,
  });
  const readIncoming = mailWorker === null ? null : incomingReader(mailWorker, config.mailAuthority);
  const mailbox = config.role === 'web' || config.imapUrl === null || readIncoming === null ? null : startMailboxReader({
    url: config.imapUrl, db, read: readIncoming, host: new URL(publicUrl).hostname, newId: settings.newId, clock: systemClock, log, committed,
  });
  const services: Services = {
    db, readIncoming, listings: openListings(db), bookTogether: openBookings(db), clock: systemClock, settings, sender, log, committed,
    ownerTokenHash: config.bootstrapToken === null ? null : hashOf(config.bootstrapToken),
    clientDirectory, limits, trust: config.trustProxy, corsOrigins: config.corsOrigins,
    mailbox: config.smtpUrl === null,
    figures: { sockets: () => parts.live?.sockets() ?? 0, queueJobs: async () => parts.queue?.jobs() ?? null },
    readiness: () => readiness(db, parts.queue, parts.plans),
  };
  return {
    db,
    services,
    serveLive: (http) => { parts.live = openLive(http, services, bus, places); },
    ready: async () => { await Promise.all([parts.queue?.ready(), parts.plans?.ready()]); },
    close: async () => {
      await parts.live?.stop();
      await places.stop();
      await housekeeping.stop();
      await parts.calendars?.stop();
      await mailbox?.stop();
      await reminders?.stop();
      await signIns?.stop();
      await notices?.stop();
      await parts.webhooks?.stop();
      await parts.plans?.stop();
      await parts.queue?.stop();
      await bus.stop();
      redis?.disconnect();
      await db.close();
    },
  };
}

function openLive(http: HttpServer, services: Services, bus: Bus, places: Places): Live {
  const { db, log, clock, limits, settings } = services;
  return startLive(http, {
    db, bus, log, clock,
    authenticate: async (request, token) => {
      const caller = await authenticate(services, request, token);
      const isWithin = await limits.take(caller ? 'connect' : 'stranger', caller ? accountOf(caller) : networkOfRequest(services, request)) === null;
      if (!isWithin && caller?.credential.kind !== 'owner') return null;
      return caller && mayRead(caller) ? { access: caller.access, proof: caller.credential.kind === 'owner' ? null : caller.credential } : null;
    },
    isRefused: async (request) => isCrossSite(request, settings.publicUrl) || await limits.take('handshake', networkOfRequest(services, request)) !== null,
    // The owner's own token is for programs, which may need many.
    placeFor: async (request, { access, proof }) => (proof === null ? () => {} : places.take([
      ['account', accountOf({ access, credential: proof })], ['network', networkOfRequest(services, request)],
    ])),
  });
}

/** For counting; a count that is lost or late harms nobody, so that nothing waits for it. */
function openRedis(url: string): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: false });
  redis.on('error', () => {});
  return redis;
}

/** To watch is to read. */
function mayRead({ credential }: Caller): boolean {
  return credential.kind !== 'token' || credential.scopes.includes('read');
}

async function readiness(db: Database, queue: MailQueue | null, plans: PlanQueue | null): Promise<string[]> {
  const [database, mail, planning] = await Promise.all([
    db.query('SELECT 1').then(() => true, () => false),
    queue?.healthy().catch(() => false) ?? true,
    plans?.healthy().catch(() => false) ?? true,
  ]);
  return [...(database ? [] : ['database']), ...(mail ? [] : ['mail queue']), ...(planning ? [] : ['plan queue'])];
}

/** A script that runs in a thread of its own; from the sources too it is the built one. Null before the first build. */
function built(script: string): string | null {
  return [path.join(here, script), path.join(here, '../build/server', script)].find((file) => existsSync(file)) ?? null;
}

/** 160 random bits in lower case: also usable in a mail address, which calendars do not tell apart by case. */
function newId(prefix: string): string {
  return `${prefix}_${BigInt(`0x${randomBytes(20).toString('hex')}`).toString(36)}`;
}
