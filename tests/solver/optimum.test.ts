import { optimise } from '../../server/domain/timetable/optimise.ts';
import { decideSlot } from '../../server/domain/slots.ts';
import { openSolver } from '../../server/solver/highs.ts';
import type { Situation } from '../../server/store/situation.ts';
import { timetableQuestion } from '../../server/usecases/planning/plan-question.ts';
import { openScene } from '../../server/usecases/planning/plan-scene.ts';
import { slotQuestion, wholePhase } from '../../server/usecases/listing/slot-question.ts';
import { engagementFor } from '../../server/usecases/booking/take-slot.ts';
import { bestByTrying } from '../support/every-timetable.ts';
import { smallProgramme, type Small } from '../support/small-programmes.ts';

/** So many plans are held against the slot engine, and the first of them against every timetable there is. */
const PLANS = 510;
const TRIED = 230;
/** Of every seventh programme: so heavy that what is last can outweigh what is first. */
const WEIGHTS = { discomfort: 1, share: 2, load: 40, preferences: 90, spread: 70 };
/** No more timetables than this are tried one by one. */
const MOST_TIMETABLES = 20_000;

const clock = () => performance.now();
const solver = () => openSolver({ clock, deadline: clock() + 60_000 });

it('is what trying every timetable finds, and every place in it is a slot beside the others, in hundreds of small programmes', async () => {
  const wrong: string[] = [];
  const tried = { programmes: 0, mends: 0, unplaced: 0, uncomfortable: 0, weighed: 0 };
  let checked = 0;
  for (let seed = 1; seed <= PLANS; seed += 1) {
    const small = smallProgramme(seed);
    const scene = openScene(small.situation, small.wish, small.rules, small.now);
    // Beyond those tried, places are enough: how good they are is not asked.
    const question = { ...timetableQuestion(scene), weights: seed > TRIED ? {} : seed % 7 === 0 ? WEIGHTS : null };
    const { placed, outcomes } = optimise(question, await solver());
    checked += 1;
    if (outcomes.some(({ value, bound }) => value !== bound)) wrong.push(`${seed}: not proven`);
    for (const choice of placed) {
      const { facilitatorId, start } = { facilitatorId: question.facilitators[choice.facilitator]!.id, start: choice.start };
      const others = placed.filter((each) => each !== choice).map((each) => ({ sessionId: question.sessions[each.session]!.id, facilitatorId: question.facilitators[each.facilitator]!.id, start: each.start }));
      const beside = withBookings(small, scene.situation, others);
      const session = small.situation.sessions.find(({ id }) => id === question.sessions[choice.session]!.id)!;
      const decision = decideSlot(slotQuestion(beside, session, wholePhase(session), small.now), facilitatorId, start);
      if (!decision.ok) wrong.push(`${seed}: ${session.id} at ${new Date(start).toISOString()} is no slot: ${decision.cause}`);
    }
    const timetables = question.sessions.reduce((product, _, index) => product * (1 + question.choices.filter(({ session }) => session === index).length), 1);
    if (seed > TRIED || timetables > MOST_TIMETABLES) continue;
    const best = bestByTrying(question);
    tried.programmes += 1;
    if (small.wish.isMend) tried.mends += 1;
    if (placed.length < question.sessions.length) tried.unplaced += 1;
    if (question.weights) tried.weighed += 1;
    if ((outcomes.find(({ name }) => name === 'discomfort')?.value ?? 0) > 0) tried.uncomfortable += 1;
    if (JSON.stringify(best) !== JSON.stringify(outcomes.map(({ value }) => value))) wrong.push(`${seed}: ${JSON.stringify(outcomes.map(({ name, value }) => `${name} ${value}`))}, by trying ${JSON.stringify(best)}`);
  }
  expect(wrong).toEqual([]);
  expect(checked).toBeGreaterThanOrEqual(500);
  // Enough of every kind, or the comparison proves little.
  expect([tried.programmes >= 200, tried.mends >= 30, tried.unplaced >= 40, tried.uncomfortable >= 40, tried.weighed >= 25, tried]).toEqual([true, true, true, true, true, tried]);
}, 120_000);

/** As the programme would be with these booked. */
function withBookings(small: Small, situation: Situation, others: { sessionId: string; facilitatorId: string; start: number }[]): Situation {
  const engagements = others.map((place) => {
    const session = small.situation.sessions.find(({ id }) => id === place.sessionId)!;
    const facilitator = small.situation.facilitators.find(({ id }) => id === place.facilitatorId)!;
    const slot = { start: place.start as never, end: place.start as never, facilitatorId: place.facilitatorId, outsideHours: [], comfort: { cluster: 'day' as const, facilitator: 'day' as const } };
    return engagementFor({ situation, session, facilitator, slot }, small.now, { id: place.sessionId, kind: 'booking', expiresAt: null, extensionsLeft: null });
  });
  return { ...situation, engagements: [...situation.engagements, ...engagements] };
}
