import type { Letter } from '../../domain/invitation-content.ts';
import type { Instant } from '../../domain/interval.ts';
import { findBooking, type StoredBooking } from '../../store/bookings.ts';
import { appendChanges, type Change } from '../../store/changes.ts';
import type { Database, Tx } from '../../store/database.ts';
import { bePatient, deliveryOf, writeOutcome } from '../../store/deliveries.ts';
import type { Outcome, StoredDelivery } from '../../store/deliveries.ts';
import { gathered } from '../../store/gathered.ts';
import { insertLetter } from '../../store/mailbox.ts';
import { asSystem } from '../signing-in/access.ts';

/** What came of one try at a delivery, to be written down. */
export interface ToSettle {
  readonly delivery: StoredDelivery;
  readonly outcome: Outcome;
  /** For the built-in mailbox, where letters go there. */
  readonly letter: Letter | null;
}

/** `idle`: there was nothing left to do. `busy`: another message of the booking is on its way. `later`: try again. */
export interface Sent {
  readonly came: 'sent' | 'superseded' | 'failed' | 'bounced' | 'later' | 'idle' | 'busy';
  readonly delivery: StoredDelivery | null;
}

export type Settle = (settled: ToSettle) => Promise<Sent>;

/** More would make the first of a round wait for the last. */
const MOST = 50;

/**
 * Every letter that was sent is a numbered change, and each would wait for the commit of the one before, which has the programme's
 * counter: what is sent of one programme while others are being written down is written down together, in the next transaction.
 */
export function openSettling(db: Database, clock: () => Instant): Settle {
  const settleThem = (them: readonly ToSettle[]) => db.transaction((tx) => settleAll(tx, them, clock()));
  const settle = gathered(({ delivery }) => delivery.programmeId, MOST, async (them: readonly ToSettle[]): Promise<(Sent | Promise<Sent>)[]> => settleThem(them).catch((error: unknown) => {
    if (them.length === 1) throw error;
    // Whatever is wrong with one must not have the others' letters sent again: each tries alone.
    return them.map(async (each) => (await settleThem([each]))[0]!);
  }));
  return async (each) => settle(each);
}

async function settleAll(tx: Tx, them: readonly ToSettle[], now: Instant): Promise<Sent[]> {
  bePatient(tx);
  const told = await Promise.all(them.map(async ({ delivery, letter, outcome }) => {
    const [written, booking] = await Promise.all([
      writeOutcome(tx, delivery.id, outcome, now), findBooking(tx, delivery.bookingId), letter && insertLetter(tx, letter, now),
    ]);
    return { written, booking, outcome };
  }));
  // Last, since it locks the programme's counter until the commit.
  const changes = told.filter(({ written }) => written.state !== 'queued').map(({ written, booking }) => changeOf(written, booking, 'system'));
  if (changes.length > 0) appendChanges(tx, asSystem(them[0]!.delivery.programmeId), changes, now);
  return told.map(({ written, outcome }) => ({ came: cameOf(written, outcome), delivery: written }));
}

function cameOf({ state }: StoredDelivery, { nextTryAt }: Outcome): Sent['came'] {
  if (state !== 'queued') return state;
  return nextTryAt === undefined ? 'idle' : 'later';
}

/** Both sides of the booking hear what became of its invitations, without each other's addresses. */
export async function tellOfDelivery(tx: Tx, delivery: StoredDelivery, actor: string, now: Instant): Promise<void> {
  appendChanges(tx, asSystem(delivery.programmeId), [changeOf(delivery, await findBooking(tx, delivery.bookingId), actor)], now);
}

function changeOf(delivery: StoredDelivery, booking: StoredBooking | null, actor: string): Change {
  const { answer: _confided, attendee: { email: _address, ...attendee }, ...data } = deliveryOf(delivery);
  return {
    kind: 'delivery.changed',
    subject: { type: 'delivery', id: delivery.id },
    data: { ...data, attendee },
    actor,
    audience: booking ? { clusterIds: [booking.clusterId], facilitatorIds: [booking.facilitatorId] } : {},
  };
}
