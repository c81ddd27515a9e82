import type { Invitation, Letter } from '../../domain/invitation-content.ts';
import type { PostAnswer, Postman } from '../../domain/invitation-post.ts';
import type { Instant } from '../../domain/interval.ts';
import type { Database } from '../../store/database.ts';
import { readToSend } from '../../store/deliveries-content.ts';
import { findDelivery, takeTurn } from '../../store/deliveries.ts';
import type { Outcome, StoredDelivery } from '../../store/deliveries.ts';
import type { Sent, Settle } from './settle-deliveries.ts';

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

/**
 * Sends one invitation, or finds that there is nothing to send. All in one transaction that holds the booking's turn until what came of it
 * is settled, so that two revisions never leave at once or in the wrong order. The row decides, not the job: a job run again sends nothing.
 * Only a loss between the mail server's answer and the commit that settles it sends twice, and then the same bytes.
 */
export async function sendInvitation(db: Database, attempt: Attempt, office: PostOffice, settle: Settle): Promise<Sent> {
  const post = once(office);
  return db.transaction(async (tx) => {
    // What is read is read after the turn was had: the one statement follows the other on the same connection.
    const [hasTurn, found] = await Promise.all([takeTurn(tx, attempt.deliveryId), readToSend(tx, attempt.deliveryId)]);
    if (hasTurn === false) return { came: 'busy', delivery: null };
    if (found?.delivery.state !== 'queued') return { came: 'idle', delivery: found?.delivery ?? null };
    const { delivery, invitation, isSuperseded } = found;
    if (isSuperseded) return settle({ delivery, letter: null, outcome: { state: 'superseded', tried: false, error: null } });
    const { answer, letter } = await post(invitation);
    return settle({ delivery, letter, outcome: outcomeOf(answer, delivery, attempt) });
  });
}

/** Gives a delivery up that fails for a reason of ours, so that somebody sees it. */
export async function giveUp(db: Database, deliveryId: string, settle: Settle): Promise<void> {
  await db.transaction(async (tx) => {
    if (!await takeTurn(tx, deliveryId)) return;
    const delivery = await findDelivery(tx, deliveryId);
    if (delivery?.state !== 'queued') return;
    await settle({ delivery, letter: null, outcome: { state: 'failed', tried: true, error: 'a fault of the server; its log says which' } });
  });
}

/** What the mail server said; or, where there is none, the letter for the built-in mailbox. */
interface Posted {
  readonly answer: PostAnswer;
  readonly letter: Letter | null;
}

/** A transaction run again, after a deadlock say, must not post again what the mail server has taken. */
function once({ postman, write }: PostOffice): (invitation: Invitation) => Promise<Posted> {
  let posted: Posted | undefined;
  return async (invitation) => {
    if (posted) return posted;
    const letter = write(invitation);
    posted = postman ? { answer: await postman.post(letter), letter: null } : { answer: { verdict: 'sent' }, letter };
    return posted;
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
