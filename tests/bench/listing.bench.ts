import autocannon from 'autocannon';
import { apiOf } from '../support/api.ts';
import { PROGRAM_TOKEN } from '../support/program.ts';
import { cecilInFuture, makeProgramme, sessionsOf } from '../support/programme.ts';
import { startBare } from './bare.ts';
import { atLeast, atMost, type Row } from './row.ts';

const ROUNDS = 5;
const SECONDS = 3;
const CONNECTIONS = 10;

/** The slots of CECIL's sessions over HTTP, against Express that sends the same bytes and decides nothing. */
export async function listing(url: string, databaseUrl: string): Promise<Row[]> {
  const api = apiOf(url, PROGRAM_TOKEN);
  const made = await makeProgramme(api, cecilInFuture());
  const session = (await sessionsOf(api, made.id))[0]!;
  const path = `/api/v1/sessions/${session.id}/slots`;
  const headers = { authorization: `Bearer ${PROGRAM_TOKEN}` };
  const first = await fetch(url + path, { headers });
  const bare = await startBare(await first.text(), databaseUrl);
  const etag = first.headers.get('etag');
  const rounds: Record<'ours' | 'bare' | 'unchanged', Load[]> = { ours: [], bare: [], unchanged: [] };
  try {
    for (let round = -1; round < ROUNDS; round += 1) {
      const [bareLoad, oursLoad] = [await load(bare.url, {}), await load(url + path, headers)];
      const unchangedLoad = await load(url + path, { ...headers, ...(etag && { 'if-none-match': etag }) });
      // The first round warms both up.
      if (round < 0) continue;
      rounds.bare.push(bareLoad);
      rounds.ours.push(oursLoad);
      rounds.unchanged.push(unchangedLoad);
    }
  } finally {
    await bare.stop();
  }
  const of = (which: keyof typeof rounds, what: keyof Load) => rounds[which].map((each) => each[what]);
  return [
    atLeast(`slots of one session, ${CONNECTIONS} connections: requests a second (limit: bare Express, same bytes)`, '/s', of('ours', 'rate'), of('bare', 'rate'), 0.5),
    atMost('the same: p50', 'ms', of('ours', 'p50'), of('bare', 'p50'), 2),
    atMost('the same: p99', 'ms', of('ours', 'p99'), of('bare', 'p99'), 2),
    atLeast('the same, unchanged since (304): requests a second', '/s', of('unchanged', 'rate'), of('bare', 'rate'), 0.5),
  ];
}

interface Load {
  rate: number;
  p50: number;
  p99: number;
}

async function load(url: string, headers: Record<string, string>): Promise<Load> {
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: SECONDS });
  const bad = result.errors + result.timeouts + result.non2xx - (headers['if-none-match'] ? result['3xx'] : 0);
  if (bad > 0) throw new Error(`${url}: ${bad} requests failed`);
  return { rate: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
}
