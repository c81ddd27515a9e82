import { writeEvent } from '../calendar/write-event.ts';
import type { BookedSession, Sender } from '../domain/invitation-content.ts';
import type { Language } from '../domain/invitation.ts';
import type { Side } from '../domain/slot-question.ts';
import { cleanLine, cleanText } from '../calendar/clean-text.ts';
import { sessionEvent } from './calendar-event.ts';
import { sessionPage } from '../domain/invitation-content.ts';
import type { Fact } from './letter-content.ts';
import { calendarDescription } from './letter-text.ts';
import { localTimes } from './local-times.ts';
import { phrases } from './phrases.ts';

/**
 * A booked session as a file to keep: the mail's event with the same UID, SEQUENCE and times, but no METHOD, ORGANIZER or
 * ATTENDEE, so that nobody's calendar offers to answer it.
 */
export function inviteFile(session: BookedSession, language: Language, sender: Sender, reader: Side): string {
  return writeEvent({ ...sessionEvent(session, language, sender), description: sessionDescription(session, language, sender, reader) });
}

/** What a calendar's own copy of a session says: both cities' times, the reader's first. */
export function sessionDescription(session: BookedSession, language: Language, sender: Sender, reader: Side): string {
  const words = phrases[language];
  const { cluster, facilitator, needs } = session;
  const facts: Fact[] = [{ title: words.people, text: [facilitator.name, cluster.name].map(cleanLine).join(words.semicolon) }];
  if (needs) facts.push({ title: words.needs(cleanLine(cluster.name)), text: cleanText(needs) });
  const links = [
    { label: words.join, url: session.joinUrl },
    { label: words.openSession, url: sessionPage(sender, session.sessionId) },
  ];
  const zones = reader === 'cluster' ? [cluster.timeZone, facilitator.timeZone] : [facilitator.timeZone, cluster.timeZone];
  const times = localTimes(session.span, zones, language);
  return calendarDescription({ times, facts, links, colon: words.colon });
}
