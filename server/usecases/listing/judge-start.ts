import type { Judgement } from '../../../shared/api/slots.ts';
import type { Instant } from '../../domain/interval.ts';
import { accept, type Result } from '../../domain/result.ts';
import { decideSlot, type SlotQuestion } from '../../domain/slots.ts';
import type { Queryable } from '../../store/database.ts';
import { findFacilitator } from '../../store/people.ts';
import { situationOfProgramme } from '../../store/situation.ts';
import { actsForFacilitator } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { noSuchFacilitator } from '../programme/change-people.ts';
import { iso } from './represent.ts';
import { slotQuestion, wholePhase } from './slot-question.ts';

const MINUTE_MS = 60_000;

/** What a facilitator asks of an hour in their week: could a session begin here, and if not, what is in its way? */
export async function judgeStart(db: Queryable, call: Call, facilitatorId: string, start: Instant): Promise<Result<Judgement>> {
  const found = await findFacilitator(db, facilitatorId);
  const facilitator = found && { ...found, facilitatorId };
  if (!facilitator || !actsForFacilitator(call.access, facilitator)) return noSuchFacilitator();
  const situation = await situationOfProgramme(db, facilitator.programmeId);
  const open = situation?.sessions.filter(({ state, topicId }) => state === 'open' && facilitator.topicIds.includes(topicId)) ?? [];
  const causes = open.map((session) => causeAt(slotQuestion(situation!, session, { ...wholePhase(session), facilitatorId }, call.now), facilitatorId, start));
  const minutes = situation?.policy.sessionMinutes ?? 0;
  return accept({
    start: iso(start),
    end: iso((start + minutes * MINUTE_MS) as Instant),
    bookable: causes.filter((cause) => cause === null).length,
    reasons: open.length === 0 ? [{ cause: 'no-session', sessions: 0 }] : counted(causes.filter((cause) => cause !== null)),
  });
}

/** Null where the session may begin. A booked session nearby is told apart from one at that very time. */
function causeAt(question: SlotQuestion, facilitatorId: string, start: Instant): string | null {
  const decided = decideSlot(question, facilitatorId, start);
  if (decided.ok) return null;
  if (decided.cause !== 'facilitator-engaged') return decided.cause;
  const end = start + question.policy.sessionMinutes * MINUTE_MS;
  const meets = question.facilitators[0]?.engagements.some(({ span }) => span.start < end && start < span.end);
  return meets ? decided.cause : 'buffer';
}

/** Sessions of other weeks are named only where there is nothing else to say. */
function counted(causes: readonly string[]): Judgement['reasons'] {
  const counts = new Map<string, number>();
  for (const cause of causes) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  if (counts.size > 1) counts.delete('outside-phase');
  return [...counts].map(([cause, sessions]) => ({ cause, sessions })).toSorted((a, b) => b.sessions - a.sessions);
}
