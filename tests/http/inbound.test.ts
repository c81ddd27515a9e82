import { answerMail, answerText, bounceMail, type AnswerParts } from '../support/answers.ts';
import { startApp, type App } from '../support/app.ts';
import { apiOf, signInBy, type Api } from '../support/api.ts';
import { openDatabase, type Database } from '../../server/store/database.ts';
import { crowd, makeProgramme, sessionsOf } from '../support/programme.ts';
import { until } from '../support/until.ts';
import { openWatcher, type Watcher } from '../support/watcher.ts';

let app: App;
let owner: Api;
let db: Database;
let programmeId: string;
let facilitatorId: string;
let monday: string;
let sessionIds: string[];
let watcher: Watcher;

beforeAll(async () => {
  app = await startApp({ demo: true, env: { MAIL_AUTHORITY: 'mx.visavis.example' } });
  owner = apiOf(app.url);
  db = openDatabase(app.databaseUrl, { maximum: 1 });
  const { document, monday: first } = crowd({ clusters: 1, facilitators: 1, topics: 20 });
  const made = await makeProgramme(owner, document);
  ({ id: programmeId } = made);
  await owner.post(`/programmes/${programmeId}/coordinators`, { name: 'Inés', email: 'ines@example.org' });
  facilitatorId = made.facilitators['facilitator-1']!;
  monday = first;
  sessionIds = (await sessionsOf(owner, programmeId)).map(({ id }) => id);
  watcher = await openWatcher(app.url, { token: app.ownerToken });
  await watcher.watch(programmeId);
});
afterAll(async () => {
  watcher?.close();
  await db?.close();
  await app?.stop();
});

const representative = 'cluster-1@example.org';
let used = 0;

/** Each test books another session, at another hour. */
async function book() {
  used += 1;
  const sessionId = sessionIds[used - 1]!;
  const start = new Date(Date.parse(`${monday}T00:00:00Z`) + used * 3 * 3_600_000).toISOString();
  const { status, body } = await owner.post(`/sessions/${sessionId}/booking`, { facilitatorId, start });
  expect(status).toBe(201);
  return { sessionId, booking: body as { id: string; uid: string; version: number } };
}

/** A stamp so many seconds from now. */
const later = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString().replaceAll(/[-:]|\.\d+/g, '');
const handIn = (text: string, type = 'text/calendar', api = owner) => api.send('POST', '/inbound/itip', text, { 'content-type': type });
const answer = (uid: string, parts: AnswerParts = {}) => handIn(answerText({ uid, attendee: representative, ...parts }));
const deliveriesOf = async (bookingId: string) => (await owner.get(`/programmes/${programmeId}/deliveries?bookingId=${bookingId}`)).body.items as
  { id: string; sequence: number; state: string; reply: string; answer?: object; attendee: { email: string } }[];
const repliesOf = async (bookingId: string) => (await deliveriesOf(bookingId)).filter(({ attendee }) => attendee.email === representative).map(({ sequence, reply }) => [sequence, reply]);

describe('an answer', () => {
  it.each([['ACCEPTED', 'accepted'], ['DECLINED', 'declined'], ['TENTATIVE', 'tentative']])('%s is kept with its invitation, shown on the board and told live', async (status, reply) => {
    const { sessionId, booking } = await book();
    const heard = watcher.heard.filter(({ kind }) => kind === 'reply.received').length;
    const { status: code, body } = await answer(booking.uid, { status, more: 'COMMENT:Away\\, sorry' });
    const delivery = (await deliveriesOf(booking.id)).find(({ attendee }) => attendee.email === representative)!;
    expect([code, body]).toEqual([200, { outcome: 'kept', deliveryId: delivery.id }]);
    expect(delivery).toMatchObject({ reply, answer: { at: expect.any(String), wantsOtherTime: false, verified: true, comment: 'Away, sorry' } });
    const change = await watcher.heardKind('reply.received', heard + 1);
    expect(change).toMatchObject({
      subject: { type: 'delivery', id: delivery.id },
      data: { deliveryId: delivery.id, bookingId: booking.id, sessionId, facilitatorId, sequence: 0, attendee: { role: 'representative', name: 'cluster-1' }, reply, wantsOtherTime: false, verified: true },
    });
    expect(JSON.stringify(change)).not.toMatch(/sorry|@/);
    const { cells } = (await owner.get(`/programmes/${programmeId}/coverage`)).body;
    expect(cells.find((cell: { sessionId: string }) => cell.sessionId === sessionId)).toMatchObject({
      state: 'booked', answers: [{ name: 'cluster-1', role: 'representative', reply, wantsOtherTime: false, verified: true }],
    });
    expect((await owner.get(`/bookings/${booking.id}`)).body).toMatchObject({ status: 'confirmed', version: booking.version });
  });

  it('counts once, and in the order in which answers were written', async () => {
    const { booking } = await book();
    const revision = async () => (await owner.get(`/programmes/${programmeId}`)).body.revision;
    await until('its invitations are out', async () => (await deliveriesOf(booking.id)).every(({ state }) => state === 'sent'));
    expect((await answer(booking.uid, { status: 'DECLINED', stamp: '20260102T100000Z' })).body.outcome).toBe('kept');
    const before = await revision();
    expect((await answer(booking.uid, { status: 'DECLINED', stamp: '20260102T100000Z' })).body.outcome).toBe('repeated');
    expect((await answer(booking.uid, { status: 'ACCEPTED', stamp: '20260102T095959Z' })).body.outcome).toBe('outdated');
    expect((await answer(booking.uid, { status: 'DELEGATED', stamp: '20260102T110000Z' })).body.outcome).toBe('noted');
    expect([await repliesOf(booking.id), await revision()]).toEqual([[[0, 'declined']], before]);
    expect((await answer(booking.uid, { status: 'ACCEPTED', stamp: '20260102T110000Z' })).body.outcome).toBe('kept');
    expect(await repliesOf(booking.id)).toEqual([[0, 'accepted']]);
  });

  it.each([['a representative', representative, 'DECLINED', 'REPLY'], ['the facilitator', 'facilitator-1@example.org', 'DECLINED', 'REPLY'], ['a representative, for another time', representative, 'NEEDS-ACTION', 'COUNTER']])(
    'of %s that the hour does not suit is mailed to the coordinator, and the cluster is offered a move; the booking stands', async (_who, attendee, status, method) => {
      const { sessionId, booking } = await book();
      expect((await answer(booking.uid, { attendee, status, method })).body.outcome).toBe('kept');
      const letters = async () => ((await owner.get('/mailbox?limit=200')).body.items as { to: string; subject: string; text: string; raw: string }[]).filter(({ text }) => text.includes(`/${sessionId}`) && !text.includes('/manage/'));
      await until('both have a letter', async () => (await letters()).length === 2);
      const [toCluster, toCoordinator] = (await letters()).toSorted((a, b) => (a.to < b.to ? -1 : 1));
      const who = attendee.split('@')[0]!;
      const [own, other] = method === 'REPLY' ? ['You have declined', `${who} has declined`] : ['You ask for another time', `${who} asks for another time`];
      expect(toCoordinator).toMatchObject({ to: 'ines@example.org', subject: expect.stringContaining(`${other}: topic-`) });
      expect(toCoordinator!.text).toContain(`\nOpen the session\n${app.url.replace('127.0.0.1', 'localhost')}/sessions/${sessionId}\n`);
      expect(toCluster).toMatchObject({ to: representative, subject: expect.stringContaining(`${attendee === representative ? own : other}: topic-`) });
      expect(toCluster!.text).toContain(`\nChoose another time\n${app.url.replace('127.0.0.1', 'localhost')}/book/${sessionId}?move=1\n`);
      expect(toCluster!.raw).toContain('Auto-Submitted: auto-generated');
      // Whoever changes their mind twice makes nobody write twice.
      if (attendee !== representative || method !== 'REPLY') return;
      await answer(booking.uid, { attendee, status: 'ACCEPTED', stamp: later(1) });
      await answer(booking.uid, { attendee, status, method, stamp: later(2) });
      expect((await owner.get(`/bookings/${booking.id}`)).body).toMatchObject({ status: 'confirmed', version: booking.version, sequence: 0 });
      await until('nothing waits to be sent', async () => (await db.query('SELECT FROM letters')).rowCount === 0);
      expect(await letters()).toHaveLength(2);
      // Another hour is another matter.
      expect((await owner.patch(`/bookings/${booking.id}`, { start: `${monday}T23:00:00Z` })).status).toBe(200);
      await answer(booking.uid, { attendee, status, sequence: 1, stamp: later(3) });
      await until('it is told again', async () => (await letters()).length === 4);
      await owner.delete(`/bookings/${booking.id}`);
    });

  it('by a mail that nobody vouches for is told with that doubt, and not to whom it claims to be from', async () => {
    const { sessionId, booking } = await book();
    const mail = answerMail(answerText({ uid: booking.uid, attendee: representative, status: 'DECLINED' }), { from: representative });
    expect((await handIn(mail, 'message/rfc822')).body.outcome).toBe('kept');
    await until('nothing waits to be sent', async () => (await db.query('SELECT FROM letters')).rowCount === 0);
    const letters = ((await owner.get('/mailbox?limit=200')).body.items as { to: string; text: string }[]).filter(({ text }) => text.includes(`/sessions/${sessionId}`));
    expect(letters.map(({ to, text }) => [to, text.includes('it is not certain who sent it')])).toEqual([['ines@example.org', true]]);
  });

  it('to an earlier revision is kept with that one and changes nothing; a move asks anew', async () => {
    const { sessionId, booking } = await book();
    await answer(booking.uid, { status: 'ACCEPTED' });
    const moved = await owner.patch(`/bookings/${booking.id}`, { start: `${monday}T23:00:00Z` });
    expect(moved.status).toBe(200);
    expect((await answer(booking.uid, { status: 'DECLINED', sequence: 0 })).body.outcome).toBe('outdated');
    expect(await repliesOf(booking.id)).toEqual([[0, 'declined'], [1, 'none']]);
    expect((await owner.get(`/sessions/${sessionId}`)).body).not.toHaveProperty('answers');
    expect((await answer(booking.uid, { status: 'ACCEPTED', sequence: 1 })).body.outcome).toBe('kept');
    expect(await repliesOf(booking.id)).toEqual([[0, 'declined'], [1, 'accepted']]);
    expect((await answer(booking.uid, { sequence: 7 })).status).toBe(404);
  });

  it.each<[string, AnswerParts, string]>([
    ['no ORGANIZER, as outlook.com has none', { organizer: null }, 'accepted'],
    ['no SEQUENCE, as KDE has none', { sequence: null }, 'accepted'],
    ['neither SEQUENCE nor DTSTAMP', { sequence: null, stamp: null }, 'accepted'],
    ['an address in capitals', { attendee: representative.toUpperCase() }, 'accepted'],
  ])('may have %s', async (_name, parts, reply) => {
    const { booking } = await book();
    expect((await answer(booking.uid, parts)).body.outcome).toBe('kept');
    expect(await repliesOf(booking.id)).toEqual([[0, reply]]);
  });

  it('may say that it is one in its Content-Type alone', async () => {
    const { booking } = await book();
    const text = answerText({ uid: booking.uid, attendee: representative, status: 'ACCEPTED' }).replace(/METHOD:.*\r\n/, '');
    expect((await handIn(text, 'text/calendar')).status).toBe(422);
    expect((await handIn(text, 'text/calendar; charset=utf-8; method=REPLY')).body.outcome).toBe('kept');
    expect(await repliesOf(booking.id)).toEqual([[0, 'accepted']]);
  });

  it('that asks for another time says so, and keeps what was answered', async () => {
    const { sessionId, booking } = await book();
    await answer(booking.uid, { status: 'TENTATIVE', stamp: '20260102T100000Z' });
    expect((await answer(booking.uid, { method: 'COUNTER', stamp: '20260102T110000Z' })).body.outcome).toBe('kept');
    expect((await owner.get(`/sessions/${sessionId}`)).body.answers).toEqual([{ name: 'cluster-1', role: 'representative', reply: 'tentative', wantsOtherTime: true, verified: true }]);
  });
});

describe('a mail', () => {
  it('with the answer in it twice counts once; it is verified when our own server says so, and not by its word alone', async () => {
    const { sessionId, booking } = await book();
    const verified = async () => (await owner.get(`/sessions/${sessionId}`)).body.answers?.map(({ reply, verified: is }: { reply: string; verified: boolean }) => [reply, is]);
    const mail = (status: string, stamp: string, headers = '') => handIn(answerMail(answerText({ uid: booking.uid, attendee: representative, status, stamp }), { from: representative, headers }), 'message/rfc822');
    expect((await mail('TENTATIVE', '20260102T100000Z')).body.outcome).toBe('kept');
    expect(await verified()).toEqual([['tentative', false]]);
    const forged = 'Authentication-Results: mx.attacker.example; dkim=pass header.d=example.org\r\n';
    expect((await mail('DECLINED', '20260102T110000Z', forged)).body.outcome).toBe('kept');
    expect(await verified()).toEqual([['declined', false]]);
    const elsewhere = 'Authentication-Results: mx.visavis.example; dkim=pass header.d=attacker.example; spf=fail smtp.mailfrom=example.org\r\n';
    expect((await mail('TENTATIVE', '20260102T120000Z', elsewhere)).body.outcome).toBe('kept');
    expect(await verified()).toEqual([['tentative', false]]);
    const true1 = 'Authentication-Results: mx.visavis.example;\r\n dkim=pass (2048-bit key) header.d=example.org header.s=x\r\n';
    expect((await mail('ACCEPTED', '20260102T130000Z', true1)).body.outcome).toBe('kept');
    expect(await verified()).toEqual([['accepted', true]]);
    expect((await mail('DECLINED', '20260102T140000Z', forged + true1)).body.outcome).toBe('unverified');
    expect(await verified()).toEqual([['accepted', true]]);
  });

  it('from somebody else than it answers for is refused', async () => {
    const { booking } = await book();
    const refused = await handIn(answerMail(answerText({ uid: booking.uid, attendee: representative, status: 'DECLINED' }), { from: 'attacker@example.org' }), 'message/rfc822');
    expect(refused.body).toMatchObject({ status: 422, errors: [{ path: 'body', message: 'The mail is not from the attendee it answers for.' }] });
    expect(await repliesOf(booking.id)).toEqual([[0, 'none']]);
  });

  it('that says one of ours came back marks its invitation', async () => {
    const { booking } = await book();
    await until('its invitations are out', async () => (await deliveriesOf(booking.id)).every(({ state }) => state === 'sent'));
    const delivery = (await deliveriesOf(booking.id)).find(({ attendee }) => attendee.email === representative)!;
    expect((await handIn(bounceMail(`${delivery.id}@localhost`, representative), 'message/rfc822')).body).toEqual({ outcome: 'kept', deliveryId: delivery.id });
    expect((await deliveriesOf(booking.id)).find(({ id }) => id === delivery.id)).toMatchObject({ state: 'bounced', lastError: 'came back: 5.1.1' });
    expect((await handIn(bounceMail(`${delivery.id}@localhost`, representative), 'message/rfc822')).body.outcome).toBe('repeated');
    expect((await handIn(bounceMail(`${delivery.id}@elsewhere.example`, representative), 'message/rfc822')).status).toBe(404);
    expect((await owner.post(`/deliveries/${delivery.id}/retry`)).status).toBe(200);
  });
});

describe('who hands it in', () => {
  it('is the owner or a coordinator of the programme; nobody else', async () => {
    const text = answerText({ uid: 'x@y', attendee: representative });
    expect((await handIn(text, 'text/calendar', apiOf(app.url, null))).status).toBe(401);
    expect((await handIn(text, 'text/calendar', apiOf(app.url, 'wrong'))).status).toBe(401);
    for (const who of Object.keys(app.links)) {
      const person = await signInBy(app.links[who]!);
      expect([who, (await handIn(text, 'text/calendar', person)).status]).toEqual([who, who.startsWith('coordinator') ? 404 : 403]);
    }
  });

  it('says what it is', async () => {
    expect((await handIn('{}', 'application/json')).body).toMatchObject({ status: 400, code: 'malformed' });
    expect((await handIn('', 'text/calendar')).status).toBe(422);
    expect((await handIn('x'.repeat(3_000_000), 'text/calendar')).body).toMatchObject({ status: 413, code: 'too-large', detail: 'The body is larger than 2 MB.' });
  });
});
