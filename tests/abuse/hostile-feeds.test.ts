import path from 'node:path';
import { readBusyTimes, type BusyQuestion } from '../../server/calendar/read/busy-times.ts';
import { instant } from '../../server/domain/interval.ts';
import { LONGEST_MS, runApart } from '../../server/jobs/apart.ts';
import { busyReader } from '../../server/jobs/readers.ts';

/**
 * Calendars that nobody means well with. Each holds one honest hour: whatever is around it, that hour is read as busy, or
 * nothing is read and the last good reading stays. Each is read as the server does, in a thread whose time and memory have an end.
 */
const readApart = busyReader(path.join(__dirname, '../../build/server/calendar/busy-worker.js'));

const question: BusyQuestion = {
  timeZone: 'Europe/Copenhagen', from: instant(Date.parse('2026-03-01T00:00:00Z')), until: instant(Date.parse('2028-03-01T00:00:00Z')), ownUids: ['vsv_own@visavis.example'],
};
const HOUR = { start: Date.parse('2026-03-24T09:00:00Z'), end: Date.parse('2026-03-24T10:00:00Z') };
const honest = 'BEGIN:VEVENT\r\nUID:honest\r\nDTSTART:20260324T090000Z\r\nDTEND:20260324T100000Z\r\nEND:VEVENT\r\n';
const calendar = (hostile: string) => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${hostile}${honest}END:VCALENDAR\r\n`;
const event = (...lines: string[]) => `BEGIN:VEVENT\r\nUID:hostile\r\n${lines.join('\r\n')}\r\nEND:VEVENT\r\n`;
const at = 'DTSTART:20260401T090000Z';
const rule = (text: string, start = at) => calendar(event(start, 'DURATION:PT1H', `RRULE:${text}`));
const times = (count: number, one: (index: number) => string) => Array.from({ length: count }, (_, index) => one(index)).join('');

type Outcome = 'busy' | 'not-a-calendar' | 'cut-off' | 'too-many-events' | 'too-long' | 'too-much';

const feeds: [string, () => string | Buffer, Outcome][] = [
  ['nothing', () => '', 'not-a-calendar'],
  ['blanks', () => ' \r\n'.repeat(1000), 'not-a-calendar'],
  ['a page to sign in', () => '<!doctype html><html><body><form>Sign in</form></body></html>', 'not-a-calendar'],
  ['a page that quotes a calendar', () => `<pre>\r\n${calendar('')}</pre>`, 'not-a-calendar'],
  ['JSON', () => '{"BEGIN":"VCALENDAR"}', 'not-a-calendar'],
  ['random bytes', () => Buffer.from(Array.from({ length: 100_000 }, (_, i) => (i * 7919) % 256)), 'not-a-calendar'],
  ['an end without a beginning', () => `END:VCALENDAR\r\n${calendar('')}`, 'not-a-calendar'],
  ['cut off in an event', () => calendar(event(at)).slice(0, -40), 'cut-off'],
  ['cut off before its end', () => calendar('').replace('END:VCALENDAR\r\n', ''), 'cut-off'],
  ['an event that never ends', () => calendar(`BEGIN:VEVENT\r\n${at}\r\n`), 'cut-off'],
  ['ends that cross', () => calendar('BEGIN:VEVENT\r\nBEGIN:VTIMEZONE\r\nEND:VEVENT\r\nEND:VTIMEZONE\r\n'), 'cut-off'],
  ['events in events, a thousand deep', () => calendar(`${'BEGIN:VEVENT\r\n'.repeat(1000)}${'END:VEVENT\r\n'.repeat(1000)}`), 'cut-off'],
  ['alarms in alarms, a thousand deep', () => calendar(`BEGIN:VEVENT\r\n${at}\r\n${'BEGIN:VALARM\r\n'.repeat(1000)}${'END:VALARM\r\n'.repeat(1000)}END:VEVENT\r\n`), 'busy'],
  ['100,000 events', () => calendar(times(100_000, (i) => event(at, `X:${i}`))), 'too-many-events'],
  ['2,000 calendars in one', () => times(2000, () => calendar('')), 'busy'],
  ['a title of 20 MB', () => calendar(event(at, `SUMMARY:${'x'.repeat(20_000_000)}`)), 'busy'],
  ['a start of 20 MB', () => calendar(event(`DTSTART:${'2'.repeat(20_000_000)}`)), 'too-long'],
  ['a start folded a million times', () => calendar(event(`DTSTART:${'2\r\n '.repeat(1_000_000)}`)), 'too-long'],
  ['a line without a colon, of 5 MB', () => calendar(event(at, 'DTEND'.padEnd(5_000_000, 'D'))), 'busy'],
  ['a million empty lines', () => calendar('\r\n'.repeat(1_000_000)), 'busy'],
  ['a million folds of nothing', () => calendar(' \r\n'.repeat(1_000_000)), 'busy'],
  ['100,000 parameters', () => calendar(event(`DTSTART${';X=1'.repeat(60_000)}:20260401T090000Z`)), 'busy'],
  ['quotes that never close', () => calendar(event(`DTSTART;TZID="Europe/Berlin:20260401T090000`)), 'busy'],
  ['UTF-16, little end first', () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(calendar(event(at)), 'utf16le')]), 'busy'],
  ['UTF-16, big end first', () => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(calendar(event(at)), 'utf16le').swap16()]), 'busy'],
  ['UTF-16 that does not say so', () => Buffer.from(calendar(event(at)), 'utf16le'), 'busy'],
  ['a NUL after each character', () => calendar(event(at)).replaceAll(/./g, '$&\0'), 'busy'],
  ['bytes that are no UTF-8', () => Buffer.concat([Buffer.from(calendar('').slice(0, 30)), Buffer.from([0xc3, 0x28, 0xff, 0xfe, 0x0d, 0x0a]), Buffer.from(calendar('').slice(30))]), 'busy'],
  ['half surrogates and directions', () => calendar(event(at, 'SUMMARY:\u202e\ud83d\u0000')), 'busy'],
  ['a UID of __proto__', () => calendar(event('UID:__proto__', at, 'RECURRENCE-ID:20260401T090000Z') + event(at).replace('hostile', '__proto__')), 'busy'],
  ['a zone of __proto__ and one of constructor', () => calendar(event('DTSTART;TZID=__proto__:20260401T090000') + event('DTSTART;TZID=constructor:20260401T090000')), 'busy'],
  ['properties of __proto__', () => calendar(event(at, '__PROTO__:x', 'CONSTRUCTOR;PROTOTYPE=x:y')), 'busy'],
  ['a zone that is a path', () => calendar(event('DTSTART;TZID=../../../../etc/passwd:20260401T090000')), 'busy'],
  ['each second', () => rule('FREQ=SECONDLY'), 'busy'],
  ['each minute, a thousand million times', () => rule('FREQ=MINUTELY;COUNT=1000000000'), 'busy'],
  ['each hour for ever', () => rule('FREQ=HOURLY;INTERVAL=1'), 'busy'],
  ['each day since 1900', () => rule('FREQ=DAILY', 'DTSTART:19000101T120000Z'), 'busy'],
  ['a million days', () => rule('FREQ=DAILY;COUNT=1000000', 'DTSTART:20100101T120000Z'), 'busy'],
  ['30 February', () => rule('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'), 'busy'],
  ['31 April, each thousandth year', () => rule('FREQ=YEARLY;INTERVAL=1000;BYMONTH=4;BYMONTHDAY=31'), 'busy'],
  ['a position that no set has', () => rule('FREQ=MONTHLY;BYDAY=MO;BYSETPOS=366'), 'busy'],
  ['no interval', () => rule('FREQ=DAILY;INTERVAL=0'), 'busy'],
  ['a negative interval', () => rule('FREQ=WEEKLY;INTERVAL=-1'), 'busy'],
  ['an interval beyond all numbers', () => rule(`FREQ=DAILY;INTERVAL=${'9'.repeat(5000)}`), 'busy'],
  ['10,000 weekdays', () => rule(`FREQ=WEEKLY;BYDAY=${'MO,'.repeat(10_000)}TU`), 'busy'],
  ['a rule of 200,000 parts', () => rule(`FREQ=DAILY${';X-A=1'.repeat(40_000)}`), 'busy'],
  ['a rule upon a rule', () => calendar(event(at, ...Array.from({ length: 50 }, () => 'RRULE:FREQ=DAILY'))), 'busy'],
  ['20,000 rules for ever', () => calendar(times(19_999, () => event(at, 'RRULE:FREQ=DAILY'))), 'too-much'],
  ['10,000 rules of a million days', () => calendar(times(10_000, () => event('DTSTART:19000101T120000Z', 'RRULE:FREQ=DAILY;COUNT=1000000'))), 'too-much'],
  ['100,000 dates on one line', () => calendar(event(at, `RDATE:${'20260402T090000Z,'.repeat(100_000)}`)), 'too-long'],
  ['50,000 lines of exceptions', () => calendar(event(at, times(50_000, () => 'EXDATE:20260324T090000Z\r\n').trim())), 'busy'],
  ['exceptions for somebody else’s event', () => calendar(event('EXDATE:20260324T090000Z', 'UID:honest', 'RECURRENCE-ID:20270101T090000Z', 'STATUS:CANCELLED', 'DTSTART:20260324T090000Z')), 'busy'],
  ['19,000 exceptions to one event', () => calendar(times(19_000, (i) => event(`RECURRENCE-ID:20260401T${String(i % 24).padStart(2, '0')}0000Z`, at))), 'busy'],
  ['the year 9999', () => calendar(event('DTSTART:99991231T235959Z', 'RRULE:FREQ=YEARLY')), 'busy'],
  ['the year 0', () => calendar(event('DTSTART:00000101T000000Z', 'RRULE:FREQ=DAILY')), 'busy'],
  ['an end that never comes', () => rule('FREQ=DAILY;UNTIL=99991231T000000Z'), 'busy'],
  ['three hundred years long', () => calendar(event('DTSTART:19000101T000000Z', 'DTEND:21990101T000000Z', 'RRULE:FREQ=DAILY')), 'busy'],
  ['an endless length', () => calendar(event(at, `DURATION:P${'9'.repeat(100_000)}D`)), 'busy'],
  ['a length before its start', () => calendar(event(at, 'DURATION:-P99999W')), 'busy'],
  ['a zone that changes its clocks 10,000 times', () => calendar(`BEGIN:VTIMEZONE\r\nTZID:Z\r\n${times(10_000, () => 'BEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=DAILY\r\nEND:STANDARD\r\n')}END:VTIMEZONE\r\n${event('DTSTART;TZID=Z:20260401T090000', 'RRULE:FREQ=DAILY')}`), 'too-much'],
  ['a zone without an offset', () => calendar(`BEGIN:VTIMEZONE\r\nTZID:Z\r\nBEGIN:STANDARD\r\nDTSTART:x\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n${event('DTSTART;TZID=Z:20260401T090000')}`), 'busy'],
  ['10,000 zones', () => calendar(times(10_000, (i) => event(`DTSTART;TZID=Zone ${i}:20260401T090000`))), 'busy'],
  ['50,000 busy periods', () => calendar(`BEGIN:VFREEBUSY\r\n${times(50_000, () => 'FREEBUSY:20260402T090000Z/PT1H\r\n')}END:VFREEBUSY\r\n`), 'busy'],
  ['three thousand busy minutes of every week', () => calendar(times(3000, (i) => event(`DTSTART:${new Date(Date.parse('2026-04-01T00:00:00Z') + i * 180_000).toISOString().replaceAll(/[-:]|\.\d+/g, '')}`, 'DURATION:PT1M', 'RRULE:FREQ=WEEKLY'))), 'too-much'],
  ['our own sessions, as many as can be', () => calendar(times(19_000, () => event(at).replace('hostile', 'vsv_own@visavis.example'))), 'busy'],
];

describe('a calendar of', () => {
  it.each(feeds)('%s frees no hour, and is read or given up within the thread’s time', async (_name, feed, outcome) => {
    const bytes = Buffer.from(feed());
    const ended = await readApart(bytes, question);
    // A machine so slow that time was up: the thread ended it, and what it would have said is looked at here.
    const answer = !ended.ok && ended.fault === 'too-much' && outcome !== 'too-much' ? readBusyTimes(bytes, question) : ended;
    const isBusy = answer.ok && answer.busy.spans.some(({ start, end }) => start <= HOUR.start && HOUR.end <= end);
    expect(answer.ok ? (isBusy ? 'busy' : 'free') : answer.fault).toBe(outcome);
  }, 30_000);

  it('leaves no trace in the process that reads it', () => {
    for (const [, feed] of feeds.filter(([name]) => name.includes('__proto__'))) readBusyTimes(Buffer.from(feed()), question);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).hostile).toBeUndefined();
  });
});

describe('a thread that reads', () => {
  it('has less than five seconds', () => {
    expect(LONGEST_MS).toBeLessThan(5000);
  });

  it('is one of four at most, however many are sent to be read', async () => {
    const spans = await Promise.all(Array.from({ length: 12 }, () => runApart<{ began: number; ended: number }>(path.join(__dirname, '../support/quick-worker.cjs'), {})));
    const atOnce = spans.map((one) => spans.filter((other) => other!.began <= one!.began && one!.began < other!.ended).length);
    expect(spans).toHaveLength(12);
    expect(Math.max(...atOnce)).toBeLessThanOrEqual(4);
  }, 60_000);

  it.each(['memory', 'time'])('and wants all the %s there is, is ended; the next one reads', async (wants) => {
    expect(await runApart(path.join(__dirname, '../support/greedy-worker.cjs'), { wants })).toBeNull();
    expect(await readApart(Buffer.from(calendar('')), question)).toMatchObject({ ok: true });
  }, 60_000);
});
