import type { GridFilter, GridSlots, SlotFilter, SlotList } from '../../../shared/api/slots.ts';
import { epochDay } from '../../domain/calendar-date.ts';
import type { Instant } from '../../domain/interval.ts';
import { accept, refuse, type Refusal, type Result } from '../../domain/result.ts';
import { explainEmptiness, listSlots } from '../../domain/slots.ts';
import type { Queryable } from '../../store/database.ts';
import { findProgramme } from '../../store/programmes.ts';
import { situationOfProgramme, type Situation, type SituationSession } from '../../store/situation.ts';
import { actsForCluster, isParty, takesPart, type ProgrammeAccess } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { keptOrMade, staysUntil, type Kept, type Listings } from './listings.ts';
import { iso, representSlots } from './represent.ts';
import { slotQuestion, wholePhase, type SlotRange } from './slot-question.ts';
import { noSuchSession } from '../booking/take-slot.ts';

const MAXIMUM_DAYS = 370;

/** A list as it was at `now`. The same list is the same object, for as long as it stays as it is. */
export interface Listed<List extends object> {
  readonly now: string;
  readonly list: Omit<List, 'now'>;
}

/** The free slots of one session; never just none: then with reasons, and what would help. */
export async function slotsOfSession(listings: Listings, call: Call, sessionId: string, filter: SlotFilter): Promise<Result<Listed<SlotList>>> {
  const refused = refuseLongRange(filter);
  if (refused) return refused;
  const revision = await listings.revisionOfSession(sessionId);
  if (revision === null) return noSuchSession();
  const listed = await keptOrMade(listings, keyOf([sessionId], filter), revision, call.now, async () => {
    const situation = await listings.situations(sessionId);
    return situation && listOfSession(situation, situation.sessions[0]!, filter, call.now);
  });
  if (!listed?.situation || !mayList(call, listed.situation, listed.situation.sessions[0]!)) return noSuchSession();
  return accept({ now: iso(call.now), list: listed.list });
}

function listOfSession(situation: Situation, session: SituationSession, filter: SlotFilter, now: Instant): Made<SlotList> {
  const range = rangeOf(session, filter);
  const question = slotQuestion(situation, session, range, now);
  const slots = listSlots(question);
  const list = {
    timeZone: range.timeZone,
    revision: situation.revision,
    slots: representSlots(slots, situation, range.timeZone),
    ...(slots.length === 0 && {
      reasons: explainEmptiness(question).map(({ cause, slots: count, relaxation }) => ({ cause, slots: count, ...(relaxation && { relaxation: { ...relaxation } }) })),
    }),
  };
  return { kept: { revision: situation.revision, until: staysUntil(situation, slots, now), situation, list }, size: slots.length };
}

/** The same for every open session the caller may book, for a grid. */
export async function slotsOfProgramme(listings: Listings, call: Call, programmeId: string, filter: GridFilter): Promise<Result<Listed<GridSlots>>> {
  const refused = refuseLongRange(filter);
  if (refused) return refused;
  if (!takesPart(call.access, programmeId)) return noSuchProgramme();
  const revision = await listings.revisionOfProgramme(programmeId);
  if (revision === null) return noSuchProgramme();
  const listed = await keptOrMade(listings, keyOf([programmeId, call.access], filter), revision, call.now, () => gridOf(listings, call, programmeId, filter));
  return listed ? accept({ now: iso(call.now), list: listed.list }) : noSuchProgramme();
}

async function gridOf({ db }: Listings, call: Call, programmeId: ProgrammeAccess, filter: GridFilter): Promise<Made<GridSlots> | null> {
  const situation = await situationOfProgramme(db, programmeId);
  if (!situation) return emptyGrid(db, call, programmeId, filter);
  const timeZone = filter.timeZone ?? situation.timeZone;
  const wanted = situation.sessions.filter((session) => session.state === 'open' && isWanted(session, filter) && mayList(call, situation, session));
  const lists = wanted.map((session) => ({ session, slots: listSlots(slotQuestion(situation, session, rangeOf(session, { ...filter, timeZone }), call.now)) }));
  const sessions = lists.map(({ session, slots }) => ({ sessionId: session.id, slots: representSlots(slots, situation, timeZone) }));
  const untils = lists.map(({ slots }) => staysUntil(situation, slots, call.now));
  return {
    kept: { revision: situation.revision, until: Math.min(staysUntil(situation, [], call.now), ...untils) as Instant, situation: null, list: { timeZone, revision: situation.revision, sessions } },
    size: sessions.reduce((sum, { slots }) => sum + slots.length, sessions.length),
  };
}

/** Of a programme that has no sessions yet. */
async function emptyGrid(db: Queryable, { now }: Call, programmeId: string, filter: GridFilter): Promise<Made<GridSlots> | null> {
  const programme = await findProgramme(db, programmeId);
  if (!programme) return null;
  const { revision } = programme;
  return { kept: { revision, until: now, situation: null, list: { timeZone: filter.timeZone ?? programme.timeZone, revision, sessions: [] } }, size: 0 };
}

/** A list just made, and how many slots it holds. */
interface Made<List extends object> {
  readonly kept: Kept<Omit<List, 'now'>>;
  readonly size: number;
}

/** Who asks, where it matters, stands apart from what is asked for: both name clusters and facilitators. */
function keyOf(whose: readonly unknown[], filter: object): string {
  return JSON.stringify([...whose, ...Object.entries(filter).toSorted()]);
}

/** Its cluster, whoever runs the programme, and the facilitators who teach it. */
function mayList({ access }: Call, situation: Situation, session: SituationSession): boolean {
  const { programmeId } = situation;
  if (actsForCluster(access, { programmeId, clusterId: session.cluster.id })) return true;
  return access.role === 'facilitator' && isParty(access, { programmeId, facilitatorId: access.facilitatorId })
    && situation.facilitators.some((each) => each.id === access.facilitatorId && each.topicIds.includes(session.topicId));
}

function isWanted(session: SituationSession, filter: GridFilter): boolean {
  return (filter.clusterId ?? session.cluster.id) === session.cluster.id
    && (filter.topicId ?? session.topicId) === session.topicId
    && (filter.phaseId ?? session.phase.id) === session.phase.id;
}

/** Without dates: the session's whole phase. */
function rangeOf(session: SituationSession, filter: SlotFilter): SlotRange {
  const phase = wholePhase(session);
  return {
    from: filter.from ?? phase.from,
    to: filter.to ?? (filter.from !== undefined && filter.from > phase.to ? filter.from : phase.to),
    timeZone: filter.timeZone ?? phase.timeZone,
    outsideHours: filter.outsideHours === '1',
    facilitatorId: filter.facilitatorId,
  };
}

function noSuchProgramme(): Refusal {
  return refuse('not-found', 'There is no such programme.');
}

function refuseLongRange({ from, to }: SlotFilter): Refusal | null {
  if (from === undefined || to === undefined) return null;
  if (to < from) return refuse('invalid', 'The range ends before it begins.', { errors: [{ path: 'query.to', message: '`to` must not be before `from`' }] });
  const days = epochDay(to) - epochDay(from) + 1;
  if (days <= MAXIMUM_DAYS) return null;
  return refuse('invalid', `Ask for ${MAXIMUM_DAYS} days at most.`, { errors: [{ path: 'query.to', message: `the range has ${days} days; ${MAXIMUM_DAYS} at most` }] });
}
