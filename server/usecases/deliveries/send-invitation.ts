import type { Invitation, Letter } from '../../domain/invitation-content.ts';
import type { PostAnswer, Postman } from '../../domain/invitation-post.ts';
import type { Instant } from '../../domain/interval.ts';
import { findBooking, type StoredBooking } from '../../store/bookings.ts';
import { appendChanges, type Change } from '../../store/changes.ts';
import type { Database, Tx } from '../../store/database.ts';
import { readToSend } from '../../store/deliveries-content.ts';
import { deliveryOf, findDelivery, takeTurn, writeOutcome } from '../../store/deliveries.ts';
import type { Outcome, StoredDelivery } from '../../store/deliveries.ts';
import { insertLetter } from '../../store/mailbox.ts';
import { asSystem } from '../signing-in/access.ts';

/** One try of the queue at one delivery. */
export interface Attempt {
  readonly deliveryId: string;
  /** Of the offer it comes from; a newer offer takes over the retrying. */
  readonly generation: number;
  /** After the last try a delivery that could not be posted is given up. */
  readonly isLast: boolean;
  /** When the queue tries again at the latest, should this fail now. */
  readonly nextTryAt: Instant;
}

export interface PostOffice {
  write(invitation: Invitation): Letter;
  /** Null: letters go into the built-in mailbox. */
  readonly postman: Postman | null;
  readonly clock: () => Instant;
}

/** `idle`: there was nothing left to do. `busy`: another message of the booking is on its way. `later`: try again. */
export interface Sent {
  readonly came: 'sent' | 'superseded' | 'failed' | 'bounced' | 'later' | 'idle' | 'busy';
  readonly delivery: StoredDelivery | null;
}

/**
 * Sends one invitation, or finds that there is nothing to send. All in one transaction that holds the booking's turn, so that
 * two revisions never leave at once or in the wrong order. The row decides, not the job: a job run again sends nothing.
 * Only a loss between the mail server's answer and our commit sends twice, and then the same bytes.
 */
export async function sendInvitation(db: Database, attempt: Attempt, office: PostOffice): Promise<Sent> {
  const post = once(office);
  return db.transaction(async (tx) => {
    // What is read is read after the turn was had: the one statement follows the other on the same connection.
    const [hasTurn, found] = await Promise.all([takeTurn(tx, attempt.deliveryId), readToSend(tx, attempt.deliveryId)]);
    if (hasTurn === false) return { came: 'busy', delivery: null };
    if (found?.delivery.state !== 'queued') return { came: 'idle', delivery: found?.delivery ?? null };
    const { delivery, invitation, isSuperseded } = found;
    const outcome = isSuperseded
      ? { state: 'superseded', tried: false, error: null } as const
      : outcomeOf(await post(tx, invitation), delivery, attempt);
    return record(tx, delivery, outcome, office.clock());
  });
}

/** Gives a delivery up that fails for a reason of ours, so that somebody sees it. */
export async function giveUp(db: Database, deliveryId: string, clock: () => Instant): Promise<void> {
  await db.transaction(async (tx) => {
    if (!await takeTurn(tx, deliveryId)) return;
    const delivery = await findDelivery(tx, deliveryId);
    if (delivery?.state !== 'queued') return;
    await record(tx, delivery, { state: 'failed', tried: true, error: 'a fault of the server; its log says which' }, clock());
  });
}

/** A transaction run again, after a deadlock say, must not post again what the mail server has taken. */
function once({ clock, postman, write }: PostOffice): (tx: Tx, invitation: Invitation) => Promise<PostAnswer> {
  let answer: PostAnswer | undefined;
  return async (tx, invitation) => {
    if (answer) return answer;
    const letter = write(invitation);
    if (postman) {
      answer = await postman.post(letter);
      return answer;
    }
    await insertLetter(tx, letter, clock());
    return { verdict: 'sent' };
  };
}

function outcomeOf(answer: PostAnswer, delivery: StoredDelivery, attempt: Attempt): Outcome {
  if (answer.verdict === 'sent') return { state: 'sent', tried: true, error: null };
  const { error, verdict } = answer;
  if (verdict !== 'later') return { state: verdict, tried: true, error };
  const isOvertaken = attempt.generation < delivery.generation;
  if (isOvertaken) return { state: 'queued', tried: true, error };
  return attempt.isLast ? { state: 'failed', tried: true, error } : { state: 'queued', tried: true, error, nextTryAt: attempt.nextTryAt };
}

/** The change comes last, since it locks the programme's counter until the commit. */
async function record(tx: Tx, before: StoredDelivery, outcome: Outcome, now: Instant): Promise<Sent> {
  const [delivery, booking] = await Promise.all([writeOutcome(tx, before.id, outcome, now), findBooking(tx, before.bookingId)]);
  if (delivery.state === 'queued') return { came: outcome.nextTryAt === undefined ? 'idle' : 'later', delivery };
  appendChanges(tx, asSystem(delivery.programmeId), [changeOf(delivery, booking, 'system')], now);
  return { came: delivery.state, delivery };
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
