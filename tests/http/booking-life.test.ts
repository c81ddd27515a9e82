import { Client } from 'pg';
import type { Slot } from '../../shared/api/slots.ts';
import { apiOf, signInBy, type Api } from '../support/api.ts';
import { mailedTokens, openBrowserOf } from '../support/sign-in.ts';
import { startApp, type App } from '../support/app.ts';
import { until } from '../support/until.ts';
import { cecilInFuture, makeProgramme, sessionsOf, type Made, type SessionRow } from '../support/programme.ts';

let app: App;
let owner: Api;
let made: Made;
let sessions: SessionRow[];

beforeAll(async () => {
  app = await startApp({ demo: true });
  owner = apiOf(app.url);
  made = await makeProgramme(owner, cecilInFuture());
  sessions = await sessionsOf(owner, made.id);
});
afterAll(() => app.stop());

const of = (cluster: string, topic: string) => sessions.find((each) => each.clusterId === made.clusters[cluster] && each.topicId === made.topics[topic])!;
const slotsOf = async (session: SessionRow, api = owner, query = '') => (await api.get(`/sessions/${session.id}/slots${query}`)).body.slots as Slot[];
const wish = ({ facilitatorId, start }: Slot) => ({ facilitatorId, start });
const stateOf = async (session: SessionRow) => (await owner.get(`/sessions/${session.id}`)).body.state;
const revisionOf = async () => (await owner.get(`/programmes/${made.id}`)).body.revision as number;
const kindsAfter = async (revision: number) => (await owner.get(`/programmes/${made.id}/changes?after=${revision}`)).body.changes.map(({ kind }: { kind: string }) => kind);

async function lapse(holdId: string): Promise<void> {
  const client = new Client({ connectionString: app.databaseUrl });
  await client.connect();
  await client.query(`UPDATE engagements SET expires_at = now() - interval '1 millisecond' WHERE id = $1`, [holdId]);
  await client.end();
}

describe('a hold', () => {
  it('keeps its slot from all others for five minutes, shows to its own, and gives it back', async () => {
    const [dublin, madrid] = [of('dublin', 'mapping'), of('madrid', 'mapping')];
    const [slot] = await slotsOf(dublin);
    const revision = await revisionOf();
    const held = await owner.post(`/sessions/${dublin.id}/holds`, wish(slot!));
    expect([held.status, held.body]).toEqual([201, {
      id: expect.any(String), sessionId: dublin.id, ...wish(slot!), end: slot!.end,
      expiresAt: expect.any(String), now: expect.any(String), extensionsLeft: 10,
    }]);
    expect(Date.parse(held.body.expiresAt) - Date.parse(held.body.now)).toBe(5 * 60_000);
    expect(await stateOf(dublin)).toBe('held');
    // Whoever read it before, at the same version, is not told that it is as it was.
    const { headers } = await owner.get(`/sessions/${dublin.id}`);
    expect((await owner.get(`/sessions/${dublin.id}`, { 'if-none-match': headers.get('etag')! })).body.state).toBe('held');
    expect((await slotsOf(madrid)).filter((each) => each.start === slot!.start && each.facilitatorId === slot!.facilitatorId)).toEqual([]);
    // A session's own hold never stands in its own way.
    expect((await slotsOf(dublin))[0]).toEqual(slot);
    expect((await owner.delete(`/holds/${held.body.id}`)).status).toBe(204);
    expect((await owner.delete(`/holds/${held.body.id}`)).status).toBe(204);
    expect(await stateOf(dublin)).toBe('open');
    expect(await kindsAfter(revision)).toEqual(['hold.placed', 'slot.taken', 'hold.ended', 'slot.freed']);
  });

  it('is replaced by its session’s next one, and stays when the next one cannot be had', async () => {
    const [dublin, madrid] = [of('dublin', 'mapping'), of('madrid', 'mapping')];
    const slots = await slotsOf(dublin);
    const first = (await owner.post(`/sessions/${dublin.id}/holds`, wish(slots[0]!))).body;
    const second = (await owner.post(`/sessions/${dublin.id}/holds`, wish(slots[6]!))).body;
    expect((await owner.post(`/holds/${first.id}/extension`)).body.code).toBe('hold-expired');
    const theirs = (await owner.post(`/sessions/${madrid.id}/holds`, wish(slots[0]!))).body;
    const refused = await owner.post(`/sessions/${dublin.id}/holds`, wish(slots[0]!));
    expect([refused.status, refused.body.code]).toEqual([409, 'slot-taken']);
    expect((await owner.post(`/holds/${second.id}/extension`)).status).toBe(200);
    await owner.delete(`/holds/${second.id}`);
    await owner.delete(`/holds/${theirs.id}`);
  });

  it('can be extended ten times, not eleven', async () => {
    const session = of('paris', 'mapping');
    const hold = (await owner.post(`/sessions/${session.id}/holds`, wish((await slotsOf(session))[0]!))).body;
    const left: number[] = [];
    for (let count = 0; count < 10; count += 1) left.push((await owner.post(`/holds/${hold.id}/extension`)).body.extensionsLeft);
    expect(left).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
    const refused = await owner.post(`/holds/${hold.id}/extension`);
    expect([refused.status, refused.body.code]).toEqual([422, 'policy']);
    await owner.delete(`/holds/${hold.id}`);
  });

  it('lapses by itself: its slot is everybody’s at once, and it can no longer be booked', async () => {
    const [dublin, madrid] = [of('dublin', 'mapping'), of('madrid', 'mapping')];
    const [slot] = await slotsOf(dublin);
    const hold = (await owner.post(`/sessions/${dublin.id}/holds`, wish(slot!))).body;
    const revision = await revisionOf();
    await lapse(hold.id);
    expect((await slotsOf(madrid)).map(wish)).toContainEqual(wish(slot!));
    expect(await stateOf(dublin)).toBe('open');
    const late = await owner.post(`/sessions/${dublin.id}/booking`, { ...wish(slot!), holdId: hold.id });
    expect([late.status, late.body.code]).toEqual([410, 'hold-expired']);
    // Whoever watches is told a little later, by the sweep.
    await until('the sweep has told', async () => await revisionOf() >= revision + 2);
    expect(await kindsAfter(revision)).toEqual(['hold.ended', 'slot.freed']);
  });
});

describe('a booking', () => {
  it('is made, shown, invited to, moved with its UID, cancelled, and its session open again', async () => {
    const session = of('warsaw', 'economics');
    const slots = await slotsOf(session);
    const revision = await revisionOf();
    const made1 = await owner.post(`/sessions/${session.id}/booking`, { ...wish(slots[0]!), needs: 'Nasza mapa' });
    expect([made1.status, made1.body]).toEqual([201, {
      id: expect.any(String), sessionId: session.id, clusterId: session.clusterId, ...wish(slots[0]!), end: slots[0]!.end, status: 'confirmed',
      uid: expect.stringMatching(/^vsv_[a-z0-9]{25,}@localhost$/), sequence: 0, joinUrl: expect.stringMatching(/^http:\/\/localhost:\d+\/join\/[a-z0-9]{25,}$/), needs: 'Nasza mapa', version: 1,
    }]);
    expect((await owner.get(`/bookings/${made1.body.id}`)).body).toEqual(made1.body);
    expect((await owner.get(`/sessions/${session.id}`)).body).toMatchObject({ state: 'booked', booking: made1.body });
    const again = await owner.post(`/sessions/${session.id}/booking`, wish(slots[3]!));
    expect([again.status, again.body.code]).toEqual([409, 'already-booked']);

    // Half an hour later overlaps the booking itself, which is not in its own way.
    const later = slots.find((slot) => slot.facilitatorId === slots[0]!.facilitatorId && Date.parse(slot.start) === Date.parse(slots[0]!.start) + 30 * 60_000)!;
    const moved = await owner.patch(`/bookings/${made1.body.id}`, { start: later.start }, { 'if-match': '"1"' });
    expect([moved.status, moved.body]).toEqual([200, { ...made1.body, start: later.start, end: later.end, sequence: 1, version: 2 }]);
    const stale = await owner.patch(`/bookings/${made1.body.id}`, { start: slots[0]!.start }, { 'if-match': '"1"' });
    expect([stale.status, stale.body.code]).toEqual([412, 'stale']);

    const cancelled = await owner.delete(`/bookings/${made1.body.id}`, { reason: 'Choroba' });
    expect([cancelled.status, cancelled.body]).toEqual([200, { ...moved.body, status: 'cancelled', sequence: 2, version: 3 }]);
    expect((await owner.get(`/sessions/${session.id}`)).body).not.toHaveProperty('booking');
    expect(await stateOf(session)).toBe('open');
    const rebooked = await owner.post(`/sessions/${session.id}/booking`, wish(slots[0]!));
    expect(rebooked.body.uid).not.toBe(made1.body.uid);
    await owner.delete(`/bookings/${rebooked.body.id}`);
    const kinds = (await kindsAfter(revision)).filter((kind: string) => kind !== 'delivery.changed');
    expect(kinds.slice(0, 9)).toEqual([
      'booking.made', 'session.changed', 'slot.taken', 'booking.moved', 'slot.freed', 'slot.taken', 'booking.cancelled', 'session.changed', 'slot.freed',
    ]);
  });

  it('moves to another facilitator through a hold of the new place, and frees the old one', async () => {
    const session = of('copenhagen', 'economics');
    const slots = await slotsOf(session);
    const booking = (await owner.post(`/sessions/${session.id}/booking`, wish(slots[0]!))).body;
    const other = slots.find(({ facilitatorId }) => facilitatorId !== slots[0]!.facilitatorId)!;
    expect((await owner.post(`/sessions/${session.id}/holds`, wish(other))).status).toBe(201);
    expect(await stateOf(session)).toBe('booked');
    const moved = await owner.patch(`/bookings/${booking.id}`, wish(other));
    expect(moved.body).toMatchObject({ ...wish(other), uid: booking.uid, sequence: 1 });
    expect((await owner.get(`/sessions/${session.id}`)).body).not.toHaveProperty('hold');
    expect((await slotsOf(of('paris', 'economics'), owner, '?outsideHours=1')).some((slot) => slot.start === slots[0]!.start && slot.facilitatorId === slots[0]!.facilitatorId)).toBe(true);
    await owner.delete(`/bookings/${booking.id}`);
  });

  it('keeps its old place when the new one is taken, and names what is near', async () => {
    const [paris, madrid] = [of('paris', 'economics'), of('madrid', 'economics')];
    const slots = await slotsOf(paris);
    const theirs = (await owner.post(`/sessions/${madrid.id}/booking`, wish(slots[8]!))).body;
    const ours = (await owner.post(`/sessions/${paris.id}/booking`, wish(slots[0]!))).body;
    const refused = await owner.patch(`/bookings/${ours.id}`, wish(slots[8]!));
    expect([refused.status, refused.body.code]).toEqual([409, 'slot-taken']);
    expect(refused.body.alternatives.length).toBeGreaterThan(0);
    expect((await owner.get(`/bookings/${ours.id}`)).body).toEqual(ours);
    await owner.delete(`/bookings/${ours.id}`);
    await owner.delete(`/bookings/${theirs.id}`);
  });

  it('repeats the first answer to a repeated key, letter for letter, and refuses the key for anything else', async () => {
    const session = of('dublin', 'economics');
    const [slot, other] = await slotsOf(session);
    const key = { 'idempotency-key': 'press-1' };
    const path = `${app.url}/api/v1/sessions/${session.id}/booking`;
    const press = (body: unknown) => fetch(path, { method: 'POST', headers: { authorization: `Bearer ${app.ownerToken}`, 'content-type': 'application/json', ...key }, body: JSON.stringify(body) });
    const [first, second] = [await press(wish(slot!)), await press(wish(slot!))];
    expect([first.status, second.status, second.headers.get('idempotency-replayed')]).toEqual([201, 201, 'true']);
    const [one, two] = [await first.text(), await second.text()];
    expect(two).toBe(one);
    const mismatch = await owner.post(`/sessions/${session.id}/booking`, wish(other!), key);
    expect([mismatch.status, mismatch.body.code]).toEqual([422, 'idempotency-mismatch']);
    await owner.delete(`/bookings/${JSON.parse(one).id}`);
  });

  it('does not keep “try again later” under a key: tried again, it is done', async () => {
    const session = of('dublin', 'economics');
    const [slot] = await slotsOf(session);
    await owner.patch(`/programmes/${made.id}`, { policy: { whenBusyUnknown: 'block' } });
    const calendar = (await owner.post(`/facilitators/${slot!.facilitatorId}/calendars`, { url: 'https://calendar.invalid/busy.ics' })).body;
    const press = () => owner.post(`/sessions/${session.id}/booking`, wish(slot!), { 'idempotency-key': 'press-3' });
    const first = await press();
    expect([first.status, first.body.code]).toEqual([503, 'busy-unknown']);
    await owner.delete(`/calendars/${calendar.id}`);
    await owner.patch(`/programmes/${made.id}`, { policy: { whenBusyUnknown: 'warn' } });
    const [second, third] = [await press(), await press()];
    expect([second.status, third.status, third.headers.get('idempotency-replayed'), third.body]).toEqual([201, 201, 'true', second.body]);
    await owner.delete(`/bookings/${second.body.id}`);
  });

  it('repeats a refusal as well', async () => {
    const session = of('dublin', 'economics');
    const key = { 'idempotency-key': 'press-2' };
    const body = { facilitatorId: made.facilitators['oxford-research'], start: '2031-01-01T10:00:00Z' };
    const first = await owner.post(`/sessions/${session.id}/booking`, body, key);
    const second = await owner.post(`/sessions/${session.id}/booking`, body, key);
    expect([first.status, first.body.code, second.headers.get('idempotency-replayed')]).toEqual([422, 'not-a-slot', 'true']);
    expect(second.body).toEqual(first.body);
  });
});

describe('one day has one session for a cluster, by the programme’s policy', () => {
  it('so that a second topic is not listed on that day, nor can be booked', async () => {
    const [economics, mapping] = [of('madrid', 'economics'), of('madrid', 'mapping')];
    const [slot] = await slotsOf(economics);
    const booking = (await owner.post(`/sessions/${economics.id}/booking`, wish(slot!))).body;
    const day = slot!.localStart.slice(0, 10);
    const sameDay = (slots: Slot[]) => slots.filter(({ localStart }) => localStart.startsWith(day));
    expect(sameDay(await slotsOf(mapping))).toEqual([]);
    await owner.delete(`/bookings/${booking.id}`);
    const [free] = sameDay(await slotsOf(mapping)).slice(-1);
    await owner.post(`/sessions/${economics.id}/booking`, wish(slot!));
    const refused = await owner.post(`/sessions/${mapping.id}/booking`, wish(free!));
    expect([refused.status, refused.body.code, refused.body.detail]).toEqual([409, 'slot-taken', expect.stringContaining('the cluster’s day is full')]);
  });
});

describe('who may do what', () => {
  it('lets a cluster see and book its own, and nothing of another’s', async () => {
    const dublin = await signInBy(app.links['cluster Irish Software Innovation Network']!);
    const madrid = await signInBy(app.links['cluster Madrid Audio Cluster']!);
    const me = (await dublin.get('/me')).body;
    expect(me).toMatchObject({ role: 'representative', programmeId: expect.any(String), clusterId: expect.any(String), timeZone: 'Europe/Dublin', language: 'en' });
    const own = await sessionsOf(dublin, me.programmeId);
    expect(own.map(({ clusterId }) => clusterId)).toEqual(Array.from({ length: 6 }, () => me.clusterId));
    const [slot] = await slotsOf(own[0]!, dublin);
    const booking = (await dublin.post(`/sessions/${own[0]!.id}/booking`, { ...wish(slot!), needs: 'secret' })).body;
    const foreign: [string, string, unknown?][] = [
      ['GET', `/sessions/${own[0]!.id}`], ['GET', `/sessions/${own[0]!.id}/slots`], ['POST', `/sessions/${own[1]!.id}/holds`, wish(slot!)],
      ['POST', `/sessions/${own[1]!.id}/booking`, wish(slot!)], ['GET', `/bookings/${booking.id}`], ['PATCH', `/bookings/${booking.id}`, { needs: 'x' }],
      ['DELETE', `/bookings/${booking.id}`], ['GET', `/bookings/${booking.id}/invite.ics`], ['GET', `/clusters/${me.clusterId}`],
      ['GET', `/programmes/${me.programmeId}/deliveries?bookingId=${booking.id}`], ['GET', `/programmes/${me.programmeId}/deliveries`],
      ['GET', `/programmes/${made.id}`], ['GET', '/mailbox'], ['PATCH', `/programmes/${me.programmeId}`, { name: 'Mine' }],
    ];
    for (const [method, path, body] of foreign) {
      const reply = await madrid.send(method, path, body);
      expect([method, path, reply.status, reply.body.code]).toEqual([method, path, 404, 'not-found']);
    }
    expect((await dublin.get(`/programmes/${me.programmeId}/facilitators`)).body.items.every((each: object) => !('email' in each))).toBe(true);
    expect((await madrid.get(`/programmes/${me.programmeId}/changes`)).body.changes.every(({ kind, actor }: { kind: string; actor: unknown }) => ['slot.taken', 'programme.changed'].includes(kind) && actor === null)).toBe(true);
    await dublin.delete(`/bookings/${booking.id}`);
  });

  it('lets a facilitator see and set their own hours, and their own sessions', async () => {
    const nairobi = await signInBy(app.links['facilitator Quercus Group, Nairobi']!);
    const singapore = await signInBy(app.links['facilitator Quercus Group, Singapore']!);
    const me = (await nairobi.get('/me')).body;
    const present = (await nairobi.get(`/facilitators/${me.facilitatorId}/availability`)).body;
    expect(present).toMatchObject({ timeZone: 'Africa/Nairobi', rules: [{ days: [1, 2, 3, 4], from: '10:00', to: '18:00' }] });
    expect((await singapore.get(`/facilitators/${me.facilitatorId}/availability`)).status).toBe(404);
    expect((await singapore.put(`/facilitators/${me.facilitatorId}/availability`, { rules: [] })).status).toBe(404);
    const saved = await nairobi.put(`/facilitators/${me.facilitatorId}/availability`, { rules: present.rules, travel: [{ from: '2031-01-01', until: '2031-01-07', timeZone: 'Asia/Tokyo' }] }, { 'if-match': `"${present.version}"` });
    expect([saved.status, saved.body.travel, saved.body.version]).toEqual([200, [{ from: '2031-01-01', until: '2031-01-07', timeZone: 'Asia/Tokyo' }], present.version + 1]);
    expect((await nairobi.put(`/facilitators/${me.facilitatorId}/availability`, { rules: [] }, { 'if-match': `"${present.version}"` })).body.code).toBe('stale');
    expect((await sessionsOf(nairobi, me.programmeId))).toHaveLength(15);
  });

  it('refuses a write that another site made the browser send', async () => {
    const dublin = await signInBy(app.links['cluster Irish Software Innovation Network']!);
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      expect((await dublin.delete('/holds/hld_1', undefined, headers)).body.code).toBe('forbidden');
    }
  });

  it('signs in by a mailed link once, out again, and by no GET', async () => {
    const dublin = openBrowserOf(app.url);
    expect((await dublin.send('POST', '/api/v1/sign-in', { email: 'LEAD@isin.example' })).status).toBe(202);
    expect((await apiOf(app.url, null).post('/sign-in', { email: 'nobody@example.org' })).status).toBe(202);
    const token = (await mailedTokens(owner, 'lead@isin.example'))[0]!;
    for (let count = 0; count < 3; count += 1) expect((await fetch(`${app.url}/sign-in?token=${token}`)).headers.get('set-cookie')).toBeNull();
    const press = () => dublin.send('POST', '/sign-in', new URLSearchParams({ token }));
    expect([(await press()).status, (await dublin.me()).role]).toEqual([303, 'representative']);
    expect((await press()).status).toBe(401);
    expect((await dublin.send('DELETE', '/api/v1/me/session')).status).toBe(204);
    expect(await dublin.status('/me')).toBe(401);
  });
});
