import type { Delivery, DeliveryFilter } from '../../../shared/api/deliveries.ts';
import { accept, refuse, type Result } from '../../domain/result.ts';
import { findBooking } from '../../store/bookings.ts';
import type { Queryable } from '../../store/database.ts';
import { deliveryOf, listDeliveries } from '../../store/deliveries.ts';
import { coordinates, isParty, seesProgramme } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { noSuchProgramme } from '../programme/change-programme.ts';

const PAGE = 200;

/** All of a programme to whoever runs it; of one booking to its parties, so that a wrong address is seen by who can mend it. */
export async function deliveriesFor(db: Queryable, call: Call, programmeId: string, filter: DeliveryFilter): Promise<Result<{ items: Delivery[]; nextCursor: string | null }>> {
  const programme = await seesProgramme(db, call.access, programmeId);
  if (!programme) return noSuchProgramme();
  if (!coordinates(call.access, programmeId)) {
    const booking = filter.bookingId === undefined ? null : await findBooking(db, filter.bookingId);
    if (!booking || booking.programmeId !== programmeId || !isParty(call.access, booking)) {
      return filter.bookingId === undefined ? noSuchProgramme() : refuse('not-found', 'There is no such booking.');
    }
  }
  const { cursor, limit = PAGE, ...rest } = filter;
  const found = await listDeliveries(db, programme, { ...rest, after: cursor, limit: limit + 1 });
  return accept({
    items: found.slice(0, limit).map((delivery) => deliveryFor(call, deliveryOf(delivery), programmeId)),
    nextCursor: found.length > limit ? found[limit - 1]?.id ?? null : null,
  });
}

/** Whoever does not run the programme sees the addresses of their own side. */
function deliveryFor({ access }: Call, delivery: Delivery, programmeId: string): Delivery {
  if (coordinates(access, programmeId) || delivery.attendee.role === access.role) return delivery;
  const { email: _address, ...attendee } = delivery.attendee;
  return { ...delivery, attendee, ...(delivery.answer && { answer: { ...delivery.answer, comment: null } }) };
}
