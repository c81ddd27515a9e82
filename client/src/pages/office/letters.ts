import type { Reminder } from '../../../../shared/api/coordination.ts';
import type { Delivery } from '../../../../shared/api/deliveries.ts';
import type { Session } from '../../../../shared/api/sessions.ts';

/** One mail that went out, or should have: an invitation, a cancellation, or a reminder to book. */
export interface Mail {
  id: string;
  at: number;
  name: string;
  email: string;
  kind: 'REQUEST' | 'CANCEL' | 'reminder';
  state: Delivery['state'];
  reply: Delivery['reply'] | null;
  sequence: number;
  tries: number;
  error: string | null;
  /** The session it is about; unknown once its booking is gone. */
  session: Session | undefined;
  /** How many sessions a reminder asks for. */
  count: number;
}

export type Filter = 'all' | 'trouble' | 'queued' | 'sent' | 'declined';

/** All mails, the newest first. */
export function mailsOf(deliveries: readonly Delivery[], reminders: readonly Reminder[], sessions: readonly Session[]): Mail[] {
  const byBooking = new Map(sessions.flatMap((session) => (session.booking ? [[session.booking.id, session] as const] : [])));
  const byId = new Map(sessions.map((session) => [session.id, session]));
  const invitations = deliveries.map((delivery): Mail => ({
    id: delivery.id, at: Date.parse(delivery.sentAt ?? delivery.queuedAt), name: delivery.attendee.name, email: delivery.attendee.email ?? '', kind: delivery.method, state: delivery.state,
    reply: delivery.method === 'REQUEST' ? delivery.reply : null, sequence: delivery.sequence, tries: delivery.tries, error: delivery.lastError, session: byBooking.get(delivery.bookingId), count: 1,
  }));
  const asked = reminders.map((reminder): Mail => ({
    id: reminder.id, at: Date.parse(reminder.sentAt ?? reminder.queuedAt), name: reminder.person.name, email: reminder.person.email, kind: 'reminder', state: reminder.state,
    reply: null, sequence: 0, tries: reminder.tries, error: reminder.lastError, session: byId.get(reminder.sessionIds[0] ?? ''), count: reminder.sessionIds.length,
  }));
  return [...invitations, ...asked].toSorted((a, b) => b.at - a.at);
}

/** Did not arrive, or was declined. */
export function isTrouble({ state, reply }: Mail): boolean {
  return state === 'bounced' || state === 'failed' || (state === 'sent' && reply === 'declined');
}

export function passes(mail: Mail, filter: Filter): boolean {
  switch (filter) {
    case 'all': return true;
    case 'trouble': return isTrouble(mail);
    case 'queued': return mail.state === 'queued';
    case 'sent': return mail.state === 'sent';
    case 'declined': return mail.state === 'sent' && mail.reply === 'declined';
  }
}
