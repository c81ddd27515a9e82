import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import type { RecordedEvent } from './calendar-record.ts';
import { libicalImports, libicalPython, vobjectPython } from './ical-readers.ts';

/** What a program made of one text, many at a time: its complaints, and its events in their order. */
export interface ManyReading {
  readonly complaints: readonly string[];
  readonly events: readonly RecordedEvent[];
}

/** Python's side of the readings; `read` is each library's own. Whole days are midnights in UTC. */
const answer = `
def report(read):
    out = []
    for text in json.load(sys.stdin):
        try: out.append(read(text))
        except Exception as error: out.append(dict(complaints=[repr(error)], events=[]))
    print(json.dumps(out))`;

export function libicalReads(texts: readonly string[]): ManyReading[] {
  return python(libicalPython, `${libicalImports}
import json, sys
def ms(t): return 1000 * t.as_timet_with_zone(ICalGLib.Timezone.get_utc_timezone())
def errors(part):
    found = []
    p = part.get_first_property(ICalGLib.PropertyKind.XLICERROR_PROPERTY)
    while p:
        found.append(p.get_value_as_string())
        p = part.get_next_property(ICalGLib.PropertyKind.XLICERROR_PROPERTY)
    return found + (['%d errors' % part.count_errors()] if part.count_errors() else [])
def read(text):
    top = ICalGLib.Component.new_from_string(text)
    top.check_restrictions()
    complaints, events = errors(top), []
    event = top.get_first_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)
    while event:
        complaints += errors(event)
        events.append(dict(uid=event.get_uid(), start=ms(event.get_dtstart()), end=ms(event.get_dtend())))
        event = top.get_next_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)
    return dict(complaints=complaints, events=events)
${answer}
report(read)`, texts);
}

export function vobjectReads(texts: readonly string[]): ManyReading[] {
  return python(vobjectPython, `import json, sys, vobject, datetime
def ms(t):
    if not isinstance(t, datetime.datetime): t = datetime.datetime(t.year, t.month, t.day, tzinfo=datetime.timezone.utc)
    return int(t.timestamp() * 1000)
def read(text):
    top = vobject.readOne(text)
    top.validate(raiseException=True)
    return dict(complaints=[], events=[dict(uid=e.uid.value, start=ms(e.dtstart.value), end=ms(e.dtend.value)) for e in top.contents.get('vevent', [])])
${answer}
report(read)`, texts);
}

export function icalJsReads(texts: readonly string[]): ManyReading[] {
  const ms = (time: ICAL.Time) => (time.isDate ? Date.parse(time.toString()) : time.toJSDate().getTime());
  return texts.map((text) => {
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
    return { complaints: [], events: events.map(({ uid, startDate, endDate }) => ({ uid, start: ms(startDate), end: ms(endDate) })) };
  });
}

/** The events of all texts in one calendar, as calcurse has them after it imported it: how many it took and skipped, and their spans, sorted. */
export function calcurseReads(texts: readonly string[]): { report: string; spans: readonly string[] } {
  return inFolder((folder) => {
    const run = (...args: string[]) => spawnSync('calcurse', ['-D', folder, '-C', folder, ...args], { encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, TZ: 'UTC' } }).stdout;
    writeFileSync(join(folder, 'all.ics'), calendarOf(texts.flatMap(eventsIn)));
    const report = run('-i', join(folder, 'all.ics')).trim().split('\n').at(-1) ?? '';
    return { report, spans: [...run('-x').matchAll(/^DTSTART(?:;VALUE=DATE)?:(\S+)\r?\n(?:DURATION:(\S+)|RRULE:FREQ=DAILY;UNTIL=(\S+)|)/gm)].map(exported).toSorted() };
  });
}

/** calcurse exports hours as start and length, days as one that is repeated until the last. */
function exported([, start, length, lastDay]: RegExpMatchArray): string {
  const from = basicDate(start!);
  if (length === undefined) return `${from}/${(lastDay === undefined ? from : basicDate(lastDay)) + 86_400_000}`;
  const [, days, hours, minutes] = /^P(?:(\d+)D)?T(\d+)H(\d+)M/.exec(length)!.map(Number);
  return `${from}/${from + ((days! * 24 + hours!) * 60 + minutes!) * 60_000}`;
}

function basicDate(text: string): number {
  const [, year, month, day, hour = '00', minute = '00'] = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d))?/.exec(text)!;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`);
}

/** Every event in a collection of its own file, as khal lists them over the years: start and end in UTC, as it prints them, sorted. */
export function khalReads(texts: readonly string[]): string[] {
  return inFolder((folder) => {
    mkdirSync(join(folder, 'calendar'));
    texts.flatMap(eventsIn).forEach((event, n) => writeFileSync(join(folder, 'calendar', `${n}.ics`), calendarOf([event.replace(/^UID:[^\r]*\r\n(?: [^\r]*\r\n)*/m, `UID:${n}\r\n`)])));
    const config = join(folder, 'khal.conf');
    writeFileSync(config, `[calendars]\n[[one]]\npath = ${join(folder, 'calendar')}\n[sqlite]\npath = ${join(folder, 'khal.db')}\n[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n`);
    const { stdout, stderr } = spawnSync('khal', ['-c', config, 'list', '--once', '--format', '{uid} {start-long}/{end-long}', '--day-format', '', '2020-01-01', '7300d'], {
      encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8' },
    });
    if (/error|warning/i.test(stderr)) throw new Error(stderr.slice(0, 2000));
    return stdout.split('\n').filter(Boolean).map((line) => line.replace(/^\S+ /, '')).toSorted();
  });
}

function eventsIn(text: string): string[] {
  return [...text.matchAll(/^BEGIN:VEVENT\r\n[\s\S]*?^END:VEVENT\r\n/gm)].map(([event]) => event);
}

function calendarOf(events: readonly string[]): string {
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Visavis//Tests//EN\r\n${events.join('')}END:VCALENDAR\r\n`;
}

function python(program: string | null, script: string, texts: readonly string[]): ManyReading[] {
  const { status, stdout, stderr } = spawnSync(program ?? 'python3', ['-c', script], { input: JSON.stringify(texts), encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as ManyReading[];
}

function inFolder<Value>(work: (folder: string) => Value): Value {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-readers-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
