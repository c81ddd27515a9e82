import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answering } from './answer.ts';
import { nameOfClient } from './built-client.ts';
import { clientFiles } from './client-files.ts';
import { clientPage } from './client-page.ts';
import { cors } from './cors.ts';
import { limitPages } from './door.ts';
import type { Endpoint } from './endpoint.ts';
import { faultOf } from './faults.ts';
import { healthRoutes } from './health.ts';
import { refuseDepth, refuseLongAddresses } from './measure.ts';
import { metricsRoutes } from './metrics.ts';
import { openApiDocument } from './openapi.ts';
import { docsPage } from './pages/docs.ts';
import { joinPages } from './pages/join.ts';
import { managePages } from './pages/manage.ts';
import { mailboxPages } from './pages/mailbox.ts';
import { pageFiles } from './pages/page-files.ts';
import { privacyPage } from './pages/privacy.ts';
import { setUpPages } from './pages/set-up.ts';
import { signInRoutes } from './pages/sign-in.ts';
import { problemDocument, sendProblem } from './problem.ts';
import { account } from './resources/account.ts';
import { attendance } from './resources/attendance.ts';
import { audit } from './resources/audit.ts';
import { calendars } from './resources/calendars.ts';
import { asking } from './resources/asking.ts';
import { calendarFiles } from './resources/calendar-files.ts';
import { coordination } from './resources/coordination.ts';
import { drafts } from './resources/drafts.ts';
import { exportFiles } from './resources/exports.ts';
import { feeds } from './resources/feeds.ts';
import { inbound } from './resources/inbound.ts';
import { history } from './resources/history.ts';
import { people } from './resources/people.ts';
import { personalData } from './resources/personal-data.ts';
import { plans } from './resources/plans.ts';
import { programmes } from './resources/programmes.ts';
import { sessions } from './resources/sessions.ts';
import { webhooks } from './resources/webhooks.ts';
import { staff } from './resources/staff.ts';
import { securityLog } from './security-log.ts';
import type { Services } from './services.ts';

/**
 * Every route of the contract; the access table and the OpenAPI document are made from it. Requests are compared with one
 * after the other: what is asked most often, free hours and bookings, stands first.
 */
export const endpoints: readonly Endpoint[] = [
  ...sessions,
  ...account,
  ...programmes,
  ...drafts,
  ...staff,
  ...people,
  ...calendars,
  ...attendance,
  ...asking,
  ...coordination,
  ...exportFiles,
  ...feeds,
  ...plans,
  ...history,
  ...webhooks,
  ...personalData,
  ...audit,
];

const API = '/api/v1';
/** What answers by itself, mostly to secret links: counted by where it is asked from. */
const PAGES = ['/sign-in', '/set-up', '/manage', '/join', '/mailbox', '/privacy', `${API}/feeds`, `${API}/docs`, `${API}/openapi.json`];

export function createApp(services: Services): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.use(requestId, headers(services), permissions);
  app.use(securityLog(services), refuseLongAddresses, healthRoutes(services), ...metricsRoutes(services));
  app.use(PAGES, limitPages(services));
  app.use('/api', cors(services.corsOrigins));
  app.use(API, inbound(services));
  // Smaller answers are one packet as they are.
  app.use(compression({ threshold: 4096 }));
  app.use(express.json({ limit: '1mb', type: 'application/json', verify: refuseDepth }), refuseOtherBodies);
  app.get(`${API}/openapi.json`, description(services));
  app.use(API, docsPage(endpoints, services), calendarFiles(services));
  for (const endpoint of endpoints) app[endpoint.method](API + endpoint.path, answering(services, endpoint));
  app.use('/api', (_request, response) => sendProblem(response, problemDocument({ code: 'not-found', detail: 'There is no such route.' })));
  app.use(pageFiles(), signInRoutes(services), setUpPages(services), joinPages(services), managePages(services), privacyPage(services), mailboxPages(services));
  app.use(clientPage(services, endpoints), clientFiles(services.clientDirectory));
  app.use(lastResort(services));
  return app;
}

/** Made once: it takes longer than most answers, and anybody may ask for it. */
function description({ settings }: Services): RequestHandler {
  let made: string | undefined;
  return (_request, response) => {
    made ??= JSON.stringify(openApiDocument(endpoints, settings.publicUrl));
    response.type('application/json').send(made);
  };
}

const requestId: RequestHandler = (_request, response, next) => {
  response.set('X-Request-Id', randomUUID());
  next();
};

/** Nothing here asks for a camera, a microphone or a place: whatever got in could not either. Helmet leaves this one to us. */
const permissions: RequestHandler = (_request, response, next) => {
  response.set('Permissions-Policy', 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()');
  next();
};

/** What helmet says is the same on every answer: it is asked once, not by its dozen handlers at each request. */
function headers(services: Services): RequestHandler {
  const always = new Map<string, string>();
  const collector = { setHeader: (name: string, value: string) => always.set(name, value), removeHeader: () => undefined };
  helmetOf(services)({} as IncomingMessage, collector as unknown as ServerResponse, (error) => {
    if (error) throw error;
  });
  // By it a tab that has been open for long learns that there is a newer client.
  const client = nameOfClient(services.clientDirectory);
  if (client !== null) always.set('Visavis-Client', client);
  return (_request, response, next) => {
    response.setHeaders(always);
    next();
  };
}

/** No inline script or style anywhere; nothing of ours in a frame of theirs, and no secret in a Referer. */
function helmetOf({ settings }: Services): ReturnType<typeof helmet> {
  const secure = settings.publicUrl.startsWith('https:');
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"], scriptSrc: ["'self'"], styleSrc: ["'self'"], imgSrc: ["'self'", 'data:'], fontSrc: ["'self'"],
        connectSrc: ["'self'", ...webSocketOf(settings.publicUrl)], manifestSrc: ["'self'"], frameSrc: ["'self'"], formAction: ["'self'"],
        baseUri: ["'none'"], objectSrc: ["'none'"], frameAncestors: ["'none'"],
        ...(secure && { upgradeInsecureRequests: [] }),
      },
    },
    // Nothing to others; to ourselves, or a form's `Origin` would be null.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
  });
}

function webSocketOf(publicUrl: string): string[] {
  return [publicUrl.replace(/^http/, 'ws')];
}

/** A body in another form would silently be no body at all. */
const refuseOtherBodies: RequestHandler = (request, response, next) => {
  const length = request.get('Content-Length');
  const hasBody = request.get('Transfer-Encoding') !== undefined || (length !== undefined && length !== '0');
  const isForm = request.is('application/x-www-form-urlencoded') && !request.path.startsWith('/api/');
  if (hasBody && !request.is('application/json') && !isForm) {
    return sendProblem(response, problemDocument({ code: 'malformed', detail: 'Send JSON, with Content-Type: application/json.' }));
  }
  next();
};

function lastResort({ log }: Services): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    const id = response.get('X-Request-Id') ?? '';
    const problem = faultOf(error);
    if (problem.code === 'internal' || problem.code === 'unavailable') log.error({ requestId: id, err: error }, 'request failed');
    if (response.headersSent) { response.destroy(); return; }
    sendProblem(response, problemDocument(problem, problem.code === 'internal' ? id : undefined));
  };
}
