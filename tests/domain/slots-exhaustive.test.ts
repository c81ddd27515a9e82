import type { Instant } from '../../server/domain/interval.ts';
import type * as slots from '../../server/domain/slots.ts';
import type * as exhaustive from '../support/exhaustive.ts';
import type * as mistakes from '../support/mutations.ts';
import type * as plain from '../support/plain-question.ts';
import type * as randomQuestions from '../support/random-questions.ts';
import { seeded } from '../support/random.ts';

type Engine = typeof slots & typeof exhaustive & typeof mistakes & typeof plain & typeof randomQuestions;
type PlainQuestion = plain.PlainQuestion;

const {
  compiled, decideSlot, exhaustiveCauses, exhaustiveCounts, exhaustiveSlots, explainEmptiness, listSlots, mutations, randomQuestion, ZONES,
} = outsideJest('./engine.cjs') as Engine;

/** Fewer only where this file is run again to see that the server's own zone does not matter. */
const QUESTIONS = Number(process.env['SLOT_QUESTIONS'] ?? 5600);
const BATCHES = 8;

describe('listing', () => {
  let asked = 0;
  let withSlots = 0;
  const zones = new Set<string>();

  it.each(Array.from({ length: BATCHES }, (_, batch) => batch))('agrees with counting minutes on random questions, part %#', (batch) => {
    const wrong: number[] = [];
    for (let seed = batch; seed < QUESTIONS; seed += BATCHES) {
      const question = randomQuestion(seed);
      const expected = exhaustiveSlots(question);
      if (!isSame(listSlots(compiled(question)), expected)) wrong.push(seed);
      asked += 1;
      if (expected.length > 0) withSlots += 1;
      question.facilitators.forEach(({ timeZone }) => zones.add(timeZone));
    }
    expect(wrong).toEqual([]);
  });

  it('was asked as often as meant, in every zone, and mostly had slots', () => {
    expect(asked).toBe(QUESTIONS);
    expect(zones.size).toBe(ZONES.length);
    expect(withSlots).toBeGreaterThan(QUESTIONS * 0.55);
  });

  it('of single days is the listing of all days', () => {
    const wrong = seeds(share(300)).filter((seed) => {
      const question = randomQuestion(seed);
      const whole = listSlots(compiled(question));
      const days = datesOf(question).flatMap((date) => listSlots(compiled({ ...question, from: date, to: date })));
      return !isSame(days, whole);
    });
    expect(wrong).toEqual([]);
  });
});

describe('deciding', () => {
  it('agrees with the listing and with counting minutes, and names a rule that is broken', () => {
    const wrong: string[] = [];
    const causes = new Set<string>();
    for (const seed of seeds(share(200))) {
      const question = randomQuestion(seed);
      const asked = compiled(question);
      for (const slot of listSlots(asked).slice(0, 5)) {
        if (!isSame(decideSlot(asked, slot.facilitatorId, slot.start), { ok: true, slot })) wrong.push(`${seed} ${slot.start}`);
      }
      for (const { facilitatorId, start } of anyStarts(question, seed)) {
        const broken = exhaustiveCauses(question, facilitatorId, start);
        const decision = decideSlot(asked, facilitatorId, start);
        if (decision.ok ? broken.length > 0 : !broken.includes(decision.cause)) wrong.push(`${seed} ${start}`);
        causes.add(decision.ok ? 'ok' : decision.cause);
      }
    }
    expect(wrong).toEqual([]);
    expect([...causes].toSorted()).toEqual([
      'cluster-day-full', 'cluster-engaged', 'facilitator-busy', 'facilitator-day-full', 'facilitator-engaged',
      'off-grid', 'ok', 'outside-availability', 'outside-hours', 'outside-phase', 'too-soon',
    ]);
  });
});

describe('explaining', () => {
  it('counts causes as counting minutes does, and relaxes what asking again confirms', () => {
    const wrong: number[] = [];
    let relaxed = 0;
    for (const seed of seeds(share(120))) {
      const question = randomQuestion(seed);
      const reasons = explainEmptiness(compiled(question));
      const counted = reasons.filter(({ cause, slots }) => slots > 0 && cause !== 'outside-range').map(({ cause, slots }) => [cause, slots]);
      if (!isSame(counted, exhaustiveCounts(question))) wrong.push(seed);
      for (const { relaxation } of reasons) {
        if (!relaxation) continue;
        const { slots, ...change } = relaxation;
        relaxed += 1;
        if (listSlots(compiled(relaxedBy(question, change))).length !== slots) wrong.push(seed);
      }
    }
    expect(wrong).toEqual([]);
    expect(relaxed).toBeGreaterThan(share(120) / 2);
  });
});

describe('the count of minutes', () => {
  const asked = seeds(share(250)).map((seed) => randomQuestion(seed)).map((question) => ({ question, expected: exhaustiveSlots(question) }));

  it.each(mutations)('sees an engine that $mistake', ({ mutate }) => {
    const differing = asked.filter(({ question, expected }) => !isSame(listSlots(compiled(mutate(question))), expected));
    expect(differing.length).toBeGreaterThan(0);
  });
});

function seeds(count: number): number[] {
  return Array.from({ length: Math.min(count, QUESTIONS) }, (_, i) => 100_000 + i);
}

/** As many of a whole run's questions as this run asks of them. */
function share(count: number): number {
  return Math.ceil(count * QUESTIONS / 5600);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function datesOf({ from, to }: PlainQuestion): string[] {
  const first = Date.parse(from);
  const count = (Date.parse(to) - first) / 86_400_000 + 1;
  return Array.from({ length: count }, (_, i) => new Date(first + i * 86_400_000).toISOString().slice(0, 10));
}

/** Starts on whole five minutes in and around the range, most of them no slots. */
function anyStarts({ facilitators, from, to }: PlainQuestion, seed: number): { facilitatorId: string; start: Instant }[] {
  const random = seeded(seed);
  const [first, last] = [Date.parse(from) / 300_000 - 288, Date.parse(to) / 300_000 + 2 * 288];
  return Array.from({ length: 20 }, () => ({
    facilitatorId: random.pick(facilitators).id,
    start: random.whole(first, last) * 300_000 as Instant,
  }));
}

function relaxedBy(question: PlainQuestion, change: object): PlainQuestion {
  const policy = Object.fromEntries(Object.entries(change).filter(([name]) => name in question.policy).map(([name, value]) => [name, value ?? undefined]));
  const { outsideHours, from, to } = { ...question, ...change };
  return { ...question, outsideHours, from, to, policy: { ...question.policy, ...policy } };
}
