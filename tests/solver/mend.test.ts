import { cecil } from '../../server/demo/cecil.ts';
import { ProgrammeDocument } from '../../shared/api/programmes.ts';
import type { Instant } from '../../server/domain/interval.ts';
import { optimise } from '../../server/domain/timetable/optimise.ts';
import type { Choice, TimetableQuestion } from '../../server/domain/timetable/question.ts';
import { isoDate } from '../../server/domain/calendar-date.ts';
import { openSolver } from '../../server/solver/highs.ts';
import type { Situation } from '../../server/store/situation.ts';
import { timetableQuestion } from '../../server/usecases/planning/plan-question.ts';
import { NO_RULES, openScene } from '../../server/usecases/planning/plan-scene.ts';
import { engagementFor } from '../../server/usecases/booking/take-slot.ts';
import { situationOf } from '../support/planning.ts';

const NOW = Date.parse('2026-03-10T00:00:00Z') as Instant;
const clock = () => performance.now();

it('moves no session of the real programme that it need not, whichever facilitator is away on whichever day', async () => {
  const empty = situationOf(ProgrammeDocument.parse(cecil));
  // How good the rest is does not matter here.
  const wish = { sessionIds: empty.sessions.map(({ id }) => id), pins: [], away: [], isMend: false, weights: {} };
  const question = timetableQuestion(openScene(empty, wish, NO_RULES, NOW));
  const { placed } = optimise(question, await openSolver({ clock, deadline: clock() + 60_000 }));
  expect(placed).toHaveLength(30);
  const booked = bookedAs(empty, question, placed);
  const days = [...new Set(placed.map(({ facilitator, facilitatorDay }) => `${facilitator} ${facilitatorDay}`))];
  const found: unknown[] = [];
  const expected: unknown[] = [];
  for (const day of days) {
    const [facilitator, date] = day.split(' ').map(Number) as [number, number];
    const away = [{ facilitatorId: question.facilitators[facilitator]!.id, from: isoDate(date), until: isoDate(date) }];
    const mend = timetableQuestion(openScene(booked, { ...wish, away, isMend: true }, NO_RULES, NOW));
    const { placed: mended, outcomes } = optimise(mend, await openSolver({ clock, deadline: clock() + 60_000 }));
    found.push([day, mended.length, outcomes.find(({ name }) => name === 'moved')!.value]);
    expected.push([day, 30, fewestMoves(mend)]);
  }
  expect(found).toEqual(expected);
  expect(days.length).toBeGreaterThanOrEqual(10);
}, 120_000);

function bookedAs(situation: Situation, question: TimetableQuestion, placed: readonly Choice[]): Situation {
  const booked = { ...situation, sessions: situation.sessions.map((session) => ({ ...session, state: 'booked' as const })), engagements: [...situation.engagements] };
  for (const choice of placed) {
    const session = booked.sessions.find(({ id }) => id === question.sessions[choice.session]!.id)!;
    const facilitator = booked.facilitators.find(({ id }) => id === question.facilitators[choice.facilitator]!.id)!;
    const slot = { start: choice.start, end: choice.start, facilitatorId: facilitator.id, outsideHours: [], comfort: { cluster: 'day' as const, facilitator: 'day' as const } };
    booked.engagements.push(engagementFor({ situation: booked, session, facilitator, slot }, NOW, { id: `booking of ${session.id}`, kind: 'booking', expiresAt: null, extensionsLeft: null }));
  }
  return booked;
}

/** By search: those hit, and then one, two … more, are tried everywhere while all others stay. */
function fewestMoves(question: TimetableQuestion): number {
  const present = question.sessions.map((_, session) => question.choices.find((choice) => choice.session === session && choice.isPresent));
  const hit = present.flatMap((choice, session) => (choice ? [] : [session]));
  const others = present.flatMap((choice, session) => (choice ? [session] : []));
  for (let more = 0; more <= 2; more += 1) {
    if (subsets(others, more).some((also) => canMove(question, [...hit, ...also], present))) return hit.length + more;
  }
  throw new Error('more than two others have to move');
}

function subsets(items: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) => subsets(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]));
}

function canMove(question: TimetableQuestion, moving: readonly number[], present: readonly (Choice | undefined)[]): boolean {
  const placed = present.flatMap((choice, session) => (choice && !moving.includes(session) ? [choice] : []));
  const goOn = (index: number): boolean => index === moving.length || question.choices.some((choice) => {
    if (choice.session !== moving[index] || !fitsBeside(question, choice, placed)) return false;
    placed.push(choice);
    if (goOn(index + 1)) return true;
    placed.pop();
    return false;
  });
  return goOn(0);
}

function fitsBeside({ length, bufferBefore, bufferAfter, clusters, facilitators }: TimetableQuestion, choice: Choice, placed: readonly Choice[]): boolean {
  const apart = (a: Choice, b: Choice, least: number) => Math.abs(a.start - b.start) >= least;
  const ofFacilitator = placed.filter(({ facilitator }) => facilitator === choice.facilitator);
  const ofCluster = placed.filter(({ cluster }) => cluster === choice.cluster);
  return ofFacilitator.every((other) => apart(choice, other, length + bufferBefore + bufferAfter)) && ofCluster.every((other) => apart(choice, other, length))
    && ofFacilitator.filter(({ facilitatorDay }) => facilitatorDay === choice.facilitatorDay).length < (facilitators[choice.facilitator]!.maximumPerDay ?? Infinity)
    && ofCluster.filter(({ clusterDay }) => clusterDay === choice.clusterDay).length < (clusters[choice.cluster]!.maximumPerDay ?? Infinity);
}
