import { recordFolder } from './calendar-record.ts';
import { recordingEvents, recordingFeeds } from './recording.ts';

// Before each test file of a run that records: whatever writes calendar text keeps a copy. The server itself does so by `load-server.cjs`.
if (recordFolder) {
  jest.mock('../../server/calendar/write-event.ts', () => recordingEvents(jest.requireActual('../../server/calendar/write-event.ts')));
  jest.mock('../../server/calendar/write-feed.ts', () => recordingFeeds(jest.requireActual('../../server/calendar/write-feed.ts')));
}
