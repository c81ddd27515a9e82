/** What a calendar answers to an invitation; each part can be said otherwise, or left out with null. */
export interface AnswerParts {
  method?: string | null;
  uid?: string | null;
  sequence?: number | string | null;
  stamp?: string | null;
  attendee?: string | null;
  status?: string;
  organizer?: string | null;
  more?: string;
}

/** As most calendars write it. */
export function answerText({ method = 'REPLY', uid = 'none@nowhere', sequence = 0, stamp = now(), attendee = 'nobody@example.org', status = 'ACCEPTED', organizer = 'mailto:invites@localhost', more = '' }: AnswerParts): string {
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Somebody//Their calendar//EN', ...(method === null ? [] : [`METHOD:${method}`]),
    'BEGIN:VEVENT', ...(uid === null ? [] : [`UID:${uid}`]), ...(stamp === null ? [] : [`DTSTAMP:${stamp}`]), ...(sequence === null ? [] : [`SEQUENCE:${sequence}`]),
    ...(organizer === null ? [] : [`ORGANIZER:${organizer}`]),
    ...(attendee === null ? [] : [`ATTENDEE;CN="Somebody; else: me";PARTSTAT=${status}:mailto:${attendee}`]),
    ...(more === '' ? [] : [more]), 'END:VEVENT', 'END:VCALENDAR', '',
  ];
  return lines.join('\r\n');
}

/** A mail with the answer in it twice, as Thunderbird sends it. */
export function answerMail(ics: string, { from = 'nobody@example.org', method = 'REPLY', headers = '' }: { from?: string; method?: string; headers?: string } = {}): string {
  const part = (type: string) => `--b1\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(ics).toString('base64').replaceAll(/.{76}/g, '$&\r\n')}\r\n`;
  return `${headers}From: Somebody <${from}>\r\nTo: invites@localhost\r\nSubject: Accepted\r\nMessage-ID: <${Math.random()}@example.org>\r\nMIME-Version: 1.0\r\n`
    + `Content-Type: multipart/mixed; boundary=b1\r\n\r\n--b1\r\nContent-Type: text/plain\r\n\r\nSomebody has accepted.\r\n${part(`text/calendar; charset=utf-8; method=${method}`)}${part('application/ics; name="invite.ics"')}--b1--\r\n`;
}

/** A delivery report (RFC 3464) for one of our mails. */
export function bounceMail(messageId: string, recipient: string): string {
  return 'From: MAILER-DAEMON@mx.example.org\r\nTo: invites@localhost\r\nSubject: Undelivered Mail Returned to Sender\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n'
    + 'Content-Type: multipart/report; report-type=delivery-status; boundary=r1\r\n\r\n--r1\r\nContent-Type: text/plain\r\n\r\nI could not deliver it.\r\n'
    + `--r1\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.org\r\n\r\nFinal-Recipient: rfc822; ${recipient}\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\r\n`
    + `--r1\r\nContent-Type: message/rfc822\r\n\r\nFrom: invites@localhost\r\nTo: ${recipient}\r\nSubject: x\r\nMessage-ID: <${messageId}>\r\n\r\nHello\r\n--r1--\r\n`;
}

function now(): string {
  return new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');
}
