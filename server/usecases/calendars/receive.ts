import type { Receipt } from '../../../shared/api/inbound.ts';
import type { Instant } from '../../domain/interval.ts';
import { afterReply, type Received, type Reply } from '../../domain/reply.ts';
import { refuse, accept, type Result } from '../../domain/result.ts';
import { appendChanges, type Change } from '../../store/changes.ts';
import type { Tx } from '../../store/database.ts';
import { findDelivery, writeOutcome } from '../../store/deliveries.ts';
import { lockInvitationsTo, saveReply, type Answered } from '../../store/replies.ts';
import { asSystem } from '../signing-in/access.ts';
import { tellOfDelivery } from '../deliveries/send-invitation.ts';
import { tellRefusal } from './tell-refusal.ts';

/** By whom it came in: to whose programmes they may speak, and what is the host of our own Message-IDs. */
export interface Doorkeeper {
  readonly now: Instant;
  readonly host: string;
  newId(prefix: string): string;
  mayReceive(programmeId: string): boolean;
}

const whyNot = {
  'not-a-reply': 'This is neither an iTIP calendar object nor a mail with one in it.',
  'not-an-answer': 'Only METHOD:REPLY and METHOD:COUNTER are answers to an invitation.',
  whose: 'An answer has a UID and one ATTENDEE, with a mail address.',
  'other-sender': 'The mail is not from the attendee it answers for.',
  'too-much': 'It takes too long to read.',
} as const;

/**
 * Keeps what a calendar answered, or that a mail came back. The booking stands whatever it is: only a person moves or cancels it.
 * What answers another hour than the present one is kept with that and changes nothing; neither does what comes twice or out of order.
 */
export async function receive(tx: Tx, received: Received, keeper: Doorkeeper): Promise<Result<Receipt>> {
  if (received.came === 'nothing') return refuse('invalid', whyNot[received.fault], { errors: [{ path: 'body', message: whyNot[received.fault] }] });
  if (received.came === 'bounce') return receiveBounce(tx, received, keeper);
  const { reply, isVerified } = received;
  const invitations = await lockInvitationsTo(tx, reply.uid, reply.attendee);
  const answered = answeredBy(reply, invitations);
  // Whoever answers the first of two mails about one hour has answered the second.
  const invitation = answered?.isPresent ? invitations[0] : answered;
  if (!invitation || !keeper.mayReceive(invitation.programmeId)) return refuse('not-found', 'This answers none of our invitations.');
  const after = afterReply(invitation, reply, isVerified, keeper.now);
  if (typeof after === 'string') return accept({ outcome: after, deliveryId: invitation.deliveryId });
  await saveReply(tx, invitation.deliveryId, after, keeper.now);
  if (!invitation.isPresent) return accept({ outcome: 'outdated', deliveryId: invitation.deliveryId });
  await tellRefusal(tx, { ...invitation, ...after }, keeper);
  appendChanges(tx, asSystem(invitation.programmeId), [replyReceived({ ...invitation, ...after })], keeper.now);
  return accept({ outcome: 'kept', deliveryId: invitation.deliveryId });
}

/** By SEQUENCE, or where a calendar leaves it out the last revision that was there when it answered. */
function answeredBy({ sequence, stampedAt }: Reply, invitations: readonly Answered[]): Answered | undefined {
  if (sequence !== null) return invitations.find((each) => each.sequence === sequence);
  return invitations.find(({ revisionStampedAt }) => stampedAt === null || revisionStampedAt <= stampedAt) ?? invitations.at(-1);
}

/** Both sides hear it, without addresses and without what was written beside it. */
function replyReceived({ deliveryId, bookingId, sessionId, clusterId, facilitatorId, sequence, person, reply, wantsOtherTime, isVerified }: Answered): Change {
  return {
    kind: 'reply.received',
    subject: { type: 'delivery', id: deliveryId },
    data: { deliveryId, bookingId, sessionId, clusterId, facilitatorId, sequence, attendee: person, reply, wantsOtherTime, verified: isVerified },
    actor: person.id,
    audience: { clusterIds: [clusterId], facilitatorIds: [facilitatorId] },
  };
}

/** Our Message-IDs are the deliveries' own ids, which nobody but the recipient's mail servers has seen. */
async function receiveBounce(tx: Tx, { messageId, status }: Received & { came: 'bounce' }, { host, mayReceive, now }: Doorkeeper): Promise<Result<Receipt>> {
  const [id = '', at] = messageId.split('@');
  const delivery = at === host ? await findDelivery(tx, id) : null;
  if (!delivery || !mayReceive(delivery.programmeId)) return refuse('not-found', 'This is about no mail of ours.');
  if (delivery.state !== 'sent') return accept({ outcome: 'repeated', deliveryId: id });
  const bounced = await writeOutcome(tx, id, { state: 'bounced', tried: false, error: `came back: ${status}` }, now);
  await tellOfDelivery(tx, bounced, 'system', now);
  return accept({ outcome: 'kept', deliveryId: id });
}
