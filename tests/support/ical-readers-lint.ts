/** What no reader complains of and some still stumble over. Empty: nothing found. */
export function faultsOf(ics: string): string[] {
  const lines = ics.replace(/\r\n$/, '').split('\r\n');
  const unfolded = ics.replace(/\r\n /g, '').split('\r\n').filter(Boolean);
  const event = unfolded.slice(unfolded.indexOf('BEGIN:VEVENT'), unfolded.indexOf('END:VEVENT'));
  return [
    ...(ics.endsWith('\r\n') ? [] : ['no CRLF at the end']),
    ...(/[^\r]\n|\r[^\n]/.test(ics) ? ['a bare CR or LF'] : []),
    ...(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(ics) ? ['a control character'] : []),
    ...(/\p{Surrogate}/u.test(ics) ? ['half a surrogate pair'] : []),
    ...(ics === ics.normalize('NFC') ? [] : ['not NFC']),
    ...lines.filter((line) => Buffer.byteLength(line) > 75).map((line) => `over 75 octets: ${line}`),
    ...lines.filter((line) => Buffer.from(line).toString() !== line).map((line) => `a character cut in two: ${line}`),
    ...['UID', 'DTSTAMP', 'SEQUENCE', 'CREATED', 'LAST-MODIFIED', 'DTSTART', 'DTEND', 'SUMMARY', 'DESCRIPTION', 'LOCATION', 'URL', 'STATUS', 'TRANSP', 'CATEGORIES', 'CONFERENCE', 'X-GOOGLE-CONFERENCE']
      .filter((name) => event.filter((line) => nameOf(line) === name).length !== 1).map((name) => `not one ${name}`),
    ...['VERSION', 'PRODID', 'CALSCALE'].filter((name) => unfolded.filter((line) => nameOf(line) === name).length !== 1).map((name) => `not one ${name}`),
    ...event.filter((line) => /^(DTSTAMP|DTSTART|DTEND|CREATED|LAST-MODIFIED)\b/.test(line) && !/^[A-Z-]+:\d{8}T\d{6}Z$/.test(line)).map((line) => `not UTC: ${line}`),
    ...event.filter((line) => /^(URL|CONFERENCE|X-GOOGLE-CONFERENCE|LOCATION)\b/.test(line) && line.includes('\\')).map((line) => `an escaped address: ${line}`),
    ...unfolded.filter((line) => /TZID|VTIMEZONE|X-WR-|BEGIN:VALARM|X-ALT-DESC|DURATION/.test(nameOf(line)) || line.startsWith('BEGIN:VTIMEZONE')).map((line) => `does not belong here: ${line}`),
    ...(unfolded.filter((line) => line.startsWith('BEGIN:')).join() === 'BEGIN:VCALENDAR,BEGIN:VEVENT' ? [] : ['not one event']),
  ];
}

function nameOf(line: string): string {
  return /^[A-Z-]+/.exec(line)?.[0] ?? line;
}
