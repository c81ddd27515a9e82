import { ProgrammeDocument } from '../../shared/api/programmes.ts';
import type { Instant } from '../../server/domain/interval.ts';
import { openSolver } from '../../server/solver/highs.ts';
import { engagementFor } from '../../server/usecases/booking/take-slot.ts';
import { NO_RULES } from '../../server/usecases/planning/plan-scene.ts';
import { solveTimetable } from '../../server/usecases/planning/solve-timetable.ts';
import { situationOf } from '../support/planning.ts';

const at = (time: string) => Date.parse(time) as Instant;
const HOUR = 3_600_000;
const clock = () => performance.now();

/** Two clusters of one city, and a facilitator beside it who only has evenings: 18:00–20:00, on a Thursday long ago and on one to come. */
async function evening(pastOf: 'Aarhus' | 'Odense', ended: 'done' | 'missed' = 'done') {
  const situation = situationOf(ProgrammeDocument.parse({
    programme: { name: 'evenings', timeZone: 'Europe/Copenhagen', startsOn: '2026-03-19', endsOn: '2026-03-26', policy: { minimumNoticeMinutes: 0 } },
    phases: [{ key: 'past', name: 'the past', mode: 'virtual', startsOn: '2026-03-19', endsOn: '2026-03-19' }, { key: 'next', name: 'next', mode: 'virtual', startsOn: '2026-03-26', endsOn: '2026-03-26' }],
    topics: [{ key: 'mapping', name: 'mapping', phase: 'past' }, { key: 'economics', name: 'economics', phase: 'next' }],
    facilitators: [{ key: `Ann of ${pastOf} ${ended}`, name: 'Ann', email: 'ann@example.org', timeZone: 'Europe/Copenhagen', topics: ['mapping', 'economics'], workingHours: { from: '12:00', to: '20:00' }, availability: { rules: [{ days: [4], from: '18:00', to: '20:00' }] } }],
    clusters: ['Aarhus', 'Odense'].map((key) => ({ key, name: key, timeZone: 'Europe/Copenhagen' })),
  }));
  const session = situation.sessions.find(({ cluster, topicId }) => cluster.name === pastOf && topicId === 'mapping')!;
  session.state = ended;
  const slot = { start: at('2026-03-19T18:00:00Z'), end: at('2026-03-19T19:00:00Z'), facilitatorId: situation.facilitators[0]!.id, outsideHours: [], comfort: { cluster: 'edge' as const, facilitator: 'day' as const } };
  situation.engagements.push(engagementFor({ situation, session, facilitator: situation.facilitators[0]!, slot }, slot.start, { id: 'past', kind: 'booking', expiresAt: null, extensionsLeft: null }));
  const wish = { sessionIds: ['Aarhus economics', 'Odense economics'], pins: [], away: [], isMend: false, weights: null };
  const solver = await openSolver({ clock, deadline: clock() + 30_000 });
  const { placements, measures } = solveTimetable({ situation, wish, rules: NO_RULES, topicNames: {}, now: at('2026-03-20T00:00:00Z') }, solver);
  return {
    hours: Object.fromEntries(placements.map(({ sessionId, start }) => [sessionId.split(' ')[0], new Date(start + HOUR).toISOString().slice(11, 16)])),
    ledger: Object.fromEntries(measures.ledger.map(({ id, before, planned }) => [id.split(' ')[0], [before, planned]])),
    largestShare: measures.largestShare,
  };
}

it.each(['Aarhus', 'Odense'] as const)('spares %s the later hour, which had one before', async (pastOf) => {
  const other = pastOf === 'Aarhus' ? 'Odense' : 'Aarhus';
  // 18:00 is the second hour after 17:00, each minute twice; 19:00 the third, which it was in the past.
  expect(await evening(pastOf)).toEqual({
    hours: { [pastOf]: '18:00', [other]: '19:00' },
    ledger: { Ann: [0, 0], [pastOf]: [180, 120], [other]: [0, 180] },
    largestShare: 300,
  });
});

it('counts a session that was missed: the hour was kept all the same', async () => {
  expect((await evening('Aarhus', 'missed')).ledger.Aarhus).toEqual([180, 120]);
});
