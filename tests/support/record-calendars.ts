import type * as events from '../../server/calendar/write-event.ts';
import type * as feeds from '../../server/calendar/write-feed.ts';
import { recordCalendar, recordFolder } from './calendar-record.ts';

// Before each test file of a run that records: whatever writes calendar text writes it as ever, and we keep a copy.
if (recordFolder) {
  jest.mock('../../server/calendar/write-event.ts', () => {
    const actual = jest.requireActual<typeof events>('../../server/calendar/write-event.ts');
    const writeEvent: typeof events.writeEvent = (event, scheduling) => {
      const text = actual.writeEvent(event, scheduling);
      recordCalendar({ kind: scheduling ? 'message' : 'file', text, events: [{ uid: event.uid, start: event.span.start, end: event.span.end }] });
      return text;
    };
    return { ...actual, writeEvent };
  });
  jest.mock('../../server/calendar/write-feed.ts', () => {
    const actual = jest.requireActual<typeof feeds>('../../server/calendar/write-feed.ts');
    const writeFeed: typeof feeds.writeFeed = (name, sessions, days) => {
      const text = actual.writeFeed(name, sessions, days);
      recordCalendar({ kind: 'feed', text, events: [
        ...sessions.map(({ uid, span }) => ({ uid, start: span.start, end: span.end })),
        ...days.map(({ uid, startsOn, endsOn }) => ({ uid, start: Date.parse(startsOn), end: Date.parse(endsOn) + 86_400_000 })),
      ] });
      return text;
    };
    return { ...actual, writeFeed };
  });
}
