import { recordedCalendars, recordFolder, type RecordedCalendar, type RecordedEvent } from '../support/calendar-record.ts';
import { readersHere } from '../support/ical-readers.ts';
import { calcurseReads, icalJsReads, khalReads, libicalReads, vobjectReads, type ManyReading } from '../support/ical-readers-many.ts';
import { faultsOf, faultsOfFeed, faultsOfRevisions } from '../support/ical-readers-lint.ts';

// `npm test` runs this after all other tests: what they had written is read here by programs that others wrote.
jest.setTimeout(120_000);

const recorded = recordFolder === undefined ? [] : recordedCalendars(recordFolder);
const of = (kind: RecordedCalendar['kind']) => recorded.filter((each) => each.kind === kind);
const texts = recorded.map(({ text }) => text);
const meant = recorded.map(({ events }) => ({ complaints: [], events }));

/** The first few of those that are not as they were meant: a thousand say no more. */
function astray(readings: readonly ManyReading[]): { meant: ManyReading; read: ManyReading | undefined; text: string }[] {
  return meant.map((each, n) => ({ meant: each, read: readings[n], text: texts[n]! })).filter(({ meant: one, read }) => JSON.stringify(one) !== JSON.stringify(read)).slice(0, 3);
}

function withReader(name: keyof typeof readersHere, body: () => void): void {
  const run = readersHere[name] || process.env.CI ? describe : describe.skip;
  run(readersHere[name] ? name : `${name}, which is not installed`, body);
}

it('there is much to read: messages, files and feeds, of many events', () => {
  const enough = { message: of('message').length > 100, file: of('file').length > 10, feed: of('feed').length > 5, events: recorded.flatMap(({ events }) => events).length > 200 };
  process.stderr.write(`${of('message').length} messages, ${of('file').length} files and ${of('feed').length} feeds were written by the tests\n`);
  expect(enough).toEqual({ message: true, file: true, feed: true, events: true });
});

describe('every one of them, read by', () => {
  it('our own lint, has nothing that some reader stumbles over', () => {
    expect(recorded.flatMap(({ kind, text }) => (kind === 'feed' ? faultsOfFeed(text) : faultsOf(text)).map((fault) => ({ fault, text }))).slice(0, 3)).toEqual([]);
  });

  it('whoever compares them, has one DTSTAMP for each revision of a session, in mail, file and feed, and a later one for each later', () => {
    expect(faultsOfRevisions(texts).slice(0, 3)).toEqual([]);
  });

  it('ical.js, means the same instants', () => {
    expect(astray(icalJsReads(texts))).toEqual([]);
  });

  withReader('libical', () => {
    it('breaks no rule of its method, and means the same instants', () => {
      expect(astray(libicalReads(texts))).toEqual([]);
    });
  });

  withReader('vobject', () => {
    it('is valid, and means the same instants', () => {
      expect(astray(vobjectReads(texts))).toEqual([]);
    });
  });

  withReader('calcurse', () => {
    it('is taken whole, nothing skipped, at the same instants', () => {
      const spans = recorded.flatMap(({ events }) => events);
      const days = spans.filter(isDays).length;
      expect(calcurseReads(texts)).toEqual({
        report: `${spans.length - days} apps / ${days} events / 0 todos / 0 skipped`,
        spans: spans.map(({ start, end }) => `${start}/${end}`).toSorted(),
      });
    });
  });

  withReader('khal', () => {
    it('is listed at the same instants', () => {
      expect(khalReads(recorded.map(({ text }) => text))).toEqual(recorded.flatMap(({ events }) => events).map(asKhalPrints).toSorted());
    });
  });
});

function isDays({ start, end }: RecordedEvent): boolean {
  return (end - start) % 86_400_000 === 0;
}

/** Of whole days khal names the last one. */
function asKhalPrints(event: RecordedEvent): string {
  const text = (instant: number, length: number) => new Date(instant).toISOString().slice(0, length).replace('T', ' ');
  return isDays(event) ? `${text(event.start, 10)}/${text(event.end - 86_400_000, 10)}` : `${text(event.start, 16)}/${text(event.end, 16)}`;
}
