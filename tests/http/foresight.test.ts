import type { Foresight } from '../../shared/api/foresight.ts';
import { cecil } from '../../server/demo/cecil.ts';
import { movedTo } from '../../server/demo/moved.ts';
import { publicHolidays, countryOf } from '../../server/holidays/public-holidays.ts';
import { apiOf, type Api } from '../support/api.ts';
import { startApp, type App } from '../support/app.ts';
import { makeProgramme, type Made } from '../support/programme.ts';

let app: App;
let owner: Api;
let made: Made;
let seen: Foresight;
beforeAll(async () => {
  app = await startApp();
  owner = apiOf(app.url);
  // Its weeks lie over a European clock change and Easter: 29 March and 1 April 2029.
  made = await makeProgramme(owner, movedTo(cecil, '2029-03-12'));
  seen = (await owner.get<Foresight>(`/programmes/${made.id}/foresight`)).body;
});
afterAll(() => app.stop());

it('says whose clocks change within the programme, and when', () => {
  const { clusters, facilitators } = made;
  expect(seen.clockChanges.find(({ timeZone }) => timeZone === 'Europe/Copenhagen')).toEqual({
    timeZone: 'Europe/Copenhagen', at: '2029-03-25T01:00:00Z', before: 60, after: 120,
    clusterIds: [clusters.copenhagen], facilitatorIds: expect.arrayContaining([facilitators['quercus-copenhagen'], facilitators['oxford-research']]),
  });
  expect(seen.clockChanges.map(({ timeZone }) => timeZone).toSorted()).toEqual(['Europe/Copenhagen', 'Europe/Dublin', 'Europe/Madrid', 'Europe/Paris', 'Europe/Warsaw']);
});

it('names the public holidays of both sides, each of which can be switched off', async () => {
  const friday = seen.holidays.filter(({ date }) => date === '2029-03-30');
  expect(friday.map(({ country, englishName, worked }) => [country, englishName, worked]).toSorted()).toEqual(expect.arrayContaining([
    ['DK', 'Good Friday', false], ['ES', 'Good Friday', false], ['KE', 'Good Friday', false], ['SG', 'Good Friday', false],
  ]));
  expect(seen.holidays.find(({ key }) => key === 'DK 2029-03-30')).toEqual(expect.objectContaining({ name: 'Langfredag', clusterIds: [made.clusters.copenhagen] }));
  await owner.put(`/programmes/${made.id}/planning`, { holidaysWorked: ['DK 2029-03-30'] });
  const after = (await owner.get<Foresight>(`/programmes/${made.id}/foresight`)).body;
  expect(after.holidays.filter(({ worked }) => worked).map(({ key }) => key)).toEqual(['DK 2029-03-30']);
});

it('counts the common hours of every cluster and facilitator, week by week, without public holidays unless they are worked on', async () => {
  const of = (clusterKey: string, facilitatorKey: string, phaseKey: string, pairs = seen.pairs) => pairs.find((pair) =>
    pair.clusterId === made.clusters[clusterKey] && pair.facilitatorId === made.facilitators[facilitatorKey] && pair.phaseId === made.phases[phaseKey]);
  // 14:00–17:00 in Singapore is 08:00–11:00 in Copenhagen from 25 March on: three hours on three days, and two on the day that begins at 15:00; Easter Monday is off.
  expect(of('copenhagen', 'quercus-singapore', 'week-4')).toEqual(expect.objectContaining({ commonMinutes: 660, commonStarts: 18 }));
  // Dublin’s day begins at 16:00 in Singapore.
  expect(of('dublin', 'quercus-singapore', 'week-4')).toEqual(expect.objectContaining({ commonMinutes: 240, commonStarts: 4 }));
  expect(of('dublin', 'quercus-singapore', 'week-2')).toBe(undefined);
  await owner.put(`/programmes/${made.id}/planning`, { holidaysWorked: ['DK 2029-04-02'] });
  const { pairs } = (await owner.get<Foresight>(`/programmes/${made.id}/foresight`)).body;
  expect(of('copenhagen', 'quercus-singapore', 'week-4', pairs)).toEqual(expect.objectContaining({ commonMinutes: 840, commonStarts: 23 }));
});

it('sets supply against demand, for each topic and for the week', () => {
  const mapping = seen.supply.find(({ topicId }) => topicId === made.topics.mapping)!;
  expect(mapping).toEqual({ phaseId: made.phases['week-2'], topicId: made.topics.mapping, facilitators: 2, demand: 5, supply: expect.any(Number) });
  expect(mapping.supply).toBeGreaterThanOrEqual(30);
  expect(seen.phases.map(({ demand }) => demand)).toEqual([10, 10, 10]);
});

it('says what cannot fit, and why', async () => {
  const document = movedTo(cecil, '2029-03-12');
  const lonely = await makeProgramme(owner, { ...document, facilitators: document.facilitators.filter(({ key }) => key === 'quercus-copenhagen') });
  const { unfit } = (await owner.get<Foresight>(`/programmes/${lonely.id}/foresight`)).body;
  expect(unfit.filter(({ reason }) => reason.cause === 'no-facilitator')).toHaveLength(15);
  expect(unfit[0]!.reason.text).toMatch(/^Nobody teaches /);
});

it('foresees the same for a document that nobody has made a programme of, and keeps nothing of it', async () => {
  const before = (await owner.get('/programmes?limit=500')).body.items.length;
  const { status, body: { made: tried, foresight } } = await owner.post('/programmes/rehearsal', movedTo(cecil, '2029-03-12'));
  expect(status).toBe(200);
  expect(tried.sessions).toBe(30);
  expect(foresight.clockChanges.find(({ timeZone }: { timeZone: string }) => timeZone === 'Europe/Dublin').clusterIds).toEqual([tried.clusters.dublin]);
  expect(foresight.phases.map(({ demand }: { demand: number }) => demand)).toEqual([10, 10, 10]);
  expect(foresight.unfit).toEqual([]);
  expect((await owner.get('/programmes?limit=500')).body.items).toHaveLength(before);
  expect((await owner.get(`/programmes/${tried.id}`)).status).toBe(404);
  expect((await owner.post('/programmes/rehearsal', { ...movedTo(cecil, '2029-03-12'), topics: [] })).body.errors[0].path).toBe('body.facilitators.0.topics.0');
});

describe('drafts', () => {
  it('are kept as they were typed, right or not, changed one after the other, and removed', async () => {
    const document = { programme: { name: 'Baltic', startsOn: '', odd: '\u0000' }, clusters: [{ name: 'Kai' }] };
    const { status, body: draft } = await owner.post('/drafts', { name: 'Baltic', document });
    expect([status, draft]).toEqual([201, { id: expect.stringMatching(/^drf_/), name: 'Baltic', document, createdAt: expect.any(String), changedAt: expect.any(String), version: 1 }]);
    const changed = await owner.put(`/drafts/${draft.id}`, { name: 'Baltic sea', document: {} }, { 'if-match': '"1"' });
    expect(changed.body).toEqual({ ...draft, name: 'Baltic sea', document: {}, changedAt: expect.any(String), version: 2 });
    expect((await owner.put(`/drafts/${draft.id}`, { name: 'Late', document: {} }, { 'if-match': '"1"' })).body.code).toBe('stale');
    expect((await owner.get('/drafts')).body).toEqual({ items: [{ id: draft.id, name: 'Baltic sea', createdAt: draft.createdAt, changedAt: changed.body.changedAt, version: 2 }], nextCursor: null });
    expect((await owner.delete(`/drafts/${draft.id}`)).status).toBe(204);
    expect((await owner.get('/drafts')).body.items).toEqual([]);
  });
});

describe('a zone’s country', () => {
  it.each([['Europe/Copenhagen', 'DK'], ['Africa/Nairobi', 'KE'], ['Asia/Kolkata', 'IN'], ['Asia/Calcutta', 'IN'], ['America/New_York', 'US'], ['Etc/UTC', null]])('of %s is %s', (zone, country) => {
    expect(countryOf(zone)).toBe(country);
  });

  it('has its holidays across the turn of a year', async () => {
    expect((await publicHolidays('DK', '2026-12-25', '2027-01-01')).map(({ date, englishName }) => [date, englishName])).toEqual([
      ['2026-12-25', 'Christmas Day'], ['2026-12-26', 'Boxing Day'], ['2027-01-01', 'New Year\'s Day'],
    ]);
  });
});
