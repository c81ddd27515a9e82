import { ProgrammeDocument } from '../../shared/api/programmes.ts';
import type { Instant } from '../../server/domain/interval.ts';
import { openSolver } from '../../server/solver/highs.ts';
import { NO_RULES, type PlanningRules } from '../../server/usecases/planning/plan-scene.ts';
import { solveTimetable } from '../../server/usecases/planning/solve-timetable.ts';
import { situationOf } from '../support/planning.ts';

const NOW = Date.parse('2026-03-01T00:00:00Z') as Instant;
const DAY = '2026-03-26';

/** One day, one facilitator in Copenhagen who has some hours, and clusters there or elsewhere; what is left out, and what would help. */
interface OneDay {
  hours: { from: string; to: string }[];
  clusters: { key: string; timeZone: string }[];
  rules?: Partial<PlanningRules>;
  policy?: object;
  topics?: string[];
  /** Of another facilitator, who teaches the second topic alone. */
  otherHours?: { from: string; to: string }[];
  now?: string;
}

async function leftOut(name: string, { hours, clusters, rules = {}, policy = {}, topics = ['mapping'], otherHours, now }: OneDay) {
  const facilitator = (key: string, teaches: string[], open: OneDay['hours']) => ({ key: `${key} of ${name}`, name: key, email: 'ann@example.org', timeZone: 'Europe/Copenhagen', topics: teaches, availability: { rules: open.map((span) => ({ days: [4], ...span })) } });
  const situation = situationOf(ProgrammeDocument.parse({
    programme: { name, timeZone: 'Europe/Copenhagen', startsOn: DAY, endsOn: DAY, policy: { minimumNoticeMinutes: 0, ...policy } },
    phases: [{ key: 'day', name: 'the day', mode: 'virtual', startsOn: DAY, endsOn: DAY }],
    topics: topics.map((key) => ({ key, name: key, phase: 'day' })),
    facilitators: [facilitator('Ann', otherHours ? [topics[0]!] : topics, hours), ...(otherHours ? [facilitator('Bo', [topics[1]!], otherHours)] : [])],
    clusters: clusters.map(({ key, timeZone }) => ({ key, name: key, timeZone })),
  }));
  const clock = () => performance.now();
  const wish = { sessionIds: situation.sessions.map(({ id }) => id), pins: [], away: [], isMend: false, weights: null };
  const solver = await openSolver({ clock, deadline: clock() + 30_000 });
  const { placements, unplaced } = solveTimetable({ situation, wish, rules: { ...NO_RULES, ...rules }, topicNames: Object.fromEntries(topics.map((key) => [key, key])), now: now === undefined ? NOW : Date.parse(now) as Instant }, solver);
  return { placed: placements.length, unplaced: unplaced.map(({ sessionId, reason, relaxation }) => [sessionId, reason.cause, relaxation?.text ?? null]) };
}

const here = (key: string) => ({ key, timeZone: 'Europe/Copenhagen' });

it('asks for an hour more where there are more sessions than hours', async () => {
  expect(await leftOut('few hours', { hours: [{ from: '09:00', to: '11:00' }], clusters: [here('Aarhus'), here('Billund'), here('Odense')] })).toEqual({
    placed: 2, unplaced: [[expect.stringMatching(/ mapping$/), 'needed-by-others', '60 more minutes from Ann in Copenhagen on 2026-03-26, from 11:00.']],
  });
});

it('asks for an hour of the night where there is no other, the least unsocial one', async () => {
  expect(await leftOut('far away', { hours: [{ from: '09:00', to: '12:00' }], clusters: [{ key: 'New York', timeZone: 'America/New_York' }] })).toEqual({
    placed: 0, unplaced: [['New York mapping', 'no-common-hour', 'Allow 06:00 in New York on 2026-03-26 for New York, with Ann.']],
  });
});

it('asks a cluster to give up a refusal where only that helps', async () => {
  const marks = { Aarhus: [{ date: DAY, from: '00:00', to: '24:00', mark: 'no' as const }] };
  expect(await leftOut('refused', { hours: [{ from: '09:00', to: '10:00' }], clusters: [here('Aarhus')], rules: { marks } })).toEqual({
    placed: 0, unplaced: [['Aarhus mapping', 'hours-refused', 'Let Aarhus give up its no to 09:00 on 2026-03-26, with Ann.']],
  });
});

it('asks for one session more than the day’s limit, of the facilitator or of the cluster', async () => {
  const two = { hours: [{ from: '09:00', to: '12:00' }], clusters: [here('Aarhus'), here('Odense')] };
  expect(await leftOut('a short day', { ...two, policy: { maximumPerFacilitatorPerDay: 1 } })).toEqual({
    placed: 1, unplaced: [[expect.stringMatching(/ mapping$/), 'needed-by-others', 'Let Ann give more than 1 a day on 2026-03-26.']],
  });
  expect(await leftOut('one a day', { hours: two.hours, clusters: [here('Aarhus')], topics: ['mapping', 'economics'], policy: { maximumPerClusterPerDay: 1 } })).toEqual({
    placed: 1, unplaced: [[expect.stringMatching(/^Aarhus /), 'needed-by-others', 'Let Aarhus have more than 1 a day on 2026-03-26.']],
  });
});

it('asks to give up a pause where that alone makes room', async () => {
  const day = { hours: [{ from: '09:00', to: '11:00' }], clusters: [here('Aarhus'), here('Odense')], policy: { bufferAfterMinutes: 15 } };
  expect(await leftOut('pauses', day)).toEqual({
    placed: 1, unplaced: [[expect.stringMatching(/ mapping$/), 'needed-by-others', expect.stringMatching(/^Give up the pause of 15 minutes that Ann has at (09|10):00 on 2026-03-26\.$/)]],
  });
});

it('asks for a shorter gap before it asks to turn an order round', async () => {
  const rules = (gap: number) => ({ orders: [{ beforeTopicId: 'mapping', afterTopicId: 'economics', minimumGapMinutes: gap }] });
  const day = { hours: [{ from: '09:00', to: '11:00' }], clusters: [here('Aarhus')], topics: ['mapping', 'economics'] };
  expect((await leftOut('a gap', { ...day, rules: rules(240) })).unplaced.map(([, , text]) => text)).toEqual(['Let Aarhus have economics less than 240 minutes after mapping.']);
  const turned = { ...day, hours: [{ from: '14:00', to: '15:00' }], otherHours: [{ from: '09:00', to: '10:00' }], rules: rules(0) };
  expect((await leftOut('turned round', turned)).unplaced.map(([, , text]) => text)).toEqual(['Let Aarhus have economics before mapping.']);
});

it('asks for another facilitator where one is to give all', async () => {
  const day = { hours: [{ from: '09:00', to: '10:00' }], otherHours: [{ from: '09:00', to: '12:00' }], clusters: [here('Aarhus')], topics: ['mapping', 'economics'], rules: { facilitatorRule: 'same' as const } };
  const { placed, unplaced } = await leftOut('one for all', day);
  expect([placed, unplaced]).toEqual([1, [[expect.any(String), 'facilitator-rule', expect.stringMatching(/^Let Aarhus have another facilitator for (mapping: Ann|economics: Bo)\.$/)]]]);
});

it('asks for shorter notice on the day itself', async () => {
  const late = { hours: [{ from: '09:00', to: '12:00' }], clusters: [here('Aarhus')], policy: { minimumNoticeMinutes: 1440 }, now: '2026-03-26T06:00:00Z' };
  expect((await leftOut('today', late)).unplaced).toEqual([['Aarhus mapping', 'too-soon', 'Allow shorter notice: 09:00 on 2026-03-26, with Ann.']]);
});

it('asks another to be allowed something where that makes room', async () => {
  // Both could only come at ten; an hour more would do for Aarhus alone, since Odense refuses all others.
  const marks = { Odense: [{ date: DAY, from: '00:00', to: '10:00', mark: 'no' as const }, { date: DAY, from: '11:00', to: '24:00', mark: 'no' as const }] };
  const { placed, unplaced } = await leftOut('room for another', { hours: [{ from: '10:00', to: '11:00' }], clusters: [here('Aarhus'), here('Odense')], rules: { marks } });
  expect([placed, unplaced.map(([, , text]) => text)]).toEqual([1, [expect.stringMatching(/^60 more minutes from Ann in Copenhagen on 2026-03-26, from (09|11):00\.$/)]]);
});

it('says when nothing that one person can give would help', async () => {
  expect(await leftOut('nobody', { hours: [], clusters: [here('Aarhus')] })).toEqual({ placed: 0, unplaced: [['Aarhus mapping', 'nobody-available', null]] });
});
