import { instant } from '../../../server/domain/interval.ts';
import { readBusyTimes, type BusyQuestion } from '../../../server/calendar/read/busy-times.ts';

/** A facilitator in Copenhagen, asked about March to June 2026. */
const question: BusyQuestion = {
  timeZone: 'Europe/Copenhagen', from: instant(Date.parse('2026-03-01T00:00:00Z')), until: instant(Date.parse('2026-07-01T00:00:00Z')), ownUids: ['vsv_own@visavis.example'],
};

describe('what makes busy', () => {
  it.each<[string, string, string[]]>([
    ['a time in UTC', 'DTSTART:20260324T090000Z\nDTEND:20260324T100000Z', ['2026-03-24T09:00Z/10:00Z']],
    ['a time with an IANA zone', 'DTSTART;TZID=Africa/Nairobi:20260324T090000\nDTEND;TZID=Africa/Nairobi:20260324T100000', ['2026-03-24T06:00Z/07:00Z']],
    ['a zone in quotes', 'DTSTART;TZID="Africa/Nairobi":20260324T090000\nDTEND;TZID="Africa/Nairobi":20260324T100000', ['2026-03-24T06:00Z/07:00Z']],
    ['a Windows zone', 'DTSTART;TZID=Romance Standard Time:20260324T090000\nDTEND;TZID=Romance Standard Time:20260324T100000', ['2026-03-24T08:00Z/09:00Z']],
    ['a path that ends in a zone', 'DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Warsaw:20260401T090000\nDURATION:PT30M', ['2026-04-01T07:00Z/07:30Z']],
    ['a longer path', 'DTSTART;TZID=/mozilla.org/20050126_1/America/Argentina/Salta:20260401T090000\nDURATION:PT30M', ['2026-04-01T12:00Z/12:30Z']],
    ['a floating time, on the facilitator’s clock', 'DTSTART:20260324T090000\nDTEND:20260324T100000', ['2026-03-24T08:00Z/09:00Z']],
    ['a day', 'DTSTART;VALUE=DATE:20260324\nDTEND;VALUE=DATE:20260325', ['2026-03-23T23:00Z/2026-03-24T23:00Z']],
    ['a day without an end', 'DTSTART;VALUE=DATE:20260324', ['2026-03-23T23:00Z/2026-03-24T23:00Z']],
    ['a day that ends on itself', 'DTSTART;VALUE=DATE:20260324\nDTEND;VALUE=DATE:20260324', ['2026-03-23T23:00Z/2026-03-24T23:00Z']],
    ['a day without VALUE=DATE', 'DTSTART:20260324', ['2026-03-23T23:00Z/2026-03-24T23:00Z']],
    ['days over the clock change', 'DTSTART;VALUE=DATE:20260328\nDURATION:P2D', ['2026-03-27T23:00Z/2026-03-29T22:00Z']],
    ['a length in calendar days', 'DTSTART;TZID=Europe/Copenhagen:20260328T120000\nDURATION:P1D', ['2026-03-28T11:00Z/2026-03-29T10:00Z']],
    ['a length in hours', 'DTSTART;TZID=Europe/Copenhagen:20260328T120000\nDURATION:PT24H', ['2026-03-28T11:00Z/2026-03-29T11:00Z']],
    ['a tentative event', 'STATUS:TENTATIVE\nDTSTART:20260324T090000Z\nDTEND:20260324T100000Z', ['2026-03-24T09:00Z/10:00Z']],
    ['what Outlook calls out of office', 'X-MICROSOFT-CDO-BUSYSTATUS:OOF\nDTSTART:20260324T090000Z\nDTEND:20260324T100000Z', ['2026-03-24T09:00Z/10:00Z']],
    ['half a year away', 'DTSTART;VALUE=DATE:20260101\nDTEND;VALUE=DATE:20260801', ['2025-12-31T23:00Z/2026-07-31T22:00Z']],
    ['what began before and lasts into the time asked about', 'DTSTART:20260228T230000Z\nDTEND:20260301T010000Z', ['2026-02-28T23:00Z/2026-03-01T01:00Z']],
    ['an hour that happens twice: the first', 'DTSTART;TZID=Europe/Copenhagen:20261025T023000\nDURATION:PT1H', []],
    ['an hour that is skipped: by the clock before', 'DTSTART;TZID=Europe/Copenhagen:20260329T023000\nDURATION:PT1H', ['2026-03-29T01:30Z/02:30Z']],
    ['a leap second', 'DTSTART:20260324T095960Z\nDTEND:20260324T100000Z', ['2026-03-24T09:59:59Z/10:00Z']],
    ['lower case', 'dtstart;tzid=Africa/Nairobi:20260324t090000\nduration:pt1h', ['2026-03-24T06:00Z/07:00Z']],
  ])('%s', (_name, event, spans) => {
    expect(read(calendar(event))).toEqual({ ok: true, busy: { spans, events: 1, warnings: [] } });
  });

  it.each<[string, string]>([
    ['a transparent event', 'TRANSP:TRANSPARENT'], ['a cancelled one', 'STATUS:CANCELLED'], ['what Outlook calls free', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'],
    ['a session of ours that came back', 'UID:vsv_own@visavis.example'], ['an event of no length', 'DTEND:20260324T090000Z'], ['an event without an end', 'SUMMARY:Reminder'],
    ['an event of last year', 'RECURRENCE-ID:20250324T090000Z\nX-A:1'],
  ])('not %s', (name, line) => {
    const event = name === 'an event of last year' ? 'DTSTART:20250324T090000Z\nDTEND:20250324T100000Z'
      : name.includes('length') || name.includes('without') ? `DTSTART:20260324T090000Z\n${line}` : `DTSTART:20260324T090000Z\nDTEND:20260324T100000Z\n${line}`;
    expect(read(calendar(event))).toEqual({ ok: true, busy: { spans: [], events: 1, warnings: [] } });
  });

  it('merges what overlaps or touches, and sorts', () => {
    expect(spansOf(calendar('DTSTART:20260325T090000Z\nDURATION:PT2H', 'DTSTART:20260324T090000Z\nDURATION:PT1H', 'DTSTART:20260324T100000Z\nDURATION:PT1H', 'DTSTART:20260325T100000Z\nDURATION:PT15M')))
      .toEqual(['2026-03-24T09:00Z/11:00Z', '2026-03-25T09:00Z/11:00Z']);
  });

  it('reads the VTIMEZONE of a zone nobody knows, with Outlook’s dates of 1601', () => {
    const zone = ['BEGIN:VTIMEZONE', 'TZID:Customized Time Zone',
      'BEGIN:STANDARD', 'DTSTART:16010101T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10', 'END:STANDARD',
      'BEGIN:DAYLIGHT', 'DTSTART:16010101T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT', 'END:VTIMEZONE'].join('\n');
    const event = 'DTSTART;TZID=Customized Time Zone:20260327T090000\nDTEND;TZID=Customized Time Zone:20260327T100000\nRRULE:FREQ=WEEKLY;COUNT=2';
    expect(read(calendar(event).replace('BEGIN:VEVENT', `${zone}\nBEGIN:VEVENT`))).toEqual(
      { ok: true, busy: { spans: ['2026-03-27T08:00Z/09:00Z', '2026-04-03T07:00Z/08:00Z'], events: 1, warnings: [] } });
  });

  it('takes X-LIC-LOCATION for a zone’s name', () => {
    const zone = 'BEGIN:VTIMEZONE\nTZID:Ours\nX-LIC-LOCATION:Asia/Singapore\nEND:VTIMEZONE';
    expect(spansOf(calendar('DTSTART;TZID=Ours:20260327T090000\nDURATION:PT1H').replace('BEGIN:VEVENT', `${zone}\nBEGIN:VEVENT`))).toEqual(['2026-03-27T01:00Z/02:00Z']);
  });

  it('takes the calendar’s zone, then the facilitator’s, for a name that says nothing, and warns', () => {
    const event = calendar('DTSTART;TZID=Wherever:20260327T090000\nDURATION:PT1H');
    expect(read(event)).toEqual({ ok: true, busy: { spans: ['2026-03-27T08:00Z/09:00Z'], events: 1, warnings: ['unknown-zone'] } });
    expect(read(event.replace('BEGIN:VEVENT', 'X-WR-TIMEZONE:Asia/Singapore\nBEGIN:VEVENT'))).toEqual(
      { ok: true, busy: { spans: ['2026-03-27T01:00Z/02:00Z'], events: 1, warnings: ['unknown-zone'] } });
  });

  it('reads VFREEBUSY', () => {
    const list = 'BEGIN:VFREEBUSY\nFREEBUSY:20260324T090000Z/20260324T100000Z,20260325T090000Z/PT1H\nFREEBUSY;FBTYPE=FREE:20260326T090000Z/PT1H\n'
      + 'FREEBUSY;FBTYPE=BUSY-TENTATIVE:20260327T090000Z/PT1H\nEND:VFREEBUSY';
    expect(spansOf(`BEGIN:VCALENDAR\n${list}\nEND:VCALENDAR\n`)).toEqual(['2026-03-24T09:00Z/10:00Z', '2026-03-25T09:00Z/10:00Z', '2026-03-27T09:00Z/10:00Z']);
  });
});

describe('what recurs', () => {
  const weekly = 'UID:w\nDTSTART;TZID=Europe/Copenhagen:20260317T090000\nDTEND;TZID=Europe/Copenhagen:20260317T100000\nRRULE:FREQ=WEEKLY;COUNT=3';
  const [first, second, third] = ['2026-03-17T08:00Z/09:00Z', '2026-03-24T08:00Z/09:00Z', '2026-03-31T07:00Z/08:00Z'];

  it.each<[string, string[], string[]]>([
    ['follows the wall clock over the change', [weekly], [first!, second!, third!]],
    ['leaves out an EXDATE', [`${weekly}\nEXDATE;TZID=Europe/Copenhagen:20260324T090000`], [first!, third!]],
    ['leaves out an EXDATE in UTC', [`${weekly}\nEXDATE:20260324T080000Z,20260331T070000Z`], [first!]],
    ['reads an EXDATE without its zone on the event’s clock', [`${weekly}\nEXDATE:20260324T090000`], [first!, third!]],
    ['leaves out the first', [`${weekly}\nEXDATE;TZID=Europe/Copenhagen:20260317T090000`], [second!, third!]],
    ['adds an RDATE', [`${weekly}\nRDATE;TZID=Europe/Copenhagen:20260318T120000`], [first!, '2026-03-18T11:00Z/12:00Z', second!, third!]],
    ['adds a period', [`${weekly}\nRDATE;VALUE=PERIOD:20260318T120000Z/PT2H`], [first!, '2026-03-18T12:00Z/14:00Z', second!, third!]],
    ['moves one', [weekly, 'UID:w\nRECURRENCE-ID;TZID=Europe/Copenhagen:20260324T090000\nDTSTART:20260325T120000Z\nDURATION:PT1H'], [first!, '2026-03-25T12:00Z/13:00Z', third!]],
    ['cancels one', [weekly, 'UID:w\nRECURRENCE-ID:20260324T080000Z\nSTATUS:CANCELLED\nDTSTART:20260324T080000Z\nDURATION:PT1H'], [first!, third!]],
    ['frees one', [weekly, 'UID:w\nRECURRENCE-ID:20260324T080000Z\nTRANSP:TRANSPARENT\nDTSTART:20260324T080000Z\nDURATION:PT1H'], [first!, third!]],
    ['keeps one that was moved out of a series that is elsewhere', ['UID:gone\nRECURRENCE-ID:20260324T080000Z\nDTSTART:20260325T120000Z\nDURATION:PT1H'], ['2026-03-25T12:00Z/13:00Z']],
    ['ends with UNTIL as an instant', [weekly.replace('COUNT=3', 'UNTIL=20260324T080000Z')], [first!, second!]],
    ['ends with UNTIL as a date', [weekly.replace('COUNT=3', 'UNTIL=20260324')], [first!, second!]],
    ['ends before UNTIL', [weekly.replace('COUNT=3', 'UNTIL=20260324T075959Z')], [first!]],
    ['goes on from long ago', ['DTSTART:19991231T090000Z\nDURATION:PT1H\nRRULE:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1'], ['2026-05-01T09:00Z/10:00Z']],
    ['fills days', ['DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20260430'], ['2026-03-26T23:00Z/2026-03-27T23:00Z', '2026-04-23T22:00Z/2026-04-24T22:00Z']],
  ])('%s', (_name, events, spans) => {
    expect(read(calendar(...events))).toEqual({ ok: true, busy: { spans, events: events.length, warnings: [] } });
  });

  it('keeps the first occurrence of a rule it does not follow, and warns', () => {
    expect(read(calendar('DTSTART:20260324T090000Z\nDURATION:PT1H\nRRULE:FREQ=HOURLY;INTERVAL=2'))).toEqual(
      { ok: true, busy: { spans: ['2026-03-24T09:00Z/10:00Z'], events: 1, warnings: ['unsupported-rule'] } });
  });
});

describe('what is not quite right', () => {
  it.each<[string, string, string[], string]>([
    ['an end before the start', 'DTSTART:20260324T090000Z\nDTEND:20260324T080000Z', ['2026-03-24T09:00Z/10:00Z'], 'unreadable-end'],
    ['an end that is none', 'DTSTART:20260324T090000Z\nDTEND:tomorrow', ['2026-03-24T09:00Z/10:00Z'], 'unreadable-end'],
    ['a negative length', 'DTSTART:20260324T090000Z\nDURATION:-PT1H', ['2026-03-24T09:00Z/10:00Z'], 'unreadable-end'],
    ['a day that ends before it begins', 'DTSTART;VALUE=DATE:20260324\nDTEND;VALUE=DATE:20260301', ['2026-03-23T23:00Z/2026-03-24T23:00Z'], 'unreadable-end'],
    ['a date that does not exist', 'DTSTART:20260230T090000Z\nDURATION:PT1H', [], 'unreadable-event'],
    ['no start', 'DTEND:20260324T090000Z', [], 'unreadable-event'],
  ])('%s is taken for busy where it can be, and said', (_name, event, spans, warning) => {
    expect(read(calendar(event, 'DTSTART:20260401T090000Z\nDURATION:PT1H'))).toEqual(
      { ok: true, busy: { spans: [...spans, '2026-04-01T09:00Z/10:00Z'], events: 2, warnings: [warning] } });
  });

  it('a line may be folded anywhere, end as it likes, and hold NULs', () => {
    const text = calendar('DTSTART;TZID=Africa/Nairobi:20260324T090000\nDURATION:PT1H').replace('T090', 'T0\n 90').replace('Nairobi', 'Nai\r\n\trobi').replace('DURATION', 'DURA\0TION');
    expect(spansOf(text)).toEqual(['2026-03-24T06:00Z/07:00Z']);
    expect(spansOf(text.replaceAll('\r\n', '\n').replaceAll('\n', '\r'))).toEqual(['2026-03-24T06:00Z/07:00Z']);
  });

  it('an alarm’s own times are not the event’s', () => {
    expect(spansOf(calendar('BEGIN:VALARM\nTRIGGER:-PT15M\nDURATION:PT5H\nEND:VALARM\nDTSTART:20260324T090000Z\nDURATION:PT1H'))).toEqual(['2026-03-24T09:00Z/10:00Z']);
  });
});

function calendar(...events: string[]): string {
  const body = events.map((event, index) => `BEGIN:VEVENT\n${event.toUpperCase().includes('UID:') ? '' : `UID:${index}\n`}SUMMARY:Dentist\n${event}\nEND:VEVENT\n`).join('');
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${body}END:VCALENDAR\r\n`;
}

function read(text: string) {
  const answer = readBusyTimes(Buffer.from(text), question);
  return answer.ok ? { ...answer, busy: { ...answer.busy, spans: answer.busy.spans.map(short) } } : answer;
}

function spansOf(text: string): string[] {
  const answer = read(text);
  if (!answer.ok) throw new Error(answer.fault);
  return answer.busy.spans;
}

/** `2026-03-24T09:00Z/10:00Z`; the end's date too where it is another day. */
function short({ start, end }: { start: number; end: number }): string {
  const [from, to] = [start, end].map((time) => new Date(time).toISOString().replace(/(:00)?\.000Z$/, 'Z'));
  return from!.slice(0, 10) === to!.slice(0, 10) ? `${from}/${to!.slice(11)}` : `${from}/${to}`;
}
