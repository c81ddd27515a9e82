import express, { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { Id, Instant as InstantText, LongText } from '../../../shared/api/primitives.ts';
import type { Instant } from '../../domain/interval.ts';
import type { Problem, Result } from '../../domain/result.ts';
import type { Tx } from '../../store/database.ts';
import type { Call } from '../../usecases/call.ts';
import { cancelBooking } from '../../usecases/booking/cancel-booking.ts';
import { moveBooking } from '../../usecases/booking/move-booking.ts';
import { endLinks, openLink, type OpenedLink } from '../../usecases/signing-in/personal-link.ts';
import { accessOf } from '../../usecases/signing-in/sign-in.ts';
import { allOrNothing } from '../all-or-nothing.ts';
import { isCrossSite } from '../authenticate.ts';
import type { Services } from '../services.ts';
import { cancelPage, endedPage, managePage, readManaged, type Said } from './manage-page.ts';

const Move = z.object({ slot: z.string(), reason: LongText.optional(), version: z.coerce.number().int() });
const Cancellation = z.object({ reason: LongText.optional(), version: z.coerce.number().int() });

/**
 * Where the personal link of an invitation leads: one person, one booking, no sign-in, no JavaScript. Looking changes nothing,
 * since mail scanners look too; its buttons do what the same person could do signed in, and nothing more.
 */
export function managePages(services: Services): Router {
  const router = Router();
  const form = express.urlencoded({ extended: false, limit: '16kb' });

  router.get('/manage/:token', opened(services, async (link, call, request, response) => {
    await show(services, response, call, link, saidIn(request.query.said));
  }));

  router.get('/manage/:token/cancel', opened(services, async (link, call, request, response) => {
    if (link.booking.status === 'cancelled') return response.redirect(303, pathOf(request));
    response.send(cancelPage(await readManaged(services, call, link), pathOf(request)));
  }));

  router.post('/manage/:token/move', form, opened(services, async (link, call, request, response) => {
    const move = Move.safeParse(request.body ?? {});
    const wish = move.success ? wishIn(move.data.slot) : null;
    if (!move.success || !wish) return show(services, response, call, link, 'chooseOne', 422);
    const { reason, version } = move.data;
    const moved = await doIt(services, (tx) => moveBooking(tx, call, { id: link.booking.id, ...wish, reason: reason || undefined, ifVersion: version }));
    if (!moved.ok) return refused(services, request, response, call, link, moved.problem);
    response.redirect(303, `${pathOf(request)}?said=moved`);
  }));

  router.post('/manage/:token/cancel', form, opened(services, async (link, call, request, response) => {
    const cancellation = Cancellation.safeParse(request.body ?? {});
    if (!cancellation.success) return show(services, response, call, link, 'refused', 422);
    const { reason, version } = cancellation.data;
    const cancelled = await doIt(services, (tx) => cancelBooking(tx, call, { id: link.booking.id, reason: reason || undefined, ifVersion: version }));
    if (!cancelled.ok) return refused(services, request, response, call, link, cancelled.problem);
    response.redirect(303, `${pathOf(request)}?said=wasCancelled`);
  }));

  router.post('/manage/:token/end', opened(services, async (link, call, _request, response) => {
    await doIt(services, (tx) => endLinks(tx, call, link.booking.id));
    response.send(endedPage(link.person.language));
  }));

  return router;
}

type Handler = (link: OpenedLink, call: Call, request: Request, response: Response) => Promise<void>;

/** Finds whose link it is, and acts as them. */
function opened(services: Services, handle: Handler) {
  return async (request: Request, response: Response): Promise<void> => {
    const { db, settings, clock } = services;
    response.set('Cache-Control', 'no-store');
    const link = await openLink(db, settings, String(request.params.token));
    const isForeign = request.method === 'POST' && isCrossSite(request, settings.publicUrl);
    if (!link || isForeign) return void response.status(link ? 403 : 404).send(endedPage(link?.person.language ?? (request.acceptsLanguages('en', 'es', 'fr', 'pl', 'da') || 'en')));
    await handle(link, { access: accessOf(link.person), now: clock(), settings }, request, response);
  };
}

async function show(services: Services, response: Response, call: Call, link: OpenedLink, said: Said | null, status = 200): Promise<void> {
  response.status(status).send(managePage(await readManaged(services, call, link), said));
}

/** The page as things stand now, with what stood in the way. */
async function refused(services: Services, request: Request, response: Response, call: Call, link: OpenedLink, { code }: Problem): Promise<void> {
  const said = code === 'slot-taken' || code === 'not-a-slot' ? 'taken' : code === 'stale' ? 'stale' : 'refused';
  const now = await openLink(services.db, services.settings, linkTokenOf(request));
  await show(services, response, call, now ?? link, said, 409);
}

async function doIt<Value>({ db, committed }: Services, work: (tx: Tx) => Promise<Result<Value>>): Promise<Result<Value>> {
  const result = await allOrNothing(db, work);
  if (result.ok) committed();
  return result;
}

/** `facilitator start`, as the page's choices are named. */
function wishIn(slot: string): { facilitatorId: string; start: Instant } | null {
  const [facilitatorId, start] = slot.split(' ');
  if (!Id.safeParse(facilitatorId).success || !InstantText.safeParse(start).success) return null;
  return { facilitatorId: facilitatorId!, start: Date.parse(start!) as Instant };
}

function saidIn(word: unknown): Said | null {
  return word === 'moved' || word === 'wasCancelled' ? word : null;
}

function linkTokenOf(request: Request): string {
  return String(request.params.token);
}

function pathOf(request: Request): string {
  return `/manage/${encodeURIComponent(linkTokenOf(request))}`;
}
