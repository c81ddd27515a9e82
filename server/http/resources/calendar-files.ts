import { Router } from 'express';
import type { Language } from '../../domain/invitation.ts';
import { inviteFile } from '../../mail/invite-file.ts';
import { findBooking } from '../../store/bookings.ts';
import { bookedSession } from '../../store/deliveries-content.ts';
import { isParty } from '../../usecases/access.ts';
import { noSuchBooking } from '../../usecases/move-booking.ts';
import { authenticate, type Caller } from '../authenticate.ts';
import { problemDocument, sendProblem } from '../problem.ts';
import type { Services } from '../services.ts';

/** Calendar text, for programs and for people who press “add to calendar”. */
export function calendarFiles(services: Services): Router {
  const router = Router();
  router.get('/bookings/:id/invite.ics', async (request, response) => {
    const caller = await authenticate(services, request);
    if (!caller) return sendProblem(response, problemDocument({ code: 'unauthenticated', detail: 'Send a bearer token, or sign in by a mailed link.' }));
    const booking = await findBooking(services.db, request.params.id);
    const session = booking && isParty(caller.access, booking) ? await bookedSession(services.db, booking.id) : null;
    if (!booking || !session) return sendProblem(response, problemDocument(noSuchBooking().problem));
    response
      .set('Cache-Control', 'private, no-cache')
      .set('Content-Disposition', `attachment; filename="visavis-${booking.id}.ics"`)
      .type('text/calendar; charset=utf-8')
      .send(inviteFile(session, languageOf(caller), services.sender));
  });
  return router;
}

function languageOf({ person }: Caller): Language {
  return (person?.language ?? 'en') as Language;
}
