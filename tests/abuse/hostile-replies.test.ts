import { answerMail, answerText, bounceMail, type AnswerParts } from '../support/answers.ts';
import { startApp, type App } from '../support/app.ts';
import { apiOf, type Api } from '../support/api.ts';
import { crowd, makeProgramme, sessionsOf } from '../support/programme.ts';

/** Answers that nobody means well with: none is taken for an answer, none takes the server with it, and the booking stands. */
let app: App;
let owner: Api;
let programmeId: string;
let booking: { id: string; uid: string };
let before: string;

beforeAll(async () => {
  app = await startApp();
  owner = apiOf(app.url);
  const { document, monday } = crowd({ clusters: 2, facilitators: 1 });
  const made = await makeProgramme(owner, document);
  programmeId = made.id;
  const session = (await sessionsOf(owner, made.id)).find(({ clusterId }) => clusterId === made.clusters['cluster-1'])!;
  booking = (await owner.post(`/sessions/${session.id}/booking`, { facilitatorId: made.facilitators['facilitator-1'], start: `${monday}T09:00:00Z` })).body;
  before = await state();
});
afterAll(() => app?.stop());

const attendee = 'cluster-1@example.org';
const good = (parts: AnswerParts = {}) => answerText({ uid: booking.uid, attendee, status: 'DECLINED', ...parts });
const mail = (ics: string, more: Parameters<typeof answerMail>[1] = {}) => answerMail(ics, { from: attendee, ...more });

const replies: [string, () => string, 'text/calendar' | 'message/rfc822', number][] = [
  ['no body', () => '', 'text/calendar', 422],
  ['HTML', () => '<html><script>alert(1)</script></html>', 'text/calendar', 422],
  ['JSON', () => '{"METHOD":"REPLY"}', 'text/calendar', 422],
  ['half an answer', () => good().slice(0, -30), 'text/calendar', 422],
  ['no method', () => good({ method: null }), 'text/calendar', 422],
  ['a REQUEST for our own event', () => good({ method: 'REQUEST' }), 'text/calendar', 422],
  ['a CANCEL of our own event', () => good({ method: 'CANCEL' }), 'text/calendar', 422],
  ['a PUBLISH', () => good({ method: 'PUBLISH' }), 'text/calendar', 422],
  ['a method of __proto__', () => good({ method: '__proto__' }), 'text/calendar', 422],
  ['a status of __proto__', () => good({ status: '__proto__' }), 'text/calendar', 200],
  ['a status of constructor', () => good({ status: 'constructor' }), 'text/calendar', 200],
  ['no status', () => good().replace('PARTSTAT=DECLINED', 'X=Y'), 'text/calendar', 200],
  ['no UID', () => good({ uid: null }), 'text/calendar', 422],
  ['another UID', () => good({ uid: 'vsv_other@localhost' }), 'text/calendar', 404],
  ['a UID of 100,000 characters', () => good({ uid: 'x'.repeat(100_000) }), 'text/calendar', 422],
  ['a UID that is SQL', () => good({ uid: "' OR 1=1 --" }), 'text/calendar', 404],
  ['a UID with a NUL', () => good({ uid: `${booking.uid}\0x` }), 'text/calendar', 404],
  ['nobody who answers', () => good({ attendee: null }), 'text/calendar', 422],
  ['somebody who was not invited', () => good({ attendee: 'attacker@example.org' }), 'text/calendar', 404],
  ['somebody of another cluster', () => good({ attendee: 'cluster-2@example.org' }), 'text/calendar', 404],
  ['an attendee without an address', () => good({ attendee: 'not an address' }), 'text/calendar', 422],
  ['two who answer', () => good({ more: 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:other@example.org' }), 'text/calendar', 422],
  ['an address with a line break', () => good({ attendee: 'cluster-1@example.org\\nBcc: victim@example.org' }), 'text/calendar', 422],
  ['a revision that there never was', () => good({ sequence: 999_999_999 }), 'text/calendar', 404],
  ['a revision beyond all numbers', () => good({ sequence: '9'.repeat(5000), stamp: null, attendee: 'attacker@example.org' }), 'text/calendar', 404],
  ['1,000 answers at once', () => `BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n${'BEGIN:VEVENT\r\nEND:VEVENT\r\n'.repeat(1000)}END:VCALENDAR\r\n`, 'text/calendar', 422],
  ['events in events', () => `BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n${'BEGIN:VEVENT\r\n'.repeat(1000)}`, 'text/calendar', 422],
  ['an attendee of 1 MB', () => good({ attendee: `${'x'.repeat(1_000_000)}@example.org` }), 'text/calendar', 422],
  ['a comment of 1 MB, for nobody', () => good({ uid: 'x@y', more: `COMMENT:${'x'.repeat(1_000_000)}` }), 'text/calendar', 422],
  ['more than may be', () => good({ more: `SUMMARY:${'x'.repeat(3_000_000)}` }), 'text/calendar', 413],
  ['a mail from somebody else', () => mail(good(), { from: 'attacker@example.org' }), 'message/rfc822', 422],
  ['a mail from two', () => mail(good()).replace(`<${attendee}>`, `<${attendee}>, <attacker@example.org>`), 'message/rfc822', 422],
  ['a mail from nobody', () => mail(good()).replace(/^From: .*\r\n/m, ''), 'message/rfc822', 422],
  ['a mail whose name looks like the address', () => mail(good(), { from: 'attacker@example.org' }).replace('Somebody', `"${attendee}"`), 'message/rfc822', 422],
  ['a mail whose Reply-To is right', () => mail(good(), { from: 'attacker@example.org', headers: `Reply-To: ${attendee}\r\nSender: ${attendee}\r\n` }), 'message/rfc822', 422],
  ['a mail without a calendar', () => 'From: a@example.org\r\nSubject: Accepted\r\n\r\nI accept.\r\n', 'message/rfc822', 422],
  ['a mail that is one header', () => `X: ${'x'.repeat(1_900_000)}`, 'message/rfc822', 422],
  ['100,000 headers', () => `${'X: x\r\n'.repeat(100_000)}\r\n`, 'message/rfc822', 422],
  ['parts in parts, 500 deep', () => nested(500), 'message/rfc822', 422],
  ['a part that never ends', () => mail(good()).slice(0, 600), 'message/rfc822', 422],
  ['base64 that is none', () => mail('').replace('Content-Transfer-Encoding: base64\r\n\r\n', '$&%%%%\0\0%%%%'), 'message/rfc822', 422],
  ['a mail of NULs', () => '\0'.repeat(500_000), 'message/rfc822', 422],
  ['a report of a mail that is not ours', () => bounceMail('somebody-else@localhost', attendee), 'message/rfc822', 404],
  ['a report of one of ours, by another host', () => bounceMail('dlv_x@elsewhere.example', attendee), 'message/rfc822', 404],
  ['a report that it is only late', () => bounceMail('dlv_x@localhost', attendee).replace('Action: failed', 'Action: delayed'), 'message/rfc822', 422],
];

describe('an answer that is', () => {
  it.each(replies)('%s changes nothing', async (_name, text, type, status) => {
    const reply = await owner.send('POST', '/inbound/itip', text(), { 'content-type': type });
    expect([reply.status, reply.body.outcome]).toEqual([status, status === 200 ? 'noted' : undefined]);
    expect(JSON.stringify(reply.body)).not.toMatch(/attacker|victim|\.ts:|\.js:/);
    expect(await state()).toBe(before);
  });

  it('good is kept after all that', async () => {
    expect((await owner.send('POST', '/inbound/itip', good(), { 'content-type': 'text/calendar' })).body).toMatchObject({ outcome: 'kept' });
  });
});

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
