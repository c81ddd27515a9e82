import { ProgrammeDocument } from '../../shared/api/programmes.ts';
import type { Instant } from '../../server/domain/interval.ts';
import { greedyTimetable, whyNotFits } from '../../server/domain/timetable/greedy.ts';
import { makeRoom } from '../../server/domain/timetable/make-room.ts';
import { objectivesOf } from '../../server/domain/timetable/objectives.ts';
import { allowedChoices } from '../../server/domain/timetable/rules.ts';
import { optimise, type Progress } from '../../server/domain/timetable/optimise.ts';
import { openSolver } from '../../server/solver/highs.ts';
import { timetableQuestion } from '../../server/usecases/planning/plan-question.ts';
import { NO_RULES, openScene } from '../../server/usecases/planning/plan-scene.ts';
import { largeDocument, situationOf } from '../support/planning.ts';

const clock = () => performance.now();

function questionOf(size: { clusters: number; facilitators: number; seed: number }) {
  const situation = situationOf(ProgrammeDocument.parse(largeDocument(size)));
  const wish = { sessionIds: situation.sessions.map(({ id }) => id), pins: [], away: [], isMend: false, weights: null };
  return timetableQuestion(openScene(situation, wish, NO_RULES, Date.parse('2026-03-01T00:00:00Z') as Instant));
}

it('solves what is large part by part: every place is free beside the others, and what is told of it meanwhile only ever gets better', async () => {
  const question = questionOf({ clusters: 10, facilitators: 3, seed: 4 });
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

describe('where a spreadsheet leaves somebody out', () => {
  const question = questionOf({ clusters: 10, facilitators: 3, seed: 25 });
  const greedy = greedyTimetable(question);
  const [unplaced] = objectivesOf(question);

  it('others make room, one for the other, at places that are free', () => {
    const placed = makeRoom(question, allowedChoices(question), greedy, [], unplaced!);
    expect([question.sessions.length - greedy.length, question.sessions.length - placed.length]).toEqual([1, 0]);
    expect(placed.filter((choice) => whyNotFits(question, choice, placed) !== null)).toEqual([]);
  });

  it('nobody loses a place where none can be made', () => {
    const tight = { ...question, choices: question.choices.filter((choice) => choice.session === 0 || greedy.includes(choice)) };
    const few = greedy.filter(({ session }) => session !== 0);
    const placed = makeRoom(tight, allowedChoices(tight).filter(({ session }) => session !== 0), few, [], unplaced!);
    expect(new Set(placed)).toEqual(new Set(few));
  });

  it('the share of whoever bears most is proven by what does not fit below it', async () => {
    const solver = await openSolver({ clock, deadline: clock() + 60_000 });
    const found: number[] = [];
    const { outcomes } = optimise(question, { ...solver, least: (model, start) => {
      const least = solver.least(model, start);
      found.push(least);
      return least;
    } });
    expect([found.some((least) => least > 150), outcomes.find(({ name }) => name === 'share')]).toEqual([true, { name: 'share', value: 150, bound: 150 }]);
  });
});
