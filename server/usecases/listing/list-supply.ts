import type { Supply } from '../../../shared/api/coordination.ts';
import { accept, type Result } from '../../domain/result.ts';
import { explainEmptiness, listSlots, type Slot } from '../../domain/slots.ts';
import { isComfortable, openMinutes } from '../../domain/supply.ts';
import type { Queryable } from '../../store/database.ts';
import { findProgramme } from '../../store/programmes.ts';
import { situationOfProgramme, type Situation, type SituationSession } from '../../store/situation.ts';
import { coordinates } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { noSuchProgramme } from '../programme/change-programme.ts';
import { iso } from './represent.ts';
import { slotQuestion, wholePhase } from './slot-question.ts';

interface OpenSession {
  session: SituationSession;
  slots: Slot[];
}

/** What is still free against what is still to be booked, for whoever runs the programme. */
export async function supplyOfProgramme(db: Queryable, call: Call, programmeId: string): Promise<Result<Supply>> {
  if (!coordinates(call.access, programmeId) || !await findProgramme(db, programmeId)) return noSuchProgramme();
  const situation = await situationOfProgramme(db, programmeId);
  return accept(situation ? supplyOf(situation, call) : { now: iso(call.now), sessions: [], phases: [], topics: [] });
}

function supplyOf(situation: Situation, call: Call): Supply {
  const open = situation.sessions.filter(({ state }) => state === 'open').map((session): OpenSession => ({
    session, slots: listSlots(slotQuestion(situation, session, wholePhase(session), call.now)),
  }));
  const topicIds = [...new Set(situation.sessions.map(({ topicId }) => topicId))];
  return {
    now: iso(call.now),
    sessions: open.map((each) => sessionSupply(situation, each, call)),
    phases: phasesOf(situation, open),
    topics: topicIds.map((topicId) => ({ topicId, openMinutes: openMinutesOf(open.filter(({ session }) => session.topicId === topicId)) })),
  };
}

function sessionSupply(situation: Situation, { session, slots }: OpenSession, call: Call): Supply['sessions'][number] {
  const counts = { sessionId: session.id, free: slots.length, comfortable: slots.filter(isComfortable).length };
  if (slots.length > 0) return counts;
  const reasons = explainEmptiness(slotQuestion(situation, session, { ...wholePhase(session), outsideHours: false }, call.now));
  return { ...counts, reasons: reasons.map(({ cause, slots: count, relaxation }) => ({ cause, slots: count, ...(relaxation && { relaxation: { ...relaxation } }) })) };
}

function phasesOf(situation: Situation, open: readonly OpenSession[]): Supply['phases'] {
  const { sessionMinutes } = situation.policy;
  const phaseIds = [...new Set(situation.sessions.map(({ phase }) => phase.id))];
  return phaseIds.map((phaseId) => {
    const ours = open.filter(({ session }) => session.phase.id === phaseId);
    const booked = situation.sessions.filter(({ phase, state }) => phase.id === phaseId && (state === 'booked' || state === 'done')).length;
    return { phaseId, demandMinutes: ours.length * sessionMinutes, openMinutes: openMinutesOf(ours), bookedMinutes: booked * sessionMinutes };
  });
}

function openMinutesOf(open: readonly OpenSession[]): number {
  return openMinutes(open.map(({ session, slots }) => ({ topicId: session.topicId, phaseId: session.phase.id, slots })));
}
