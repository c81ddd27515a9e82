import { readFileSync } from 'node:fs';
import type { Plan } from '../../shared/api/plans.ts';
import { ProgrammeDocument } from '../../shared/api/programmes.ts';
import { nextMonday } from '../../server/demo/moved.ts';
import { epochDay } from '../../server/domain/calendar-date.ts';
import type { Instant } from '../../server/domain/interval.ts';
import { greedyTimetable } from '../../server/domain/timetable/greedy.ts';
import { placementMeasures } from '../../server/domain/timetable/measures.ts';
import { countryOf, publicHolidays } from '../../server/holidays/public-holidays.ts';
import { timetableQuestion } from '../../server/usecases/planning/plan-question.ts';
import { NO_RULES, openScene } from '../../server/usecases/planning/plan-scene.ts';
import { apiOf, type Api } from '../support/api.ts';
import { largeDocument, situationOf } from '../support/planning.ts';
import { createDatabase } from '../support/postgres.ts';
import { PROGRAM_TOKEN, startProgram } from '../support/program.ts';
import { cecilInFuture, makeProgramme, sessionsOf } from '../support/programme.ts';
import { pause } from '../support/until.ts';
import { median, percentile, type Row } from './row.ts';

interface Work {
  name: string;
  document: unknown;
  mostSeconds: number;
  /** Relative; 0 is a proof. */
  mostGap: number;
}

/** From asking for a plan to its being ready, over HTTP, by the program as it is started; and what a greedy planner makes of the same programmes. */
export async function planning(): Promise<Row[]> {
  const database = await createDatabase();
  const program = await startProgram({ DATABASE_URL: database.url, LOG_LEVEL: 'warn' });
  try {
    const api = apiOf(program.url, PROGRAM_TOKEN);
    const rows: Row[] = [];
    for (const work of works()) rows.push(...await measure(api, program.process.pid!, work));
    return [...rows, ...await measureTen(api)];
  } finally {
    program.kill('SIGTERM');
    await program.ended;
    await database.drop();
  }
}

/** A Monday that notice cannot reach. */
function monday(): string {
  return nextMonday(new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10));
}

function works(): Work[] {
  return [
    { name: 'CECIL: 30 sessions', document: cecilInFuture(), mostSeconds: 2, mostGap: 0 },
    { name: '30 clusters × 6 topics, 8 facilitators', document: largeDocument({ clusters: 30, facilitators: 8, seed: 1, monday: monday() }), mostSeconds: 10, mostGap: 0.01 },
    { name: '100 clusters × 6 topics, 25 facilitators', document: largeDocument({ clusters: 100, facilitators: 25, seed: 1, monday: monday() }), mostSeconds: 60, mostGap: 0.02 },
  ];
}

/** Ten programmes of the middle size, each another: what the worst of them comes to. */
async function measureTen(api: Api): Promise<Row[]> {
  const found: { seconds: number; gap: number }[] = [];
  for (let seed = 1; seed <= 10; seed += 1) {
    const made = await makeProgramme(api, largeDocument({ clusters: 30, facilitators: 8, seed, monday: monday() }));
    const began = performance.now();
    let { body: plan } = await api.post<Plan>(`/programmes/${made.id}/plans`);
    while (plan.state === 'solving') {
      await pause(50);
      plan = (await api.get<Plan>(`/plans/${plan.id}`)).body;
    }
    if (plan.state !== 'ready' || plan.gap === null) throw new Error(`a plan came to nothing: ${plan.state}`);
    found.push({ seconds: (performance.now() - began) / 1000, gap: plan.gap });
  }
  const [slowest, widest] = [Math.max(...found.map(({ seconds }) => seconds)), Math.max(...found.map(({ gap }) => gap))];
  const row = (work: string, ours: number, baseline: number, unit: string, target: string): Row => ({ work, ours, baseline, unit, ratio: ours / baseline, target, verdict: ours <= baseline ? 'met' : 'short' });
  return [
    row('ten programmes of 30 clusters × 6 topics: the slowest (limit)', slowest, 10, 's', '≤ 10 s'),
    row('the same: the widest gap (limit)', widest * 100, 1, '%', '≤ 1 %'),
  ];
}

async function measure(api: Api, pid: number, { name, document, mostSeconds, mostGap }: Work): Promise<Row[]> {
  const made = await makeProgramme(api, document);
  const [session] = await sessionsOf(api, made.id);
  const look = async () => {
    const began = performance.now();
    // Not the same list twice: what is measured is the engine's work, not a kept answer.
    await api.get(`/sessions/${session!.id}/slots?outsideHours=1&timeZone=${zones[Math.floor(began) % zones.length]}`);
    return performance.now() - began;
  };
  const idle = await looks(look, () => false, 60);
  const began = performance.now();
  const { body: asked } = await api.post<Plan>(`/programmes/${made.id}/plans`);
  let plan = asked;
  let seconds = 0;
  let memory = 0;
  const busy = await looks(look, () => {
    memory = Math.max(memory, residentMegabytes(pid));
    return seconds > 0;
  }, Infinity, async () => {
    plan = (await api.get<Plan>(`/plans/${asked.id}`)).body;
    if (plan.state !== 'solving') seconds = (performance.now() - began) / 1000;
  });
  if (plan.state !== 'ready') throw new Error(`a plan came to nothing: ${plan.state}`);
  const greedy = await greedyMeasures(document);
  const { placed, discomfort, largestShare } = plan.measures!;
  const gap = plan.gap!;
  const row = (what: string, ours: number, baseline: number, unit: string, target: string, isMet: boolean): Row => ({ work: `${name}: ${what}`, ours, baseline, unit, ratio: ours / baseline, target, verdict: isMet ? 'met' : 'short' });
  return [
    row(`to ${plan.proven ? 'a proven optimum' : `a gap of ${(gap * 100).toFixed(1)} %`} (limit)`, seconds, mostSeconds, 's', `≤ ${mostSeconds} s, gap ≤ ${mostGap * 100} %`, seconds <= mostSeconds && gap <= mostGap),
    row('placed (greedy planner)', placed, greedy.placed, '', 'no fewer', placed >= greedy.placed),
    row('unsocial minutes (greedy planner)', discomfort, greedy.discomfort, 'min', 'no more where as many are placed', placed > greedy.placed || discomfort <= greedy.discomfort),
    row('worst share (greedy planner)', largestShare, greedy.largestShare, 'min', 'shown', true),
    row('memory of the whole program (limit)', memory, 1024, 'MB', '< 1 GB', memory < 1024),
    row(`slots meanwhile, median of ${busy.length} (idle)`, median(busy), median(idle), 'ms', '≤ 2 ×', median(busy) <= 2 * median(idle)),
    row('the same, 95th of a hundred (idle)', percentile(busy, 0.95), percentile(idle, 0.95), 'ms', 'shown', true),
  ];
}

const zones = ['Europe/Madrid', 'Europe/Paris', 'Europe/Warsaw', 'Europe/Dublin', 'Asia/Singapore', 'Africa/Nairobi'];

/** Milliseconds of each look, one after the other with a pause, until `done`; `also` runs now and then. */
async function looks(look: () => Promise<number>, done: () => boolean, most: number, also: () => Promise<void> = async () => {}): Promise<number[]> {
  const times: number[] = [];
  for (let count = 0; count < most && !done(); count += 1) {
    times.push(await look());
    if (count % 5 === 4) await also();
    await pause(10);
  }
  return times;
}

/** With the process that solves, which is its child; the database, which others share, is not counted. */
function residentMegabytes(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter((child) => child !== '');
  return [String(pid), ...children].reduce((sum, each) => sum + residentOf(each), 0) / 1024;
}

/** Kilobytes; none once it has ended. */
function residentOf(pid: string): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** By the same rules, public holidays included. */
async function greedyMeasures(document: unknown) {
  const situation = situationOf(ProgrammeDocument.parse(document));
  const wish = { sessionIds: situation.sessions.map(({ id }) => id), pins: [], away: [], isMend: false, weights: null };
  const parties = [...situation.sessions.map(({ cluster }) => cluster), ...situation.facilitators];
  const dates = situation.sessions.flatMap(({ phase }) => [phase.startsOn, phase.endsOn]).toSorted();
  const holidays = Object.fromEntries(await Promise.all(parties.map(async ({ id, timeZone }) => {
    const country = countryOf(timeZone);
    return [id, country === null ? [] : (await publicHolidays(country, dates[0]!, dates.at(-1)!)).map(({ date }) => epochDay(date))] as const;
  })));
  const question = timetableQuestion(openScene(situation, wish, { ...NO_RULES, holidays }, Date.now() as Instant));
  return placementMeasures(question, greedyTimetable(question));
}
