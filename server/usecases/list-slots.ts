import type { GridFilter, GridSlots, SlotFilter, SlotList } from '../../shared/api/slots.ts';
import { epochDay } from '../domain/calendar-date.ts';
import { accept, refuse, type Refusal, type Result } from '../domain/result.ts';
import { explainEmptiness, listSlots } from '../domain/slots.ts';
import type { Queryable } from '../store/database.ts';
import { findProgramme } from '../store/programmes.ts';
import type { SituationReader } from '../store/situation-reader.ts';
import { situationOfProgramme, type Situation, type SituationSession } from '../store/situation.ts';
import { actsForCluster, isParty, takesPart } from './access.ts';
import type { Call } from './call.ts';
import { iso, representSlot } from './represent.ts';
import { slotQuestion, wholePhase, type SlotRange } from './slot-question.ts';
import { noSuchSession } from './take-slot.ts';

const MAXIMUM_DAYS = 370;

/** The free slots of one session; never just none: then with reasons, and what would help. */
export async function slotsOfSession(read: SituationReader, call: Call, sessionId: string, filter: SlotFilter): Promise<Result<SlotList>> {
  const situation = await read(sessionId);
  const session = situation?.sessions[0];
  if (!situation || !session || !mayList(call, situation, session)) return noSuchSession();
  const refused = refuseLongRange(filter);
  if (refused) return refused;
  const range = rangeOf(session, filter);
  const question = slotQuestion(situation, session, range, call.now);
  const slots = listSlots(question);
  return accept({
    now: iso(call.now),
    timeZone: range.timeZone,
    revision: situation.revision,
    slots: slots.map((slot) => representSlot(slot, situation, range.timeZone)),
    ...(slots.length === 0 && {
      reasons: explainEmptiness(question).map(({ cause, slots: count, relaxation }) => ({ cause, slots: count, ...(relaxation && { relaxation: { ...relaxation } }) })),
    }),
  });
}

/** The same for every open session the caller may book, for a grid. */
export async function slotsOfProgramme(db: Queryable, call: Call, programmeId: string, filter: GridFilter): Promise<Result<GridSlots>> {
  const programme = takesPart(call.access, programmeId) ? await findProgramme(db, programmeId) : null;
  if (!programme) return refuse('not-found', 'There is no such programme.');
  const refused = refuseLongRange(filter);
  if (refused) return refused;
  const situation = await situationOfProgramme(db, programmeId);
  const timeZone = filter.timeZone ?? programme.timeZone;
  return accept({
    now: iso(call.now),
    timeZone,
    revision: situation?.revision ?? programme.revision,
    sessions: situation ? slotsOfOpenSessions(situation, call, { ...filter, timeZone }) : [],
  });
}

function slotsOfOpenSessions(situation: Situation, call: Call, filter: GridFilter & { timeZone: string }): GridSlots['sessions'] {
  const sessions = situation.sessions.filter((session) => session.state === 'open' && isWanted(session, filter) && mayList(call, situation, session));
  return sessions.map((session) => {
    const slots = listSlots(slotQuestion(situation, session, rangeOf(session, filter), call.now));
    return { sessionId: session.id, slots: slots.map((slot) => representSlot(slot, situation, filter.timeZone)) };
  });
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

function refuseLongRange({ from, to }: SlotFilter): Refusal | null {
  if (from === undefined || to === undefined) return null;
  if (to < from) return refuse('invalid', 'The range ends before it begins.', { errors: [{ path: 'query.to', message: '`to` must not be before `from`' }] });
  const days = epochDay(to) - epochDay(from) + 1;
  if (days <= MAXIMUM_DAYS) return null;
  return refuse('invalid', `Ask for ${MAXIMUM_DAYS} days at most.`, { errors: [{ path: 'query.to', message: `the range has ${days} days; ${MAXIMUM_DAYS} at most` }] });
}
