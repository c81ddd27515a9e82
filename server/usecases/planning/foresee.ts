import type { Foresight } from '../../../shared/api/foresight.ts';
import { WALL_DAY, epochDay } from '../../domain/calendar-date.ts';
import { union, type Instant } from '../../domain/interval.ts';
import { accept, type Result } from '../../domain/result.ts';
import { listSlots, type Slot } from '../../domain/slots.ts';
import { capacityOf, clockChanges } from '../../domain/timetable/capacity.ts';
import { localDay, wallToInstant } from '../../domain/wall-time.ts';
import { countryOf, publicHolidays } from '../../holidays/public-holidays.ts';
import type { Queryable } from '../../store/database.ts';
import { findRules } from '../../store/planning-rules.ts';
import { findProgramme, type StoredProgramme } from '../../store/programmes.ts';
import type { Situation, SituationFacilitator, SituationSession } from '../../store/situation.ts';
import { coordinates } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { noSuchProgramme } from '../programme/change-programme.ts';
import { whyUnplaced } from './plan-reasons.ts';
import { readSolvable } from './plan-reads.ts';
import { choicesOf, openScene } from './plan-scene.ts';
import { iso } from '../listing/represent.ts';
import { slotQuestion, wholePhase } from '../listing/slot-question.ts';
import type { Solvable } from './solve-timetable.ts';

/** What is coming: common hours, clock changes, public holidays, supply against demand, and what cannot fit. */
export async function foresee(db: Queryable, call: Call, programmeId: string): Promise<Result<Foresight>> {
  if (!coordinates(call.access, programmeId)) return noSuchProgramme();
  const programme = await findProgramme(db, programmeId);
  if (!programme) return noSuchProgramme();
  const nothing = { now: iso(call.now), pairs: [], clockChanges: [], holidays: [], supply: [], phases: [], unfit: [] };
  const solvable = await readWhole(db, call, programmeId);
  if (!solvable) return accept(nothing);
  const { holidaysWorked } = await findRules(db, programmeId);
  const { rules, situation } = solvable;
  return accept({
    ...nothing,
    pairs: pairsOf(situation, programme, rules.holidays),
    clockChanges: changesOfClocks(situation, programme),
    holidays: await holidaysOf(situation, programme, new Set(holidaysWorked)),
    ...supplyOf(situation, call.now),
    unfit: unfitOf(solvable),
  });
}

/** With every open session to place; null while there is none at all. */
async function readWhole(db: Queryable, { now }: Call, programmeId: string): Promise<Solvable | null> {
  const wish = { sessionIds: [], moving: [], pins: [], away: [], isMend: false, weights: null };
  const solvable = await readSolvable(db, { programmeId, wish }, now).catch(() => null);
  return solvable && { ...solvable, wish: { ...wish, sessionIds: solvable.situation.sessions.filter(({ state }) => state === 'open').map(({ id }) => id) } };
}

/** By cluster and facilitator, as epoch days of their own zones. */
type Holidays = Solvable['rules']['holidays'];

/** Before anything is booked, and whatever time it is: what hours, zones and public holidays alone allow. */
function pairsOf(situation: Situation, { startsOn }: StoredProgramme, holidays: Holidays): Foresight['pairs'] {
  const empty = { ...situation, policy: { ...situation.policy, minimumNoticeMinutes: 0 }, engagements: [], facilitators: situation.facilitators.map((each) => ({ ...each, busy: [] })) };
  const before = (epochDay(startsOn) - 2) * WALL_DAY as Instant;
  return oneOfEach(situation.sessions, ({ phase, cluster }) => `${phase.id} ${cluster.id}`).flatMap((session) => {
    const topics = new Set(situation.sessions.filter((each) => each.phase.id === session.phase.id && each.cluster.id === session.cluster.id).map(({ topicId }) => topicId));
    const facilitators = empty.facilitators.filter(({ topicIds }) => topicIds.some((topic) => topics.has(topic)));
    const anyTopic = { ...empty, facilitators: facilitators.map((each) => ({ ...each, topicIds: [session.topicId] })) };
    const slots = listSlots(slotQuestion(anyTopic, session, wholePhase(session), before));
    return facilitators.map((facilitator) => pairOf(session, facilitator, slots.filter(({ facilitatorId }) => facilitatorId === facilitator.id), holidays));
  });
}

function pairOf({ phase, cluster }: SituationSession, facilitator: SituationFacilitator, slots: readonly Slot[], holidays: Holidays): Foresight['pairs'][number] {
  const isOff = (start: Instant) => [cluster, facilitator].some(({ id, timeZone }) => holidays[id]?.includes(localDay(start, timeZone)));
  const waking = slots.filter(({ comfort }) => comfort.cluster !== 'night');
  const common = slots.filter(({ comfort }) => comfort.cluster === 'day' && comfort.facilitator === 'day').filter(({ start }) => !isOff(start));
  return {
    phaseId: phase.id, clusterId: cluster.id, facilitatorId: facilitator.id,
    commonMinutes: minutesOf(common), wakingMinutes: minutesOf(waking), commonStarts: common.length, wakingStarts: waking.length,
  };
}

/** Overlapping slots count once. */
function minutesOf(slots: readonly Slot[]): number {
  return union(slots).reduce((sum, { start, end }) => sum + (end - start) / 60_000, 0);
}

function changesOfClocks(situation: Situation, { timeZone, startsOn, endsOn }: StoredProgramme): Foresight['clockChanges'] {
  const from = wallToInstant(epochDay(startsOn) * WALL_DAY, timeZone);
  const until = wallToInstant((epochDay(endsOn) + 1) * WALL_DAY, timeZone);
  const clusters = clustersOf(situation);
  const zones = [...new Set([timeZone, ...clusters.map((each) => each.timeZone), ...situation.facilitators.map((each) => each.timeZone)])];
  return zones.flatMap((zone) => clockChanges(zone, from, until).map(({ at, before, after }) => ({
    timeZone: zone, at: iso(at), before, after,
    clusterIds: clusters.filter((each) => each.timeZone === zone).map(({ id }) => id),
    facilitatorIds: situation.facilitators.filter((each) => each.timeZone === zone).map(({ id }) => id),
  }))).toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

async function holidaysOf(situation: Situation, { startsOn, endsOn }: StoredProgramme, worked: ReadonlySet<string>): Promise<Foresight['holidays']> {
  const clusters = clustersOf(situation);
  const countries = [...new Set([...clusters, ...situation.facilitators].flatMap(({ timeZone }) => countryOf(timeZone) ?? []))];
  const found = await Promise.all(countries.map((country) => publicHolidays(country, startsOn, endsOn)));
  return found.flat().map(({ country, date, name, englishName }) => ({
    key: `${country} ${date}`, country, date, name, englishName, worked: worked.has(`${country} ${date}`),
    clusterIds: idsIn(clusters, country), facilitatorIds: idsIn(situation.facilitators, country),
  })).toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

function idsIn(parties: readonly { id: string; timeZone: string }[], country: string): string[] {
  return parties.filter(({ timeZone }) => countryOf(timeZone) === country).map(({ id }) => id);
}

function supplyOf(situation: Situation, now: Instant): Pick<Foresight, 'supply' | 'phases'> {
  const supply = oneOfEach(situation.sessions, ({ phase, topicId }) => `${phase.id} ${topicId}`).map((session) => {
    const facilitators = situation.facilitators.filter(({ topicIds }) => topicIds.includes(session.topicId));
    return {
      phaseId: session.phase.id, topicId: session.topicId, facilitators: facilitators.length,
      demand: situation.sessions.filter((each) => each.phase.id === session.phase.id && each.topicId === session.topicId && each.state === 'open').length,
      supply: given(situation, session, facilitators, now),
    };
  });
  const phases = oneOfEach(situation.sessions, ({ phase }) => phase.id).map((session) => {
    const topics = new Set(situation.sessions.filter(({ phase }) => phase.id === session.phase.id).map(({ topicId }) => topicId));
    const facilitators = situation.facilitators.filter(({ topicIds }) => topicIds.some((topic) => topics.has(topic)));
    return {
      phaseId: session.phase.id,
      demand: situation.sessions.filter((each) => each.phase.id === session.phase.id && each.state === 'open').length,
      supply: given(situation, session, facilitators, now),
    };
  });
  return { supply, phases };
}

function given(situation: Situation, session: SituationSession, facilitators: readonly SituationFacilitator[], now: Instant): number {
  const anyone = { ...situation, facilitators: facilitators.map((each) => ({ ...each, topicIds: [session.topicId] })) };
  const question = slotQuestion(anyone, session, wholePhase(session), now);
  return question.facilitators.reduce((sum, facilitator) => sum + capacityOf(question, facilitator), 0);
}

function unfitOf({ situation, wish, rules, topicNames, now }: Solvable): Foresight['unfit'] {
  const scene = openScene(situation, wish, rules, now);
  return scene.sessions.filter((session) => choicesOf(scene, session).length === 0).map((session) => ({
    sessionId: session.id, clusterId: session.cluster.id, topicId: session.topicId, reason: whyUnplaced(scene, session, 0, topicNames[session.topicId] ?? ''),
  }));
}

function clustersOf({ sessions }: Situation): SituationSession['cluster'][] {
  return oneOfEach(sessions, ({ cluster }) => cluster.id).map(({ cluster }) => cluster);
}

function oneOfEach<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
