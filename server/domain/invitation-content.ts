import type { Instant, Interval } from './interval.ts';
import type { Message, Person } from './invitation.ts';
import type { KeptReply } from './reply.ts';

/** A session as it was booked at one sequence: all that mails, calendar files and pages say of it. */
export interface BookedSession {
  readonly bookingId: string;
  readonly sessionId: string;
  readonly uid: string;
  readonly sequence: number;
  readonly status: 'confirmed' | 'cancelled';
  readonly span: Interval;
  readonly stampedAt: Instant;
  readonly createdAt: Instant;
  readonly programme: string;
  readonly topic: string;
  readonly cluster: Party;
  readonly facilitator: Party;
  readonly joinUrl: string;
  /** What the cluster wants to work on, in its own words. */
  readonly needs: string | null;
  /** Why it was moved or cancelled, in the words of whoever did it. */
  readonly reason: string | null;
}

/** A side of a one-on-one: its name, and the IANA zone it lives in. */
export interface Party {
  readonly name: string;
  readonly timeZone: string;
}

/** One iTIP message with everything it says. */
export interface Invitation {
  readonly deliveryId: string;
  readonly method: Message['method'];
  readonly recipient: Person;
  /** Everybody the message names, the recipient among them, each address once. */
  readonly attendees: readonly Invitee[];
  readonly session: BookedSession;
  /** How often the recipient has ended their personal link to the booking. */
  readonly linkGeneration: number;
  /** What this address was last told of this booking; null when it has not heard of it, or was told it is off. */
  readonly lastTold: Told | null;
}

/** Somebody a message names, and what they had answered to this hour when it was written. */
export interface Invitee extends Person {
  readonly answered: KeptReply['reply'];
}

export interface Told {
  readonly span: Interval;
  readonly topic: string;
  readonly facilitator: string;
}

/** Whose letters they are: the one address that owns all invitations, and where the product is reached. */
export interface Sender {
  /** ORGANIZER and From alike, or Outlook and Gmail do not take the mail for an invitation. */
  readonly organizerAddress: string;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  /** The page where one person sees, moves and cancels one booking without signing in: for their eyes only. */
  manageUrl(link: PersonalLink): string;
}

/** Whose link to what; each generation ends the one before. */
export interface PersonalLink {
  readonly bookingId: string;
  readonly personId: string;
  readonly generation: number;
}

/** A mail as it is posted: `raw` is the whole message, the rest what a mailbox shows of it. */
export interface Letter {
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Null for a mail that is no invitation. */
  readonly ics: string | null;
  readonly raw: string;
}

export type News = 'made' | 'moved' | 'changed' | 'cancelled' | 'removed';

/** What the message is to its reader, by what they were last told. */
export function newsOf({ method, session, lastTold }: Invitation): News {
  if (method === 'CANCEL') return session.status === 'cancelled' ? 'cancelled' : 'removed';
  if (lastTold === null) return 'made';
  const sameSpan = lastTold.span.start === session.span.start && lastTold.span.end === session.span.end;
  return sameSpan ? 'changed' : 'moved';
}

/**
 * The hour a message is about. Who is removed while the session moves is told of the hour they know,
 * since the new one is no longer theirs.
 */
export function spanOf(invitation: Invitation): Interval {
  return newsOf(invitation) === 'removed' && invitation.lastTold !== null ? invitation.lastTold.span : invitation.session.span;
}

/** The recipient's own page of the booking. */
export function personalPage(sender: Sender, { linkGeneration, recipient, session }: Invitation): string {
  return sender.manageUrl({ bookingId: session.bookingId, personId: recipient.id, generation: linkGeneration });
}

/** The page of a session for whoever signs in. */
export function sessionPage(sender: Sender, sessionId: string): string {
  return `${sender.publicUrl}/sessions/${sessionId}`;
}
