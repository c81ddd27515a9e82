/** What no reader complains of and some still stumble over, in a message or a file of one event. Empty: nothing found. */
export function faultsOf(ics: string): string[] {
  const lines = unfolded(ics);
  return [
    ...faultsOfText(ics),
    ...faultsOfCalendar(lines),
    ...lines.filter((line) => /^(X-WR-|NAME|REFRESH-INTERVAL|X-PUBLISHED-TTL)/.test(line)).map((line) => `does not belong here: ${line}`),
    ...(lines.filter((line) => line.startsWith('BEGIN:')).join() === 'BEGIN:VCALENDAR,BEGIN:VEVENT' ? [] : ['not one event']),
    ...eventsOf(lines).flatMap(faultsOfSession),
  ];
}

/** The same of a feed: many events, whole days among them, and nothing that asks for an answer. */
export function faultsOfFeed(ics: string): string[] {
  const lines = unfolded(ics);
  const events = eventsOf(lines);
  const isDays = (event: string[]) => event.some((line) => line.startsWith('DTSTART;VALUE=DATE:'));
  const uids = events.map((event) => event.find((line) => line.startsWith('UID:')));
  return [
    ...faultsOfText(ics),
    ...faultsOfCalendar(lines),
    ...['NAME', 'X-WR-CALNAME', 'REFRESH-INTERVAL', 'X-PUBLISHED-TTL'].filter((name) => lines.filter((line) => nameOf(line) === name).length !== 1).map((name) => `not one ${name}`),
    ...lines.filter((line) => /^(METHOD|ORGANIZER|ATTENDEE)/.test(line)).map((line) => `does not belong into a feed: ${line}`),
    ...(new Set(uids).size === uids.length ? [] : ['a UID twice']),
    ...events.filter((event) => !isDays(event)).flatMap(faultsOfSession),
    ...events.filter(isDays).flatMap((event) => lacking(event, ['UID', 'DTSTAMP', 'SEQUENCE', 'LAST-MODIFIED', 'DTSTART', 'DTEND', 'SUMMARY', 'STATUS', 'TRANSP'])),
  ];
}

function unfolded(ics: string): string[] {
  return ics.replace(/\r\n /g, '').split('\r\n').filter(Boolean);
}

/** Each event's lines, without its BEGIN and END. */
function eventsOf(lines: readonly string[]): string[][] {
  return lines.flatMap((line, at) => (line === 'BEGIN:VEVENT' ? [lines.slice(at + 1, lines.indexOf('END:VEVENT', at))] : []));
}

/** As bytes: ends of lines, folding, characters. */
function faultsOfText(ics: string): string[] {
  const lines = ics.replace(/\r\n$/, '').split('\r\n');
  return [
    ...(ics.endsWith('\r\n') ? [] : ['no CRLF at the end']),
    ...(/[^\r]\n|\r[^\n]/.test(ics) ? ['a bare CR or LF'] : []),
    ...(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(ics) ? ['a control character'] : []),
    ...(/\p{Surrogate}/u.test(ics) ? ['half a surrogate pair'] : []),
    ...(ics === ics.normalize('NFC') ? [] : ['not NFC']),
    ...lines.filter((line) => Buffer.byteLength(line) > 75).map((line) => `over 75 octets: ${line}`),
    ...lines.filter((line) => Buffer.from(line).toString() !== line).map((line) => `a character cut in two: ${line}`),
  ];
}

function faultsOfCalendar(lines: string[]): string[] {
  return [
    ...lacking(lines, ['VERSION', 'PRODID', 'CALSCALE']),
    ...lines.filter((line) => /TZID|VTIMEZONE|X-WR-TIMEZONE|X-ALT-DESC|^DURATION/.test(nameOf(line)) || /^BEGIN:(VTIMEZONE|VALARM)/.test(line)).map((line) => `does not belong here: ${line}`),
  ];
}

function faultsOfSession(event: string[]): string[] {
  return [
    ...lacking(event, ['UID', 'DTSTAMP', 'SEQUENCE', 'CREATED', 'LAST-MODIFIED', 'DTSTART', 'DTEND', 'SUMMARY', 'DESCRIPTION', 'LOCATION', 'URL', 'STATUS', 'TRANSP', 'CATEGORIES', 'CONFERENCE', 'X-GOOGLE-CONFERENCE']),
    ...event.filter((line) => /^(DTSTAMP|DTSTART|DTEND|CREATED|LAST-MODIFIED)\b/.test(line) && !/^[A-Z-]+:\d{8}T\d{6}Z$/.test(line)).map((line) => `not UTC: ${line}`),
    ...event.filter((line) => /^(URL|CONFERENCE|X-GOOGLE-CONFERENCE|LOCATION)\b/.test(line) && line.includes('\\')).map((line) => `an escaped address: ${line}`),
  ];
}

function lacking(lines: readonly string[], names: readonly string[]): string[] {
  return names.filter((name) => lines.filter((line) => nameOf(line) === name).length !== 1).map((name) => `not one ${name}`);
}

function nameOf(line: string): string {
  return /^[A-Z-]+/.exec(line)?.[0] ?? line;
}
