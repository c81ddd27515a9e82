import path from 'node:path';
import type { Instant } from '../../server/domain/interval.ts';
import { incomingReader } from '../../server/jobs/readers.ts';
import { readAlone } from '../../server/mail/read-alone.ts';
import { readMail } from '../../server/mail/read-mail.ts';
import { openDatabase, type Database } from '../../server/store/database.ts';
import { receive } from '../../server/usecases/calendars/receive.ts';
import { answerMail, answerText, bounceMail, type AnswerParts } from '../support/answers.ts';
import { startApp, type App } from '../support/app.ts';
import { apiOf, type Api } from '../support/api.ts';
import { crowd, makeProgramme, sessionsOf } from '../support/programme.ts';

const readApart = incomingReader(path.join(__dirname, '../../build/server/mail/mail-worker.js'), null);

/** Answers that nobody means well with: none is taken for an answer, none takes the server with it, and the booking stands. */
let app: App;
let owner: Api;
let db: Database;
let programmeId: string;
let booking: { id: string; uid: string };
let before: string;

beforeAll(async () => {
  app = await startApp();
  owner = apiOf(app.url);
  db = openDatabase(app.databaseUrl, { maximum: 2 });
  const { document, monday } = crowd({ clusters: 2, facilitators: 1 });
  const made = await makeProgramme(owner, document);
  programmeId = made.id;
  const session = (await sessionsOf(owner, made.id)).find(({ clusterId }) => clusterId === made.clusters['cluster-1'])!;
  booking = (await owner.post(`/sessions/${session.id}/booking`, { facilitatorId: made.facilitators['facilitator-1'], start: `${monday}T09:00:00Z` })).body;
  before = await state();
}, 60_000);
afterAll(async () => {
  await db?.close();
  await app?.stop();
});

const attendee = 'cluster-1@example.org';
const good = (parts: AnswerParts = {}) => answerText({ uid: booking.uid, attendee, status: 'DECLINED', ...parts });
const mail = (ics: string, more: Parameters<typeof answerMail>[1] = {}) => answerMail(ics, { from: attendee, ...more });

const replies: [string, () => string, 'calendar' | 'mail', 'invalid' | 'not-found' | 'noted'][] = [
  ['no body', () => '', 'calendar', 'invalid'],
  ['HTML', () => '<html><script>alert(1)</script></html>', 'calendar', 'invalid'],
  ['JSON', () => '{"METHOD":"REPLY"}', 'calendar', 'invalid'],
  ['half an answer', () => good().slice(0, -30), 'calendar', 'invalid'],
  ['no method', () => good({ method: null }), 'calendar', 'invalid'],
  ['a REQUEST for our own event', () => good({ method: 'REQUEST' }), 'calendar', 'invalid'],
  ['a CANCEL of our own event', () => good({ method: 'CANCEL' }), 'calendar', 'invalid'],
  ['a PUBLISH', () => good({ method: 'PUBLISH' }), 'calendar', 'invalid'],
  ['a method of __proto__', () => good({ method: '__proto__' }), 'calendar', 'invalid'],
  ['a status of __proto__', () => good({ status: '__proto__' }), 'calendar', 'noted'],
  ['a status of constructor', () => good({ status: 'constructor' }), 'calendar', 'noted'],
  ['no status', () => good().replace('PARTSTAT=DECLINED', 'X=Y'), 'calendar', 'noted'],
  ['no UID', () => good({ uid: null }), 'calendar', 'invalid'],
  ['another UID', () => good({ uid: 'vsv_other@localhost' }), 'calendar', 'not-found'],
  ['a UID of 100,000 characters', () => good({ uid: 'x'.repeat(100_000) }), 'calendar', 'invalid'],
  ['a UID that is SQL', () => good({ uid: "' OR 1=1 --" }), 'calendar', 'not-found'],
  ['a UID with a NUL', () => good({ uid: `${booking.uid}\0x` }), 'calendar', 'not-found'],
  ['nobody who answers', () => good({ attendee: null }), 'calendar', 'invalid'],
  ['somebody who was not invited', () => good({ attendee: 'attacker@example.org' }), 'calendar', 'not-found'],
  ['somebody of another cluster', () => good({ attendee: 'cluster-2@example.org' }), 'calendar', 'not-found'],
  ['an attendee without an address', () => good({ attendee: 'not an address' }), 'calendar', 'invalid'],
  ['two who answer', () => good({ more: 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:other@example.org' }), 'calendar', 'invalid'],
  ['an address with a line break', () => good({ attendee: 'cluster-1@example.org\\nBcc: victim@example.org' }), 'calendar', 'invalid'],
  ['a revision that there never was', () => good({ sequence: 999_999_999 }), 'calendar', 'not-found'],
  ['a revision beyond all numbers', () => good({ sequence: '9'.repeat(5000), stamp: null, attendee: 'attacker@example.org' }), 'calendar', 'not-found'],
  ['1,000 answers at once', () => `BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n${'BEGIN:VEVENT\r\nEND:VEVENT\r\n'.repeat(1000)}END:VCALENDAR\r\n`, 'calendar', 'invalid'],
  ['events in events', () => `BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n${'BEGIN:VEVENT\r\n'.repeat(1000)}`, 'calendar', 'invalid'],
  ['an attendee of 1 MB', () => good({ attendee: `${'x'.repeat(1_000_000)}@example.org` }), 'calendar', 'invalid'],
  ['a comment of 1 MB, for nobody', () => good({ uid: 'x@y', more: `COMMENT:${'x'.repeat(1_000_000)}` }), 'calendar', 'invalid'],
  ['a mail from somebody else', () => mail(good(), { from: 'attacker@example.org' }), 'mail', 'invalid'],
  ['a mail from two', () => mail(good()).replace(`<${attendee}>`, `<${attendee}>, <attacker@example.org>`), 'mail', 'invalid'],
  ['a mail from nobody', () => mail(good()).replace(/^From: .*\r\n/m, ''), 'mail', 'invalid'],
  ['a mail whose name looks like the address', () => mail(good(), { from: 'attacker@example.org' }).replace('Somebody', `"${attendee}"`), 'mail', 'invalid'],
  ['a mail whose Reply-To is right', () => mail(good(), { from: 'attacker@example.org', headers: `Reply-To: ${attendee}\r\nSender: ${attendee}\r\n` }), 'mail', 'invalid'],
  ['a mail without a calendar', () => 'From: a@example.org\r\nSubject: Accepted\r\n\r\nI accept.\r\n', 'mail', 'invalid'],
  ['a mail that is one header', () => `X: ${'x'.repeat(1_900_000)}`, 'mail', 'invalid'],
  ['100,000 headers', () => `${'X: x\r\n'.repeat(100_000)}\r\n`, 'mail', 'invalid'],
  ['parts in parts, 500 deep', () => nested(500), 'mail', 'invalid'],
  ['a part that never ends', () => mail(good()).slice(0, 600), 'mail', 'invalid'],
  ['base64 that is none', () => mail('').replace('Content-Transfer-Encoding: base64\r\n\r\n', '$&%%%%\0\0%%%%'), 'mail', 'invalid'],
  ['a mail of NULs', () => '\0'.repeat(500_000), 'mail', 'invalid'],
  ['a report of a mail that is not ours', () => bounceMail('somebody-else@localhost', attendee), 'mail', 'not-found'],
  ['a report of one of ours, by another host', () => bounceMail('dlv_x@elsewhere.example', attendee), 'mail', 'not-found'],
  ['a report that it is only late', () => bounceMail('dlv_x@localhost', attendee).replace('Action: failed', 'Action: delayed'), 'mail', 'invalid'],
];

describe('an answer that is', () => {
  it.each(replies)('%s changes nothing, and is read or given up within the thread’s time', async (_name, text, form, outcome) => {
    expect(await take(text(), form)).toBe(outcome);
    expect(await state()).toBe(before);
  }, 20_000);

  it('good is kept after all that', async () => {
    expect(await take(good(), 'calendar')).toBe('kept');
  });

  it('bad is refused over HTTP too, without a word of what is inside', async () => {
    const reply = await owner.send('POST', '/inbound/itip', good({ method: 'CANCEL' }), { 'content-type': 'text/calendar' });
    expect(reply.body).toEqual({
      type: 'urn:visavis:problem:invalid', title: expect.any(String), status: 422, code: 'invalid', detail: 'Only METHOD:REPLY and METHOD:COUNTER are answers to an invitation.',
      errors: [{ path: 'body', message: 'Only METHOD:REPLY and METHOD:COUNTER are answers to an invitation.' }],
    });
  });
});

/** As the server does, in a thread whose time has an end; where a slow machine's was up, what it would have said is looked at here. */
async function take(text: string, form: 'calendar' | 'mail'): Promise<string> {
  const bytes = Buffer.from(text);
  const ended = await readApart(form, bytes);
  const isEnded = ended.came === 'nothing' && ended.fault === 'too-much';
  const received = !isEnded ? ended : form === 'calendar' ? readAlone(bytes, null) : await readMail(bytes, null);
  const result = await db.transaction((tx) => receive(tx, received, { now: Date.now() as Instant, host: 'localhost', newId: (prefix) => `${prefix}_${Math.random()}`, mayReceive: () => true }));
  return result.ok ? result.value.outcome : result.problem.code;
}

/** The booking, and what each invitation was answered. */
async function state(): Promise<string> {
  const { items } = (await owner.get(`/programmes/${programmeId}/deliveries`)).body;
  const { body } = await owner.get(`/bookings/${booking.id}`);
  return JSON.stringify([body, items.map(({ id, reply, answer }: { id: string; reply: string; answer?: object }) => [id, reply, answer ?? null]).toSorted()]);
}

function nested(depth: number): string {
  const open = Array.from({ length: depth }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`).join('');
  return `From: ${attendee}\r\nMIME-Version: 1.0\r\n${open}Content-Type: text/plain\r\n\r\nx\r\n`;
}
