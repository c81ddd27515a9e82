import { createHash } from 'node:crypto';
import { Router } from 'express';
import type { Language } from '../../domain/invitation.ts';
import { feedFile, type FeedContent } from '../../mail/feed-file.ts';
import { inviteFile } from '../../mail/invite-file.ts';
import { findBooking } from '../../store/bookings.ts';
import { bookedSession } from '../../store/deliveries-content.ts';
import { isParty } from '../../usecases/signing-in/access.ts';
import { readFeed, type Feed } from '../../usecases/calendars/feeds.ts';
import { noSuchBooking } from '../../usecases/booking/move-booking.ts';
import { authenticate, type Caller } from '../authenticate.ts';
import { admit } from '../door.ts';
import { problemDocument, sendProblem } from '../problem.ts';
import type { Services } from '../services.ts';

/** Calendar text, for programs and for people who press “add to calendar”. */
export function calendarFiles(services: Services): Router {
  const router = Router();
  router.get('/bookings/:id/invite.ics', async (request, response) => {
    const caller = await authenticate(services, request);
    if (!await admit(services, request, response, caller)) return;
    if (!caller) return sendProblem(response, problemDocument({ code: 'unauthenticated', detail: 'Send a bearer token, or sign in by a mailed link.' }));
    const booking = await findBooking(services.db, request.params.id);
    const session = booking && isParty(caller.access, booking) ? await bookedSession(services.db, booking) : null;
    if (!booking || !session) return sendProblem(response, problemDocument(noSuchBooking().problem));
    response
      .set('Cache-Control', 'private, no-cache')
      .set('Content-Disposition', `attachment; filename="visavis-${booking.id}.ics"`)
      .type('text/calendar; charset=utf-8')
      .send(inviteFile(session, languageOf(caller), services.sender, caller.access.role === 'facilitator' ? 'facilitator' : 'cluster'));
  });

  router.get('/feeds/:file', async (request, response) => {
    const feed = await readFeed(services.db, services.settings, request.params.file);
    response.set({ 'X-Robots-Tag': 'noindex', 'Referrer-Policy': 'no-referrer' });
    if (!feed) return sendProblem(response, problemDocument({ code: 'not-found', detail: 'There is no such calendar; its address may have been renewed.' }));
    const text = feedFile(contentOf(feed), services.sender);
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
    response.set({ ETag: etag, 'Cache-Control': 'private, max-age=300' });
    if (isAlreadyHad(request.get('If-None-Match'), etag)) return void response.status(304).end();
    response.type('text/calendar; charset=utf-8').send(text);
  });

  return router;
}

/** Each reads in their own words: the programme's in its office's. */
function contentOf({ owner, sessions, classrooms }: Feed): FeedContent {
  const name = owner.kind === 'programme' ? owner.programme : `${owner.programme} · ${owner.name}`;
  return { name, language: owner.language, reader: owner.kind === 'facilitator' ? 'facilitator' : 'cluster', sessions, classrooms };
}

/** RFC 9110 §13.1.2: a list of tags, compared weakly, or `*`. */
function isAlreadyHad(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

function languageOf({ person }: Caller): Language {
  return (person?.language ?? 'en') as Language;
}
