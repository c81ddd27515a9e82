import type { CalendarEvent } from '../calendar/write-event.ts';
import { personalPage, sessionPage, spanOf } from '../domain/invitation-content.ts';
import type { BookedSession, Invitation, Sender } from '../domain/invitation-content.ts';
import type { Language } from '../domain/invitation.ts';
import type { LetterContent } from './letter-content.ts';
import { calendarDescription } from './letter-text.ts';
import { phrases } from './phrases.ts';

/** The event an invitation carries. To whom it is cancelled or no longer theirs it is CANCELLED (RFC 5546 §3.2.5). */
export function calendarEvent(invitation: Invitation, content: LetterContent, sender: Sender): CalendarEvent {
  return {
    ...sessionEvent(invitation.session, invitation.recipient.language, sender),
    span: spanOf(invitation),
    status: invitation.method === 'CANCEL' ? 'cancelled' : 'confirmed',
    // Whoever it is off for has no page of it; what goes to one person carries their own link, files and feeds do not.
    ...(invitation.method === 'REQUEST' && { pageUrl: personalPage(sender, invitation) }),
    description: calendarDescription(content),
  };
}

/** What every calendar's copy of a session has alike, whoever's it is. */
export function sessionEvent(session: BookedSession, language: Language, sender: Sender): Omit<CalendarEvent, 'description'> {
  return {
    uid: session.uid,
    sequence: session.sequence,
    stampedAt: session.stampedAt,
    createdAt: session.createdAt,
    span: session.span,
    status: session.status,
    // The same to both sides: it names both.
    summary: `${session.topic} · ${session.cluster.name} · ${session.facilitator.name}`,
    joinUrl: session.joinUrl,
    joinLabel: phrases[language].join,
    pageUrl: sessionPage(sender, session.sessionId),
    category: session.topic,
  };
}
