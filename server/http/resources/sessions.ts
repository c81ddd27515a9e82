import { Booking, BookingCancellation, BookingInput, BookingPatch } from '../../../shared/api/bookings.ts';
import { Hold, HoldInput } from '../../../shared/api/holds.ts';
import { listOf } from '../../../shared/api/primitives.ts';
import { Coverage, Session, SessionFilter } from '../../../shared/api/sessions.ts';
import { GridFilter, GridSlots, SlotFilter, SlotList } from '../../../shared/api/slots.ts';
import type { Instant } from '../../domain/interval.ts';
import { accept, type Result } from '../../domain/result.ts';
import { findBooking } from '../../store/bookings.ts';
import { bookSession, lookBeforeBooking, type BookingWish } from '../../usecases/booking/book-session.ts';
import { cancelBooking } from '../../usecases/booking/cancel-booking.ts';
import { extendHoldOf } from '../../usecases/booking/extend-hold.ts';
import { coverageOfProgramme, sessionById, sessionsOfProgramme } from '../../usecases/listing/list-sessions.ts';
import { slotsOfProgramme, slotsOfSession } from '../../usecases/listing/list-slots.ts';
import { moveBooking, noSuchBooking } from '../../usecases/booking/move-booking.ts';
import { endLinks } from '../../usecases/signing-in/personal-link.ts';
import { lookBeforeHold, placeHold } from '../../usecases/booking/place-hold.ts';
import { releaseHold } from '../../usecases/booking/release-hold.ts';
import { bookingFor, representBooking, representHold } from '../../usecases/listing/represent.ts';
import type { Looked, Wish } from '../../usecases/booking/take-slot.ts';
import { read, write, type Endpoint, type Input } from '../endpoint.ts';
import { prepared } from '../prepared.ts';

export const sessions: Endpoint[] = [
  read({ path: '/programmes/:id/sessions', summary: 'List the sessions you may see', query: SessionFilter, answer: listOf(Session) },
    ({ db }, call, { params, query }) => sessionsOfProgramme(db, call, params.id!, query)),
  read({ path: '/sessions/:id', summary: 'Read a session', answer: Session },
    ({ db }, call, { params }) => sessionById(db, call, params.id!)),
  read({ path: '/programmes/:id/coverage', summary: 'Where every cluster × topic stands', answer: Coverage },
    ({ db }, call, { params }) => coverageOfProgramme(db, call, params.id!)),

  read({ path: '/sessions/:id/slots', summary: 'List the free slots of a session; when there is none, why', query: SlotFilter, answer: SlotList },
    async ({ listings }, call, { params, query }) => mapped(await slotsOfSession(listings, call, params.id!, query), prepared)),
  read({ path: '/programmes/:id/slots', summary: 'List the free slots of all open sessions', query: GridFilter, answer: GridSlots, weight: 5 },
    async ({ listings }, call, { params, query }) => mapped(await slotsOfProgramme(listings, call, params.id!, query), prepared)),

  write({ method: 'post', path: '/sessions/:id/holds', summary: 'Keep a slot for some minutes', body: HoldInput, answer: Hold, status: 201 },
    async (tx, call, input, looked?: Looked) => mapped(await placeHold(tx, call, wishOf(input), looked), (hold) => representHold(hold, call.now)),
    { look: ({ listings }, call, input) => lookBeforeHold(listings, call, wishOf(input)), turn: slotOf }),
  write({ method: 'post', path: '/holds/:id/extension', summary: 'Keep it longer', answer: Hold },
    async (tx, call, { params }) => mapped(await extendHoldOf(tx, call, params.id!), (hold) => representHold(hold, call.now))),
  write({ method: 'delete', path: '/holds/:id', summary: 'Give the slot back', answer: null },
    (tx, call, { params }) => releaseHold(tx, call, params.id!)),

  write({ method: 'post', path: '/sessions/:id/booking', summary: 'Book a slot for a session', body: BookingInput, answer: Booking, status: 201 },
    async (tx, call, input, looked?: Looked) => mapped(await bookSession(tx, call, bookingWishOf(input), looked), representBooking),
    {
      look: ({ listings }, call, input) => lookBeforeBooking(listings, call, bookingWishOf(input)),
      turn: slotOf,
      async together({ bookTogether }, call, { body }, looked) {
        const booking = await bookTogether({ call, needs: body.needs, looked });
        return booking && accept(representBooking(booking));
      },
    }),
  read({ path: '/bookings/:id', summary: 'Read a booking', answer: Booking },
    async ({ db }, { access }, { params }) => {
      const booking = await findBooking(db, params.id!);
      const shown = booking && bookingFor(access, booking);
      return shown ? accept(shown) : noSuchBooking();
    }),
  write({ method: 'patch', path: '/bookings/:id', summary: 'Move a booking, or change what it needs', body: BookingPatch, answer: Booking },
    async (tx, call, { params, body, ifVersion }) => mapped(
      await moveBooking(tx, call, {
        id: params.id!, start: body.start === undefined ? undefined : instantOf(body.start),
        facilitatorId: body.facilitatorId, needs: body.needs, reason: body.reason, ifVersion,
      }),
      representBooking)),
  write({ method: 'delete', path: '/bookings/:id/links', summary: 'End your personal link to a booking, or everybody’s if you run the programme; the next mail brings another', answer: null },
    (tx, call, { params }) => endLinks(tx, call, params.id!)),
  write({ method: 'delete', path: '/bookings/:id', summary: 'Cancel a booking; its session is open again', body: BookingCancellation, answer: Booking },
    async (tx, call, { params, body, ifVersion }) => mapped(await cancelBooking(tx, call, { id: params.id!, reason: body.reason, ifVersion }), representBooking)),
];

function wishOf({ params, body }: Input<unknown, HoldInput>): Wish {
  return { sessionId: params.id!, facilitatorId: body.facilitatorId, start: instantOf(body.start) };
}

function bookingWishOf({ params, body }: Input<unknown, BookingInput>): BookingWish {
  return { sessionId: params.id!, facilitatorId: body.facilitatorId, start: instantOf(body.start), holdId: body.holdId, needs: body.needs };
}

function slotOf({ body }: Input<unknown, HoldInput>): string {
  return `${body.facilitatorId} ${instantOf(body.start)}`;
}

/** The schema has proven that it is an instant. */
function instantOf(text: string): Instant {
  return Date.parse(text) as Instant;
}

function mapped<From, To>(result: Result<From>, map: (value: From) => To): Result<To> {
  return result.ok ? accept(map(result.value)) : result;
}
