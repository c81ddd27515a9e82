import { Router, type Request, type RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { countDeliveries, oldestWait } from '../store/figures.ts';
import { authenticate } from './authenticate.ts';
import { problemDocument, sendProblem } from './problem.ts';
import { methodOf, routeOf } from './route-of.ts';
import type { Services } from './services.ts';

/** Loopback, in the forms a socket may name it. */
const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * Counts requests, and tells the figures of this process at `/metrics` in the text Prometheus reads. For programs on this
 * machine and for the owner's token; to everyone else there is no such page: how busy we are is nobody's business.
 */
export function metricsRoutes(services: Services): RequestHandler[] {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'visavis_' });
  const duration = new Histogram({
    name: 'visavis_http_request_duration_seconds', help: 'How long requests took, by route and status',
    labelNames: ['method', 'route', 'status'], buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5], registers: [registry],
  });
  addGauges(registry, services);

  const router = Router();
  router.get('/metrics', async (request, response) => {
    if (!await mayRead(services, request)) return sendProblem(response, problemDocument({ code: 'not-found', detail: 'There is no such page.' }));
    response.set('Cache-Control', 'no-store').type(registry.contentType).send(await registry.metrics());
  });

  const counting: RequestHandler = (request, response, next) => {
    const end = duration.startTimer();
    response.once('finish', () => end({ method: methodOf(request), route: routeOf(request), status: response.statusCode }));
    next();
  };
  return [counting, router];
}

function addGauges(registry: Registry, { clock, db, figures }: Services): void {
  const gauge = (name: string, help: string, collect: (into: Gauge<string>) => Promise<void> | void, labelNames: string[] = []) => {
    const made: Gauge<string> = new Gauge({ name: `visavis_${name}`, help, labelNames, registers: [registry], collect: () => collect(made) });
  };
  gauge('live_sockets', 'Open live connections of this process', (into) => into.set(figures.sockets()));
  gauge('queue_jobs', 'Jobs in the mail queue; -1 while it cannot be reached', async (into) => into.set(await figures.queueJobs() ?? -1));
  gauge('database_connections', 'Connections of the pool that answers requests', (into) => {
    into.set({ state: 'open' }, db.pool.totalCount);
    into.set({ state: 'idle' }, db.pool.idleCount);
    into.set({ state: 'wanted' }, db.pool.waitingCount);
  }, ['state']);
  gauge('deliveries', 'Invitations in the outbox, by state', async (into) => {
    into.reset();
    for (const { state, count } of await countDeliveries(db)) into.set({ state }, count);
  }, ['state']);
  gauge('relay_oldest_seconds', 'Age of the oldest invitation that waits to be sent', async (into) => into.set(await oldestWait(db, clock())));
}

/** A proxy on this machine adds who it asks for: then it is not the machine itself that asks. */
async function mayRead(services: Services, request: Request): Promise<boolean> {
  const isForwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => request.get(name) !== undefined);
  if (!isForwarded && LOOPBACK.has(request.socket.remoteAddress ?? '')) return true;
  return (await authenticate(services, request))?.access.role === 'owner';
}
