import { writeFeed } from '../calendar/write-feed.ts';
import type { CalendarDays } from '../calendar/write-feed.ts';
import type { BookedSession, Sender } from '../domain/invitation-content.ts';
import type { Language } from '../domain/invitation.ts';
import type { Instant } from '../domain/interval.ts';
import { sessionEvent } from './calendar-event.ts';
import { sessionDescription } from './invite-file.ts';

/** What a feed is written from: the words of its owner, and what it shows. */
export interface FeedContent {
  readonly name: string;
  readonly language: Language;
  /** Whose city comes first. */
  readonly reader: 'cluster' | 'facilitator';
  readonly sessions: readonly BookedSession[];
  readonly classrooms: readonly { id: string; name: string; startsOn: string; endsOn: string; version: number; changedAt: Instant }[];
}

/** A calendar to subscribe to; its events are those of the mails, with the same UIDs, SEQUENCEs and times. */
export function feedFile({ name, language, reader, sessions, classrooms }: FeedContent, sender: Sender): string {
  const events = sessions.map((session) => ({
    ...sessionEvent(session, language, sender),
    description: sessionDescription(session, language, sender, reader),
  }));
  return writeFeed(name, events, classrooms.map((phase) => classroom(phase, sender)));
}

function classroom(phase: FeedContent['classrooms'][number], sender: Sender): CalendarDays {
  return {
    uid: `${phase.id}@${new URL(sender.publicUrl).hostname}`,
    sequence: phase.version - 1,
    stampedAt: phase.changedAt,
    startsOn: phase.startsOn,
    endsOn: phase.endsOn,
    summary: phase.name,
  };
}
