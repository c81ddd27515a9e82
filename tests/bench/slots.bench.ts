import { slotRuns, type SlotQuestion } from '../../server/domain/slots.ts';
import { compiled } from '../support/plain-question.ts';
import { workload, WORKLOADS } from '../support/workloads.ts';
import { carefulLuxon } from './careful-luxon.ts';
import { median, type Row } from './row.ts';

const MODULUS = 1_000_000_007;
const LEAST_RATIO = 50;
const MOST_MILLISECONDS = { W1: 0.02, W2: 0.5, W3: 1.5 } as const;
/** Per side and round; rounds alternate, so that both sides see the same machine. */
const ROUND_MILLISECONDS = 120;
const ROUNDS = 9;

/** Starts of the three workloads, against careful Luxon in the same process. Throws if an answer is wrong. */
export async function run(): Promise<Row[]> {
  return WORKLOADS.map(({ name, what, slots, sum }) => {
    const plain = workload(name);
    const question = compiled(plain);
    const ours = () => sumOfRuns(question);
    const theirs = () => sumOf(carefulLuxon(plain));
    for (const answer of [ours(), theirs()]) {
      if (answer.count !== slots || answer.sum !== sum) throw new Error(`${name} is wrong: ${JSON.stringify(answer)}`);
    }
    const { a, b } = alternating(ours, theirs);
    const ratio = b / a;
    const most = MOST_MILLISECONDS[name];
    return {
      work: `${name}: ${what}`, ours: a, baseline: b, unit: 'ms', ratio,
      target: `≤ ${most} ms and ≥ ${LEAST_RATIO} × careful Luxon`,
      verdict: a <= most && ratio >= LEAST_RATIO ? 'met' : 'short',
    };
  });
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

function sumOf(starts: readonly number[]): Sum {
  return { count: starts.length, sum: starts.reduce((sum, start) => sum + (start % MODULUS), 0) };
}

/** Median milliseconds of one call of each, after a round that warms both up. */
function alternating(a: () => unknown, b: () => unknown): { a: number; b: number } {
  const times: { a: number[]; b: number[] } = { a: [], b: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [first, second] = [timed(a), timed(b)];
    if (round === 0) continue;
    times.a.push(first);
    times.b.push(second);
  }
  return { a: median(times.a), b: median(times.b) };
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
