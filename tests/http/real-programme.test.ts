import type { Slot } from '../../shared/api/slots.ts';
import { exhaustiveSlots } from '../support/exhaustive.ts';
import type { Instant } from '../../server/domain/interval.ts';
import type { Weekday } from '../../server/domain/programme.ts';
import { apiOf, type Api } from '../support/api.ts';
import { startApp, type App } from '../support/app.ts';
import { cecilInFuture, makeProgramme, sessionsOf, type Document, type Made, type SessionRow } from '../support/programme.ts';

let app: App;
let owner: Api;
let document: Document;
let made: Made;
let sessions: SessionRow[];

beforeAll(async () => {
  app = await startApp();
  owner = apiOf(app.url);
  document = cecilInFuture();
  made = await makeProgramme(owner, document);
  sessions = await sessionsOf(owner, made.id);
});
afterAll(() => app.stop());

it('gets thirty sessions: every cluster × every topic, in its week', () => {
  expect(made.sessions).toBe(30);
  const expected = document.clusters.flatMap((cluster) => document.topics.map((topic) =>
    ({ clusterId: made.clusters[cluster.key]!, topicId: made.topics[topic.key]!, phaseId: made.phases[topic.phase]!, state: 'open', minutes: 60 })));
  const found = sessions.map(({ clusterId, topicId, phaseId, state, ...rest }) => ({ clusterId, topicId, phaseId, state, minutes: (rest as { minutes?: number }).minutes }));
  expect(found).toHaveLength(30);
  expect(found).toEqual(expect.arrayContaining(expected));
});

describe('the slots of every session', () => {
  it.each(['0', '1'])('are those of counting minutes (outsideHours=%s), before and after bookings and holds', async (outsideHours) => {
    const taken: Taken[] = [];
    expect(await compareAll(outsideHours, taken)).toEqual([]);
    for (const [index, session] of sessions.filter((_, place) => place % 4 === 0).entries()) {
      const { slots } = (await owner.get(`/sessions/${session.id}/slots`)).body;
      const slot = slots[(index * 7) % slots.length];
      const path = index % 2 === 0 ? 'booking' : 'holds';
      const placed = await owner.post(`/sessions/${session.id}/${path}`, { facilitatorId: slot.facilitatorId, start: slot.start });
      expect(placed.status).toBe(201);
      taken.push({ session, facilitatorId: slot.facilitatorId, start: Date.parse(slot.start), path: index % 2 === 0 ? `/bookings/${placed.body.id}` : `/holds/${placed.body.id}` });
    }
    expect(await compareAll(outsideHours, taken)).toEqual([]);
    for (const { path } of taken) await owner.delete(path);
  }, 120_000);

  it('can each be booked, and nothing beside them can', async () => {
    const session = sessions.find(({ clusterId }) => clusterId === made.clusters.warsaw)!;
    const { slots } = (await owner.get(`/sessions/${session.id}/slots?outsideHours=1`)).body as { slots: Slot[] };
    const listed = new Set(slots.map(({ facilitatorId, start }) => `${facilitatorId} ${start}`));
    for (const slot of slots.filter((_, index) => index % 9 === 0)) {
      const booked = await owner.post(`/sessions/${session.id}/booking`, { facilitatorId: slot.facilitatorId, start: slot.start });
      expect([slot.start, booked.status]).toEqual([slot.start, 201]);
      await owner.delete(`/bookings/${booked.body.id}`);
      const beside = new Date(Date.parse(slot.start) + 10 * 60_000).toISOString().replace('.000Z', 'Z');
      const refused = await owner.post(`/sessions/${session.id}/booking`, { facilitatorId: slot.facilitatorId, start: beside });
      expect(listed.has(`${slot.facilitatorId} ${beside}`)).toBe(false);
      expect([refused.status, refused.body.code, refused.body.errors[0].path]).toEqual([422, 'not-a-slot', 'body.start']);
    }
    const { items: facilitators } = (await owner.get(`/programmes/${made.id}/facilitators`)).body as { items: { id: string; topicIds: string[] }[] };
    const other = facilitators.find(({ topicIds }) => !topicIds.includes(session.topicId))!;
    const untaught = await owner.post(`/sessions/${session.id}/booking`, { facilitatorId: other.id, start: slots[0]!.start });
    expect([untaught.status, untaught.body.code, untaught.body.errors]).toEqual([422, 'not-a-slot', [
      { path: 'body.facilitatorId', message: 'this facilitator does not teach this topic; choose one of the listed slots' },
    ]]);
  }, 60_000);
});

it('shows the viewer’s and the facilitator’s clock for one instant, in any zone', async () => {
  const session = sessions.find(({ clusterId }) => clusterId === made.clusters.madrid)!;
  const zones = ['Europe/Madrid', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Etc/GMT+12', 'America/St_Johns'];
  const lists = await Promise.all(zones.map(async (timeZone) => (await owner.get(`/sessions/${session.id}/slots?timeZone=${encodeURIComponent(timeZone)}`)).body.slots as Slot[]));
  for (const [index, slots] of lists.entries()) {
    expect(slots.map(({ start }) => start)).toEqual(lists[0]!.map(({ start }) => start));
    for (const slot of slots) {
      expect([zones[index], Date.parse(slot.localStart), Date.parse(slot.facilitatorLocalStart)]).toEqual([zones[index], Date.parse(slot.start), Date.parse(slot.start)]);
      expect(slot.localStart.slice(0, 16)).toBe(wallTime(slot.start, zones[index]!));
    }
  }
});

it('reads a facilitator’s clock where they travel to, on those dates', async () => {
  const singapore = made.facilitators['quercus-singapore']!;
  const session = sessions.find(({ topicId, clusterId }) => topicId === made.topics.internationalisation && clusterId === made.clusters.madrid)!;
  const week = document.phases.find(({ key }) => key === 'week-4')!;
  const [rule] = document.facilitators.find(({ key }) => key === 'quercus-singapore')!.availability.rules;
  const wednesday = new Date(Date.parse(week.startsOn) + 2 * 86_400_000).toISOString().slice(0, 10);
  await owner.put(`/facilitators/${singapore}/availability`, { rules: [rule], travel: [{ from: wednesday, until: week.endsOn, timeZone: 'Africa/Nairobi' }] });
  const { slots } = (await owner.get(`/sessions/${session.id}/slots?facilitatorId=${singapore}&outsideHours=1`)).body as { slots: Slot[] };
  const seen = new Set(slots.map(({ facilitatorLocalStart, facilitatorTimeZone }) => `${facilitatorLocalStart.slice(0, 10) < wednesday} ${facilitatorTimeZone} ${facilitatorLocalStart.slice(-6)}`));
  expect(seen).toEqual(new Set(['true Asia/Singapore +08:00', 'false Africa/Nairobi +03:00']));
  // The rule's wall times are read there too: 14:00 to 19:30 on the clock where they are.
  expect(new Set(slots.map(({ facilitatorLocalStart }) => facilitatorLocalStart.slice(11, 13)))).toEqual(new Set(['14', '15', '16', '17', '18']));
});

it('shows the same slots in the grid of all sessions', async () => {
  const grid = (await owner.get(`/programmes/${made.id}/slots?timeZone=Europe/Paris`)).body.sessions as { sessionId: string; slots: Slot[] }[];
  expect(grid).toHaveLength(30);
  for (const { sessionId, slots } of grid.slice(0, 6)) {
    expect(slots).toEqual((await owner.get(`/sessions/${sessionId}/slots?timeZone=Europe/Paris`)).body.slots);
  }
});

it('lists its parts in pages that neither repeat nor skip', async () => {
  for (const part of ['phases', 'topics', 'facilitators', 'clusters', 'sessions']) {
    const whole = (await owner.get(`/programmes/${made.id}/${part}`)).body.items;
    const pages: unknown[] = [];
    let cursor = '';
    do {
      const page = (await owner.get(`/programmes/${made.id}/${part}?limit=2${cursor && `&cursor=${cursor}`}`)).body;
      expect(page.items.length).toBeLessThanOrEqual(2);
      pages.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    expect([part, pages]).toEqual([part, whole]);
  }
});

it('lists and books the whole phase of a programme whose clocks are 26 hours ahead of the cluster’s', async () => {
  const far = await makeProgramme(owner, {
    programme: { name: 'Across the date line', timeZone: 'Pacific/Kiritimati', startsOn: '2027-03-01', endsOn: '2027-03-05', policy: { sessionMinutes: 60, slotStepMinutes: 60 } },
    phases: [{ key: 'day', name: 'A day', mode: 'virtual', startsOn: '2027-03-03', endsOn: '2027-03-03' }],
    topics: [{ key: 'topic', name: 'A topic', phase: 'day' }],
    facilitators: [{
      key: 'kiri', name: 'Kiri', email: 'kiri@example.org', timeZone: 'Pacific/Kiritimati', topics: ['topic'],
      availability: { rules: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }], overrides: [] },
    }],
    clusters: [{ key: 'baker', name: 'Baker', timeZone: 'Etc/GMT+12', workingHours: { from: '00:00', to: '24:00', days: [1, 2, 3, 4, 5, 6, 7] } }],
  });
  const [session] = await sessionsOf(owner, far.id);
  const { slots } = (await owner.get(`/sessions/${session!.id}/slots?outsideHours=1`)).body;
  expect([slots.length, slots[0].start, slots.at(-1).start]).toEqual([24, '2027-03-02T10:00:00Z', '2027-03-03T09:00:00Z']);
  expect((await owner.post(`/sessions/${session!.id}/booking`, { facilitatorId: slots[0].facilitatorId, start: slots[0].start })).status).toBe(201);
});

it('is an empty grid while a programme has no sessions', async () => {
  const empty = await makeProgramme(owner, { programme: { name: 'Empty', timeZone: 'Europe/Paris', startsOn: '2027-01-01', endsOn: '2027-01-31' } });
  expect((await owner.get(`/programmes/${empty.id}/slots`)).body).toEqual({ now: expect.any(String), timeZone: 'Europe/Paris', revision: 1, sessions: [] });
});

it('never answers with an empty list without saying why, and what would help', async () => {
  const session = sessions.find(({ topicId, clusterId }) => topicId === made.topics.communication && clusterId === made.clusters.dublin)!;
  const nairobi = made.facilitators['quercus-nairobi']!;
  await owner.put(`/facilitators/${nairobi}/availability`, { rules: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '11:00' }] });
  const { slots, reasons } = (await owner.get(`/sessions/${session.id}/slots?facilitatorId=${nairobi}`)).body;
  expect(slots).toEqual([]);
  const outside = reasons.find(({ cause }: { cause: string }) => cause === 'outside-hours');
  expect(outside.slots).toBeGreaterThan(0);
  expect(outside.relaxation.slots).toBe(outside.slots);
  expect((await owner.get(`/sessions/${session.id}/slots?facilitatorId=${nairobi}&outsideHours=1`)).body.slots).toHaveLength(outside.slots);
});

interface Taken {
  session: SessionRow;
  facilitatorId: string;
  start: number;
  path: string;
}

/** Sessions whose slots differ from the exhaustive check's, none if all is right. */
async function compareAll(outsideHours: string, taken: Taken[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const session of sessions) {
    const cluster = document.clusters.find(({ key }) => made.clusters[key] === session.clusterId)!;
    const { now, slots } = (await owner.get(`/sessions/${session.id}/slots?outsideHours=${outsideHours}`)).body as { now: string; slots: Slot[] };
    const expected = exhaustiveSlots({ ...questionOf(session, cluster, taken), now: Date.parse(now) as Instant, outsideHours: outsideHours === '1' })
      .map((slot) => [new Date(slot.start).toISOString().replace('.000Z', 'Z'), slot.facilitatorId, slot.outsideHours, slot.comfort]);
    const listed = slots.map((slot) => [slot.start, slot.facilitatorId, slot.outsideHours, slot.comfort]);
    if (JSON.stringify(listed) !== JSON.stringify(expected)) wrong.push(`${session.id}: ${listed.length} listed, ${expected.length} counted`);
  }
  return wrong;
}

function questionOf(session: SessionRow, cluster: Document['clusters'][number], taken: Taken[]) {
  const topic = document.topics.find(({ key }) => made.topics[key] === session.topicId)!;
  const phase = document.phases.find(({ key }) => key === topic.phase)!;
  const { policy } = document.programme;
  const others = taken.filter((each) => each.session.id !== session.id);
  const engagement = ({ start }: Taken) => ({
    span: { start: start as Instant, end: (start + 60 * 60_000) as Instant },
    protectedSpan: { start: start as Instant, end: (start + 75 * 60_000) as Instant },
  });
  return {
    programmeTimeZone: document.programme.timeZone,
    policy,
    phase,
    cluster: {
      timeZone: cluster.timeZone,
      workingHours: cluster.workingHours,
      engagements: others.filter((each) => each.session.clusterId === session.clusterId).map(engagement),
    },
    facilitators: document.facilitators.filter(({ topics }) => topics.includes(topic.key)).map((facilitator) => ({
      id: made.facilitators[facilitator.key]!,
      timeZone: facilitator.timeZone,
      workingHours: null,
      availability: {
        overrides: facilitator.availability.overrides,
        rules: facilitator.availability.rules.map((rule) => ({ ...rule, days: rule.days as Weekday[] })),
      },
      engagements: others.filter((each) => each.facilitatorId === made.facilitators[facilitator.key]).map(engagement),
      busy: [],
    })),
    from: phase.startsOn,
    to: phase.endsOn,
    timeZone: cluster.timeZone,
  };
}

function wallTime(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((each) => each.type === type)!.value;
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}
