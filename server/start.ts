import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { migrationsDirectory, openContext, type Context } from './context.ts';
import { demoLinks, seedDemo, type DemoLink } from './demo/seed.ts';
import { createApp } from './http/app.ts';
import { limitTime, serverOptions } from './http/measure.ts';
import { problemDocument } from './http/problem.ts';
import { StartupProblem, startEmbeddedPostgres, type EmbeddedPostgres } from './postgres/index.ts';
import { openDatabase, sqlState, waitForDatabase, type Database } from './store/database.ts';
import { installationKey } from './store/installation.ts';
import { migrate } from './store/migrate.ts';
import { setUpUrl } from './usecases/signing-in/set-up.ts';

export interface Running {
  /** Where it listens; null for a worker, which does not. */
  url: string | null;
  links: DemoLink[];
  /** Where a new installation begins, for whoever starts it; null once somebody has, or where a token is there for it. */
  setUpUrl: string | null;
  /** No request dropped, no job half done; PostgreSQL last. */
  stop(): Promise<void>;
}

/** Requests in hand at the end get this long. */
const DRAIN_MS = 10_000;

/** Starts what ROLE asks for; resolves when it is ready, or no longer wanted, though its database or queue is not there yet. */
export async function start(config: Config, log: Logger, stopping: AbortSignal = new AbortController().signal): Promise<Running> {
  // The port first: if it is taken, that is said at once and nothing else is begun.
  const web = config.role === 'worker' ? null : await listen(config);
  let postgres: EmbeddedPostgres | null = null;
  let context: Context | null = null;
  const stop = once(async () => {
    await web?.drain();
    await context?.close();
    await postgres?.stop();
  });
  try {
    postgres = config.databaseUrl === null ? await startEmbeddedPostgres({ dataDir: config.dataDir, log: (event) => log.info(event) }) : null;
    const databaseUrl = config.databaseUrl ?? postgres!.url;
    const ownKey = await prepareDatabase(databaseUrl, log, () => stopping.aborted);
    const secretKey = config.secretKey === null ? ownKey : Buffer.from(config.secretKey);
    const publicUrl = config.publicUrl ?? `http://localhost:${web?.port ?? config.port}`;
    context = openContext(config, databaseUrl, publicUrl, secretKey, log);
    const links = config.demo ? await openDemo(context) : [];
    web?.serve(createApp(context.services), context);
    await Promise.race([context.ready(), aborted(stopping)]);
    const { clock, settings } = context.services;
    const beginning = web && config.bootstrapToken === null ? await setUpUrl(context.db, settings, clock()) : null;
    return { url: web && `http://${bracketed(config.host)}:${web.port}`, links, setUpUrl: beginning, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve());
    if (signal.aborted) resolve();
  });
}

/** Waits for the database and brings it up to date. Returns the installation's own secret key. */
async function prepareDatabase(databaseUrl: string, log: Logger, isStopped: () => boolean): Promise<Buffer> {
  const db = openDatabase(databaseUrl, { maximum: 1 });
  try {
    await waitForDatabase(db, isStopped, (error) => log.warn({ fault: sqlState(error) ?? (error as NodeJS.ErrnoException).code }, 'the database does not answer; waiting for it'));
    await requireVersion(db);
    const applied = await migrate(databaseUrl, migrationsDirectory);
    if (applied.length > 0) log.info({ applied }, 'migrated');
    return await installationKey(db);
  } finally {
    await db.close();
  }
}

/** Older ones lack what the migrations need. */
async function requireVersion(db: Database): Promise<void> {
  const { rows: [version] } = await db.query<{ number: string; name: string }>("SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS name");
  if (Number(version?.number) < 150_000) throw new StartupProblem(`DATABASE_URL leads to PostgreSQL ${version?.name}; Visavis needs 15 or later.`);
}

async function openDemo({ db, services: { settings, clock } }: Context): Promise<DemoLink[]> {
  await seedDemo(db, settings, clock());
  return demoLinks(db, settings, clock());
}

interface Web {
  port: number;
  serve(app: Express, context: Context): void;
  drain(): Promise<void>;
}

/** Listens before there is anything to serve: until then it is live, and says that it is not ready. */
async function listen({ host, port }: Config): Promise<Web> {
  let app: Express | null = null;
  const server = createServer(serverOptions, (request, response) => {
    if (app) return void app(request, response);
    const isLive = request.url === '/health/live';
    response.writeHead(isLive ? 200 : 503, { 'Content-Type': isLive ? 'application/json' : 'application/problem+json', 'Retry-After': '1' });
    response.end(JSON.stringify(isLive ? { status: 'live' } : problemDocument({ code: 'unavailable', detail: 'Starting; try again in a moment.' })));
  });
  limitTime(server);
  await bound(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    serve: (ready, context) => {
      app = ready;
      context.serveLive(server);
    },
    drain: () => drain(server),
  };
}

function bound(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(whyNotBound(error, host, port)));
    server.listen(port, host, resolve);
  });
}

function whyNotBound(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const example = 'PORT=3001 npm start (PORT=0 picks a free one)';
  if (error.code === 'EADDRINUSE') return new StartupProblem(`Port ${port} is taken by another program: choose another, as in ${example}.`);
  if (error.code === 'EACCES') return new StartupProblem(`Port ${port} needs rights this user does not have: choose one above 1023, as in ${example}.`);
  return new StartupProblem(`Cannot listen on ${host}:${port} (${error.code}): set HOST to an address of this machine, such as 127.0.0.1.`);
}

/** No new connections; those with a request in hand end with it. */
async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => { server.close(() => resolve()); });
  server.closeIdleConnections();
  const patience = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await closed;
  clearTimeout(patience);
  clearInterval(sweep);
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
