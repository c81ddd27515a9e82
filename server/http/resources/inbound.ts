import express, { type Request, type RequestHandler, type Router } from 'express';
import type { Receipt } from '../../../shared/api/inbound.ts';
import { refuse, type Result } from '../../domain/result.ts';
import { coordinates, type Access } from '../../usecases/signing-in/access.ts';
import { receive } from '../../usecases/calendars/receive.ts';
import { authenticate, isCrossSite } from '../authenticate.ts';
import { admit } from '../door.ts';
import { problemDocument, sendProblem } from '../problem.ts';
import { beyondScopes } from '../scopes.ts';
import type { Services } from '../services.ts';

const FORMS = { 'text/calendar': 'calendar', 'message/rfc822': 'mail' } as const;
const LONGEST = '2mb';
/** Each is read in a thread of its own. */
const WEIGHT = 10;

/**
 * `POST /inbound/itip`: a calendar's answer, handed in by a program (a mail server's filter, say) with the owner's token or a
 * coordinator's, who vouch for a calendar object, not for a mail. Not JSON, and so not among the other routes.
 */
export function inbound(services: Services): Router {
  const router = express.Router();
  router.post('/inbound/itip', mayHandIn(services), express.raw({ type: Object.keys(FORMS), limit: LONGEST }), handIn(services));
  return router;
}

/** Before the body is taken in. */
function mayHandIn(services: Services): RequestHandler {
  return async (request, response, next) => {
    const caller = await authenticate(services, request);
    if (!await admit(services, request, response, caller, WEIGHT)) return;
    if (!caller) return sendProblem(response, problemDocument({ code: 'unauthenticated', detail: 'Send a bearer token.' }));
    const { access, byCookie, credential } = caller;
    const beyond = beyondScopes({ method: 'post', path: '/inbound/itip' }, credential);
    if (beyond) return sendProblem(response, problemDocument(beyond.problem));
    const mayCome = (access.role === 'owner' || access.role === 'coordinator') && !(byCookie && isCrossSite(request, services.settings.publicUrl));
    if (!mayCome) return sendProblem(response, problemDocument({ code: 'forbidden', detail: 'Answers are handed in by whoever runs a programme.' }));
    response.locals.access = access;
    return next();
  };
}

function handIn(services: Services): RequestHandler {
  return async (request, response) => {
    const result = await received(services, request, response.locals.access as Access);
    if (!result.ok) return sendProblem(response, problemDocument(result.problem));
    services.committed();
    services.log.info({ ...result.value }, 'answer received');
    response.set('Cache-Control', 'no-store').json(result.value);
  };
}

async function received({ clock, db, readIncoming, settings }: Services, request: Request, access: Access): Promise<Result<Receipt>> {
  const form = FORMS[request.is(Object.keys(FORMS)) as keyof typeof FORMS];
  if (!form || !Buffer.isBuffer(request.body)) return refuse('malformed', 'Send a calendar object as text/calendar, or a whole mail as message/rfc822.');
  if (!readIncoming) return refuse('unavailable', 'This process reads no answers.');
  const what = await readIncoming(form, request.body, methodOf(request));
  const keeper = { now: clock(), host: new URL(settings.publicUrl).hostname, newId: settings.newId, mayReceive: (programmeId: string) => coordinates(access, programmeId) };
  return db.transaction((tx) => receive(tx, what, keeper));
}

/** RFC 5545 §8.1. */
function methodOf(request: Request): string | null {
  return /;\s*method="?([a-z-]{1,40})/i.exec(request.get('Content-Type') ?? '')?.[1] ?? null;
}
