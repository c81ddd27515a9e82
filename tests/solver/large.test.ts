import { ProgrammeDocument } from '../../shared/api/programmes.ts';
import type { Instant } from '../../server/domain/interval.ts';
import { whyNotFits } from '../../server/domain/timetable/greedy.ts';
import { optimise, type Progress } from '../../server/domain/timetable/optimise.ts';
import { openSolver } from '../../server/solver/highs.ts';
import { timetableQuestion } from '../../server/usecases/planning/plan-question.ts';
import { NO_RULES, openScene } from '../../server/usecases/planning/plan-scene.ts';
import { largeDocument, situationOf } from '../support/planning.ts';

it('solves what is large part by part: every place is free beside the others, and what is told of it meanwhile only ever gets better', async () => {
  const situation = situationOf(ProgrammeDocument.parse(largeDocument({ clusters: 10, facilitators: 3, seed: 4 })));
  const wish = { sessionIds: situation.sessions.map(({ id }) => id), pins: [], away: [], isMend: false, weights: null };
  const question = timetableQuestion(openScene(situation, wish, NO_RULES, Date.parse('2026-03-01T00:00:00Z') as Instant));
  const clock = () => performance.now();
  const heard: Progress[] = [];
  const { placed, outcomes } = optimise(question, await openSolver({ clock, deadline: clock() + 60_000 }), (progress) => heard.push(progress));
  expect(placed.filter((choice) => whyNotFits(question, choice, placed) !== null)).toEqual([]);
  expect(new Set(placed.map(({ session }) => session)).size).toBe(placed.length);
  expect(heard.map(({ done }) => done)).toEqual(heard.map(({ done }) => done).toSorted((a, b) => a - b));
  for (const { name, value } of outcomes) {
    const values = heard.filter(({ objective }) => objective === name).map((each) => each.value);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    expect(values.at(-1)).toBe(value);
  }
});
