import { apiOf, signInBy, type Api } from '../support/api.ts';
import { startApp, type App } from '../support/app.ts';
import { sessionsOf } from '../support/programme.ts';

interface Entry {
  revision: number;
  at: string;
  actor: { id: string; role: string; name: string | null };
  kind: string;
  subject: { type: string; id: string };
  data: Record<string, unknown>;
}

let app: App;
let owner: Api;
let coordinator: Api;
let cluster: Api;
let programmeId: string;
let entries: Entry[];

beforeAll(async () => {
  // Without a worker, whose letters would be entries too.
  app = await startApp({ demo: true, env: { ROLE: 'web' } });
  owner = apiOf(app.url);
  coordinator = await signInBy(app.links.coordinator!);
  cluster = await signInBy(app.links['cluster Madrid Audio Cluster']!);
  programmeId = (await owner.get('/programmes')).body.items[0].id;
  const me = (await cluster.get('/me')).body;
  const session = (await sessionsOf(cluster, programmeId)).find(({ clusterId }) => clusterId === me.clusterId)!;
  const [slot] = (await cluster.get(`/sessions/${session.id}/slots`)).body.slots;
  const booking = await cluster.post(`/sessions/${session.id}/booking`, { facilitatorId: slot.facilitatorId, start: slot.start, needs: '=HYPERLINK("http://evil.example")' });
  await coordinator.delete(`/bookings/${booking.body.id}`);
  await owner.patch(`/programmes/${programmeId}`, { name: 'CECIL, renamed' });
  await owner.post(`/programmes/${programmeId}/topics`, { name: 'One more' });
  entries = (await coordinator.get(`/programmes/${programmeId}/audit`)).body.items;
}, 60_000);
afterAll(() => app.stop());

const whole = async (query = '') => (await owner.get(`/programmes/${programmeId}/audit.json${query}`)).body.entries as Entry[];

it('says who did what, newest first', () => {
  expect(entries.slice(0, 2).map(({ actor, kind, subject, data }) => [actor, kind, subject.type, data])).toEqual([
    [{ id: 'owner', role: 'owner', name: null }, 'programme.changed', 'topic', { what: 'added' }],
    [{ id: 'owner', role: 'owner', name: null }, 'programme.changed', 'programme', { what: 'changed', fields: ['name'] }],
  ]);
  const by = (kind: string) => entries.find((entry) => entry.kind === kind)?.actor;
  expect(by('booking.made')).toEqual({ id: expect.stringMatching(/^rep_/), role: 'representative', name: 'Madrid Audio Cluster, manager' });
  expect(by('booking.cancelled')).toEqual({ id: expect.stringMatching(/^coo_/), role: 'coordinator', name: 'Programme office' });
});

it('pages, and misses nothing between two pages', async () => {
  const paged: Entry[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { items, nextCursor }: { items: Entry[]; nextCursor: string | null } = (await owner.get(`/programmes/${programmeId}/audit?limit=3${cursor && `&cursor=${cursor}`}`)).body;
    paged.push(...items);
    cursor = nextCursor;
  }
  expect(paged.map(({ revision }) => revision)).toEqual(Array.from({ length: paged.length }, (_, index) => paged.length - index));
  expect(paged).toEqual((await whole()).toReversed());
});

it('can be narrowed to one person, kind, thing or time', async () => {
  const booking = entries.find(({ kind }) => kind === 'booking.made')!;
  expect((await whole(`?actor=${booking.actor.id}`)).every(({ actor }) => actor.id === booking.actor.id)).toBe(true);
  expect((await whole(`?subject=${booking.subject.id}`)).map(({ kind }) => kind)).toEqual(['booking.made', 'booking.cancelled']);
  expect((await whole('?kind=booking.cancelled'))).toHaveLength(1);
  expect(await whole('?to=2020-01-01')).toEqual([]);
  expect((await whole('?from=2020-01-01')).length).toBe((await whole()).length);
});

it('goes out as CSV that no spreadsheet takes for formulas', async () => {
  const { body, headers } = await owner.get<string>(`/programmes/${programmeId}/audit.csv`);
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const lines = body.split('\r\n');
  expect(lines[0]).toBe('\ufeffrevision,at,actor,role,name,kind,subject type,subject,data');
  expect(lines).toHaveLength((await whole()).length + 2);
  expect(body).toContain('representative,"Madrid Audio Cluster, manager",booking.made,booking,');
  expect(body).not.toMatch(/(^|,)"?[=+@]/m);
});

it('says who gave out another address of a calendar and who ended links, to those who run the programme alone', async () => {
  const booking = entries.find(({ kind }) => kind === 'booking.made')!;
  const { clusterId } = (await cluster.get('/me')).body;
  expect([(await cluster.post(`/clusters/${clusterId}/feed`)).status, (await coordinator.delete(`/bookings/${booking.subject.id}/links`)).status]).toEqual([200, 204]);
  const [ended, renewed] = (await coordinator.get(`/programmes/${programmeId}/audit?limit=2`)).body.items as Entry[];
  expect([renewed!.actor.id, renewed!.subject, renewed!.data]).toEqual([booking.actor.id, { type: 'cluster', id: clusterId }, { what: 'feed renewed' }]);
  expect([ended!.actor.role, ended!.subject, ended!.data]).toEqual(['coordinator', booking.subject, { what: 'links ended' }]);
  const { changes } = (await cluster.get(`/programmes/${programmeId}/changes?after=${renewed!.revision - 1}`)).body;
  expect(changes).toEqual([]);
});
