import type * as events from '../../server/calendar/write-event.ts';
import type * as feeds from '../../server/calendar/write-feed.ts';
import { recordCalendar } from './calendar-record.ts';

/** Writes events as ever, and keeps a copy of each. */
export function recordingEvents(actual: typeof events): typeof events {
  const writeEvent: typeof events.writeEvent = (event, scheduling) => {
    const text = actual.writeEvent(event, scheduling);
    recordCalendar({ kind: scheduling ? 'message' : 'file', text, events: [{ uid: event.uid, start: event.span.start, end: event.span.end }] });
    return text;
  };
  return { ...actual, writeEvent };
}

/** Writes feeds as ever, and keeps a copy of each. */
export function recordingFeeds(actual: typeof feeds): typeof feeds {
  const writeFeed: typeof feeds.writeFeed = (name, sessions, days) => {
    const text = actual.writeFeed(name, sessions, days);
    recordCalendar({ kind: 'feed', text, events: [
      ...sessions.map(({ uid, span }) => ({ uid, start: span.start, end: span.end })),
      ...days.map(({ uid, startsOn, endsOn }) => ({ uid, start: Date.parse(startsOn), end: Date.parse(endsOn) + 86_400_000 })),
    ] });
    return text;
  };
  return { ...actual, writeFeed };
}
