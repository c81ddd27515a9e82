import { epochDay, isoDate } from '../../server/domain/calendar-date.ts';
import { listSlots, slotRuns, type SlotQuestion } from '../../server/domain/slots.ts';
import { unite } from '../../server/domain/united.ts';
import type { Situation } from '../../server/store/situation.ts';
import { representSlots } from '../../server/usecases/listing/represent.ts';
import { compiled, type PlainQuestion } from '../support/plain-question.ts';
import { workload, WORKLOADS } from '../support/workloads.ts';
import { carefulLuxon } from './careful-luxon.ts';
import { atMost, median, spreadOf, type Row } from './row.ts';

const MODULUS = 1_000_000_007;
const LEAST_RATIO = 50;
const MOST_MILLISECONDS = { W1: 0.02, W2: 0.5, W3: 1.5 } as const;
/** Per side and round; rounds alternate, so that both sides see the same machine. */
const ROUND_MILLISECONDS = 120;
const ROUNDS = 9;

/** Starts of the three workloads, for each facilitator and in one order, against careful Luxon in the same process. Throws if an answer is wrong. */
export async function run(): Promise<Row[]> {
  return [...WORKLOADS.flatMap(againstLuxon), ...scaling(), grid()];
}

function againstLuxon({ name, what, slots, sum }: typeof WORKLOADS[number]): Row[] {
  const plain = workload(name);
  const question = compiled(plain);
  for (const answer of [sumOfRuns(question), sumOfUnited(question), sumOf(carefulLuxon(plain))]) {
    if (answer.count !== slots || answer.sum !== sum) throw new Error(`${name} is wrong: ${JSON.stringify(answer)}`);
  }
  const most = MOST_MILLISECONDS[name];
  const each = alternating(() => sumOfRuns(question), () => sumOf(carefulLuxon(plain)));
  const united = alternating(() => unite(slotRuns(question)), () => carefulLuxon(plain).toSorted((x, y) => x - y));
  return [
    quicker(`${name}: ${what}`, each, `≤ ${most} ms and ≥ ${LEAST_RATIO} × careful Luxon`, (ours) => ours <= most),
    quicker(`${name}, in one order`, united, `≥ ${LEAST_RATIO} × careful Luxon, sorted`, () => true),
  ];
}

function quicker(work: string, { a, b }: Alternated, target: string, isEnough: (ours: number) => boolean): Row {
  const [ours, baseline] = [median(a), median(b)];
  const ratio = baseline / ours;
  return { work, ours, baseline, unit: 'ms', ratio, target, verdict: isEnough(ours) && ratio >= LEAST_RATIO ? 'met' : 'short', spread: spreadOf(a) };
}

/** What more costs, against less in the same run. */
function scaling(): Row[] {
  const w1 = workload('W1');
  const w2 = workload('W2');
  const overrides = Array.from({ length: 50 }, (_, day) => ({ date: isoDate(epochDay(w1.from) + day), spans: [{ from: '09:00', to: '17:00' }] }));
  const withOverrides = { ...w1, facilitators: w1.facilitators.map((each) => ({ ...each, availability: { ...each.availability, overrides } })) };
  const tenth = { ...w2, to: isoDate(epochDay(w2.from) + 8) };
  const one = { ...w2, facilitators: w2.facilitators.slice(0, 1) };
  const cost = (work: string, more: PlainQuestion, less: PlainQuestion, most: number) => {
    const [dear, cheap] = [compiled(more), compiled(less)];
    const { a, b } = alternating(() => sumOfRuns(dear), () => sumOfRuns(cheap));
    return atMost(work, 'ms', a, b, most);
  };
  return [
    cost('W1 with 50 overrides (limit: without)', withOverrides, w1, 1.5),
    cost('W2, 90 days (limit: 9 days)', w2, tenth, 12),
    cost('W2, 10 facilitators (limit: one of them)', w2, one, 12),
  ];
}

const MOST_GRID_MILLISECONDS = 25;

/** All that a listing does but read and send: slots with both clocks and comfort, of a hundred facilitators for thirty days. */
function grid(): Row {
  const plain = workload('W3');
  const question = compiled(plain);
  const situation = { facilitators: plain.facilitators.map((each) => ({ ...each, version: 1 })) } as unknown as Situation;
  const list = () => representSlots(listSlots(question), situation, plain.timeZone);
  if (list().length !== WORKLOADS[2].slots) throw new Error('the grid is wrong');
  const { a } = alternating(list, () => {});
  const ours = median(a);
  return {
    work: 'W3 as a list with both clocks and comfort', ours, baseline: MOST_GRID_MILLISECONDS, unit: 'ms', ratio: ours / MOST_GRID_MILLISECONDS,
    target: `≤ ${MOST_GRID_MILLISECONDS} ms`, verdict: ours <= MOST_GRID_MILLISECONDS ? 'met' : 'short', spread: spreadOf(a),
  };
}

interface Sum {
  readonly count: number;
  readonly sum: number;
}

/** Every start is visited; the remainder of one follows from the one before. */
function sumOfRuns(question: SlotQuestion): Sum {
  let count = 0;
  let sum = 0;
  for (const { runs, stepMilliseconds } of slotRuns(question)) {
    for (let i = 0; i < runs.length; i += 2) {
      let remainder = runs[i]! % MODULUS;
      for (let start = runs[i]!; start <= runs[i + 1]!; start += stepMilliseconds) {
        count += 1;
        sum += remainder;
        remainder += stepMilliseconds;
        if (remainder >= MODULUS) remainder -= MODULUS;
      }
    }
  }
  return { count, sum };
}

/** As above, of all facilitators in one order. */
function sumOfUnited(question: SlotQuestion): Sum {
  const { starts } = unite(slotRuns(question));
  let sum = 0;
  for (const start of starts) sum += start % MODULUS;
  return { count: starts.length, sum };
}

function sumOf(starts: readonly number[]): Sum {
  return { count: starts.length, sum: starts.reduce((sum, start) => sum + (start % MODULUS), 0) };
}

interface Alternated {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

/** Milliseconds of one call of each, by round, after a round that warms both up. */
function alternating(a: () => unknown, b: () => unknown): Alternated {
  const times: { a: number[]; b: number[] } = { a: [], b: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [first, second] = [timed(a), timed(b)];
    if (round === 0) continue;
    times.a.push(first);
    times.b.push(second);
  }
  return times;
}

function timed(work: () => unknown): number {
  const begun = performance.now();
  let calls = 0;
  let elapsed = 0;
  while (elapsed < ROUND_MILLISECONDS || calls < 3) {
    work();
    calls += 1;
    elapsed = performance.now() - begun;
  }
  return elapsed / calls;
}
