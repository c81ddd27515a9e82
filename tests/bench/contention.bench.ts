import { apiOf } from '../support/api.ts';
import { PROGRAM_TOKEN } from '../support/program.ts';
import { crowd, makeProgramme, sessionsOf } from '../support/programme.ts';
import { percentile, type Row } from './row.ts';

const TAKERS = 200;
const ROUNDS = 20;
const MOST_MS = 250;

/** Two hundred clusters want one slot, over HTTP: how long until the slowest hundredth has its answer. Throws unless exactly one wins each time. */
export async function contention(url: string): Promise<Row[]> {
  const api = apiOf(url, PROGRAM_TOKEN);
  const { document, monday } = crowd({ clusters: TAKERS, facilitators: 1 });
  const made = await makeProgramme(api, document);
  const sessions = await sessionsOf(api, made.id);
  const facilitatorId = made.facilitators['facilitator-1']!;
  const latencies: number[] = [];
  for (let round = -2; round < ROUNDS; round += 1) {
    const start = new Date(Date.parse(`${monday}T00:00:00Z`) + (round + 2) * 3 * 3_600_000).toISOString();
    const replies = await Promise.all(sessions.map(async ({ id }) => {
      const began = performance.now();
      const { status } = await api.post(`/sessions/${id}/booking`, { facilitatorId, start });
      // The first rounds warm connections and code.
      if (round >= 0) latencies.push(performance.now() - began);
      return status;
    }));
    if (replies.filter((status) => status === 201).length !== 1 || replies.some((status) => status !== 201 && status !== 409)) throw new Error(`round ${round}: ${replies.join(' ')}`);
    for (const { id, booking } of await sessionsOf(api, made.id)) if (booking) await api.delete(`/bookings/${booking.id}`, { reason: id });
  }
  const bare = await bareRounds(url);
  const [ours, baseline] = [percentile(latencies, 0.99), percentile(bare, 0.99)];
  return [{
    work: `${TAKERS} clusters take one slot at once, HTTP, p99 (baseline: the same burst at /health/live)`,
    ours, baseline, unit: 'ms', ratio: ours / baseline, target: `≤ ${MOST_MS} ms`, verdict: ours <= MOST_MS ? 'met' : 'short',
  }];
}

/** What the same burst costs when there is nothing to decide. */
async function bareRounds(url: string): Promise<number[]> {
  const latencies: number[] = [];
  for (let round = -2; round < ROUNDS; round += 1) {
    await Promise.all(Array.from({ length: TAKERS }, async () => {
      const began = performance.now();
      await (await fetch(`${url}/health/live`)).text();
      if (round >= 0) latencies.push(performance.now() - began);
    }));
  }
  return latencies;
}
