/** What no reader complains of and some still stumble over, in a message or a file of one event. Empty: nothing found. */
export function faultsOf(ics: string): string[] {
  const lines = unfolded(ics);
  return [
    ...faultsOfText(ics),
    ...faultsOfCalendar(lines),
    ...lines.filter((line) => /^(X-WR-|NAME|REFRESH-INTERVAL|X-PUBLISHED-TTL)/.test(line)).map((line) => `does not belong here: ${line}`),
    ...(lines.filter((line) => line.startsWith('BEGIN:')).join() === 'BEGIN:VCALENDAR,BEGIN:VEVENT' ? [] : ['not one event']),
    ...eventsOf(lines).flatMap(faultsOfSession),
    ...(lines.some((line) => line.startsWith('METHOD')) ? faultsOfMessage(lines) : lines.filter((line) => /^(ORGANIZER|ATTENDEE)/.test(line)).map((line) => `does not belong into a file: ${line}`)),
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

/** RFC 5546 §3.2.2, §3.2.5: whoever it is from and to, and a CANCEL that says so wherever some calendar looks. */
function faultsOfMessage(lines: string[]): string[] {
  const isCancel = lines.includes('METHOD:CANCEL');
  const people = lines.filter((line) => line.startsWith('ATTENDEE')).map((line) => /mailto:(.+)$/i.exec(line)?.[1]?.toLowerCase() ?? line);
  const chairs = lines.filter((line) => line.startsWith('ATTENDEE') && line.includes('ROLE=CHAIR')).length;
  return [
    ...lacking(lines, ['METHOD', 'ORGANIZER']),
    ...(isCancel || lines.includes('METHOD:REQUEST') ? [] : ['another METHOD']),
    ...(isCancel === lines.includes('STATUS:CANCELLED') && isCancel === lines.includes('TRANSP:TRANSPARENT') ? [] : ['cancelled in one place and not in another']),
    ...(people.length > 0 && new Set(people).size === people.length ? [] : ['nobody, or somebody twice']),
    ...(chairs === 1 || (isCancel && chairs === 0 && people.length === 1) ? [] : ['not one facilitator']),
  ];
}

/**
 * Of all that was written of sessions, in messages, files and feeds: a revision has one DTSTAMP, whoever it is written for, and
 * each later one a later. Of those that a server made, by their UIDs, not of those that tests make up.
 */
export function faultsOfRevisions(texts: readonly string[]): string[] {
  const stamps = new Map<string, Map<number, Set<string>>>();
  for (const event of texts.flatMap((text) => eventsOf(unfolded(text)))) {
    const value = (name: string) => event.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1) ?? '';
    if (!value('UID').startsWith('vsv_')) continue;
    const revisions = stamps.get(value('UID')) ?? new Map<number, Set<string>>();
    const known = revisions.get(Number(value('SEQUENCE'))) ?? new Set();
    stamps.set(value('UID'), revisions.set(Number(value('SEQUENCE')), known.add(value('DTSTAMP'))));
  }
  return [...stamps].flatMap(([uid, revisions]) => {
    const inOrder = [...revisions].toSorted(([one], [other]) => one - other).map(([sequence, [...times]]) => ({ sequence, times }));
    return inOrder.flatMap(({ sequence, times }, at) => {
      const before = inOrder[at - 1]?.times[0] ?? '';
      return times.length === 1 && times[0]! > before ? [] : [`${uid} ${sequence}: ${before} then ${times.join(', ')}`];
    });
  });
}

function lacking(lines: readonly string[], names: readonly string[]): string[] {
  return names.filter((name) => lines.filter((line) => nameOf(line) === name).length !== 1).map((name) => `not one ${name}`);
}

function nameOf(line: string): string {
  return /^[A-Z-]+/.exec(line)?.[0] ?? line;
}
