import { ProgrammeDocument } from '../../shared/api/programmes.ts';
import type { Instant } from '../../server/domain/interval.ts';
import { openSolver } from '../../server/solver/highs.ts';
import { NO_RULES, type PlanningRules } from '../../server/usecases/planning/plan-scene.ts';
import { solveTimetable } from '../../server/usecases/planning/solve-timetable.ts';
import { situationOf } from '../support/planning.ts';

const NOW = Date.parse('2026-03-01T00:00:00Z') as Instant;
const DAY = '2026-03-26';

/** One day, one facilitator in Copenhagen who has some hours, and clusters there or elsewhere; what is left out, and what would help. */
async function leftOut(name: string, { hours, clusters, rules = {} }: { hours: { from: string; to: string }[]; clusters: { key: string; timeZone: string }[]; rules?: Partial<PlanningRules> }) {
  const situation = situationOf(ProgrammeDocument.parse({
    programme: { name, timeZone: 'Europe/Copenhagen', startsOn: DAY, endsOn: DAY, policy: { minimumNoticeMinutes: 0 } },
    phases: [{ key: 'day', name: 'the day', mode: 'virtual', startsOn: DAY, endsOn: DAY }],
    topics: [{ key: 'mapping', name: 'Mapping', phase: 'day' }],
    facilitators: [{ key: `ann of ${name}`, name: 'Ann', email: 'ann@example.org', timeZone: 'Europe/Copenhagen', topics: ['mapping'], availability: { rules: hours.map((span) => ({ days: [4], ...span })) } }],
    clusters: clusters.map(({ key, timeZone }) => ({ key, name: key, timeZone })),
  }));
  const clock = () => performance.now();
  const wish = { sessionIds: situation.sessions.map(({ id }) => id), pins: [], away: [], isMend: false, weights: null };
  const solver = await openSolver({ clock, deadline: clock() + 30_000 });
  const { placements, unplaced } = solveTimetable({ situation, wish, rules: { ...NO_RULES, ...rules }, topicNames: { mapping: 'Mapping' }, now: NOW }, solver);
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

it('says when nothing that one person can give would help', async () => {
  expect(await leftOut('nobody', { hours: [], clusters: [here('Aarhus')] })).toEqual({ placed: 0, unplaced: [['Aarhus mapping', 'nobody-available', null]] });
});
