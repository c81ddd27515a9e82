import type { Instant, Interval } from './interval.ts';

/** The languages mails are written in. */
export type Language = 'en' | 'es' | 'fr' | 'pl' | 'da';

/** Somebody a booking concerns, as they were when it was made or changed. */
export interface Person {
  readonly id: string;
  readonly role: 'facilitator' | 'representative';
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  /** IANA; a representative without one of their own has their cluster's. */
  readonly timeZone: string;
}

/** A booking as it stands, or stood, at one sequence. */
export interface BookingRevision {
  readonly bookingId: string;
  readonly uid: string;
  readonly sequence: number;
  /** DTSTAMP of this revision; see `stampAfter`. */
  readonly stampedAt: Instant;
  readonly createdAt: Instant;
  readonly span: Interval;
  readonly status: 'confirmed' | 'cancelled';
  readonly facilitator: Person;
  readonly representatives: readonly Person[];
}

/** One iTIP message to one person; its content is rendered from the stored revision when it is sent. */
export interface Message {
  readonly bookingId: string;
  readonly sequence: number;
  readonly method: 'REQUEST' | 'CANCEL';
  readonly person: Person;
  /** An edit may be followed by another within seconds, and both are one mail; what is new or off is told at once. */
  readonly isEdit: boolean;
}

/**
 * Who is told what when a booking goes from one revision to the next (RFC 5546 §3.2.2, §3.2.5):
 * everybody it concerns gets a REQUEST with the whole event, whoever it no longer concerns a CANCEL,
 * all under one UID and one SEQUENCE. `before` is null for a booking just made.
 * The same sequence again is no news; a revision that is not the next one of its booking is a fault and throws.
 */
export function invitations(before: BookingRevision | null, after: BookingRevision): Message[] {
  if (before?.bookingId === after.bookingId && before.sequence === after.sequence) return [];
  if (before !== null) assertNext(before, after);
  const invitedBefore = before?.status === 'confirmed' ? invited(before) : [];
  const invitedAfter = after.status === 'confirmed' ? invited(after) : [];
  const stillInvited = new Set(invitedAfter.map(mailbox));
  const removed = invitedBefore.filter((person) => !stillInvited.has(mailbox(person)));
  return [
    ...removed.map((person) => message('CANCEL', person, before, after)),
    ...invitedAfter.map((person) => message('REQUEST', person, before, after)),
  ];
}

/**
 * The DTSTAMP of a revision made at `now`, in whole seconds, since iCalendar has no smaller ones.
 * Strictly later than the last revision's, or calendars may take the two for one (RFC 5546 §2.1.5).
 */
export function stampAfter(now: Instant, last: Instant | null): Instant {
  const wholeSecond = Math.floor(now / 1000) * 1000;
  return Math.max(wholeSecond, last === null ? wholeSecond : last + 1000) as Instant;
}

/** Whether two lists are the same people to their calendars: the same addresses, under the same names. */
export function isSameCompany(one: readonly Person[], other: readonly Person[]): boolean {
  const named = (people: readonly Person[]) => people.map((person) => `${person.role} ${mailbox(person)} ${person.name}`).toSorted();
  const [left, right] = [named(one), named(other)];
  return left.length === right.length && left.every((each, index) => each === right[index]);
}

/** A move within one event keeps its UID, and only rises (RFC 5546 §2.1.4, §2.1.5). */
function assertNext(before: BookingRevision, after: BookingRevision): void {
  const isNext = before.bookingId === after.bookingId && before.uid === after.uid
    && before.sequence < after.sequence && before.stampedAt < after.stampedAt;
  if (!isNext) throw new Error(`revision ${after.sequence} of booking ${after.bookingId} does not follow ${before.sequence} of ${before.bookingId}`);
}

/** Facilitator first. */
function invited(revision: BookingRevision): Person[] {
  return onePerAddress([revision.facilitator, ...revision.representatives]);
}

/** An address is invited once, for the first person who has it: or its calendar would hold two answers to one event. */
export function onePerAddress(people: readonly Person[]): Person[] {
  const byMailbox = new Map<string, Person>();
  for (const person of people) {
    if (!byMailbox.has(mailbox(person))) byMailbox.set(mailbox(person), person);
  }
  return [...byMailbox.values()];
}

/** Calendars know people by address, whatever its case. */
function mailbox(person: Person): string {
  return person.email.toLowerCase();
}

function message(method: Message['method'], person: Person, before: BookingRevision | null, after: BookingRevision): Message {
  return { bookingId: after.bookingId, sequence: after.sequence, method, person, isEdit: before !== null && after.status === 'confirmed' };
}
