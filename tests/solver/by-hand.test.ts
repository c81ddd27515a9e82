import { WALL_DAY } from '../../server/domain/calendar-date.ts';
import type { Instant } from '../../server/domain/interval.ts';
import { optimise } from '../../server/domain/timetable/optimise.ts';
import type { Choice, TimetableQuestion } from '../../server/domain/timetable/question.ts';
import { reachedFrom } from '../../server/domain/timetable/reach.ts';
import { openSolver } from '../../server/solver/highs.ts';

const HOUR = 3_600_000;
const clock = () => performance.now();

/** Sessions by cluster, and for each the days on which its facilitator has one hour at nine. */
function questionOf(sessions: readonly { cluster: number; facilitator: number; days: readonly number[] }[]): TimetableQuestion {
  const party = { burden: 0, load: 0, placesLeft: new Map(), met: [], days: [] };
  return {
    sessions: sessions.map(({ cluster }, index) => ({ id: `session ${index}`, cluster, topicId: 'topic', isBooked: false })),
    choices: sessions.flatMap(({ cluster, facilitator, days }, session) => days.map((day): Choice => ({
      session, cluster, facilitator, start: day * WALL_DAY + 9 * HOUR as Instant, clusterDay: day, facilitatorDay: day,
      clusterMinutes: 0, facilitatorMinutes: 0, isUnwished: false, isPresent: false, isPinned: false,
    }))),
    clusters: [0, 1, 2].map((id) => ({ ...party, id: `cluster ${id}` })), facilitators: [0, 1].map((id) => ({ ...party, id: `facilitator ${id}` })),
    length: HOUR, bufferBefore: 0, bufferAfter: 0, orders: [], facilitatorRule: 'any', isMend: false, weights: null,
  };
}

/** Two clusters; one facilitator has an hour on a Monday and a Wednesday, the other on Tuesday and Thursday. */
const week = [0, 1].flatMap((cluster) => [{ cluster, facilitator: 0, days: [100, 102] }, { cluster, facilitator: 1, days: [101, 103] }]);

it('proves by pairs of sessions what counting them by the day does not: of two clusters one has neighbouring days', async () => {
  const solver = await openSolver({ clock, deadline: clock() + 60_000 });
  const found = { byDay: 0, byPairs: 0 };
  const { outcomes } = optimise(questionOf(week), {
    ...solver,
    minimise: (...given) => {
      const solved = solver.minimise(...given);
      found.byDay = solved.relaxedBound;
      return solved;
    },
    least: (...given) => found.byPairs = solver.least(...given),
  });
  expect([found.byDay, found.byPairs, outcomes.at(-1)]).toEqual([expect.closeTo(0), expect.closeTo(1), { name: 'spread', value: 1, bound: 1 }]);
});

it('finds out who could make room for a session: whoever wants its hours or is tied to it, one after the other, and nobody of another week', () => {
  const question = questionOf([...week, { cluster: 2, facilitator: 0, days: [110] }, { cluster: 0, facilitator: 1, days: [111] }]);
  expect([...reachedFrom(question, 0)]).toEqual([0, 2]);
  expect([...reachedFrom(question, 4)]).toEqual([4]);
  expect([...reachedFrom({ ...question, orders: [{ before: 4, after: 5, gap: 0 }] }, 4)]).toEqual([4, 5]);
  expect([...reachedFrom({ ...question, facilitatorRule: 'same' }, 5)].toSorted()).toEqual([0, 1, 2, 3, 5]);
});
