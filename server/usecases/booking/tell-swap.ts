import type { PartyAccess } from '../../domain/access.ts';
import type { SwapNotice } from '../../domain/notice.ts';
import { attendees } from '../../store/attendees.ts';
import type { StoredBooking } from '../../store/bookings.ts';
import type { Tx } from '../../store/database.ts';
import { insertNotices } from '../../store/letters.ts';
import { findProgramme } from '../../store/programmes.ts';
import { findTopic } from '../../store/plan-parts.ts';
import { findSession } from '../../store/sessions.ts';
import type { Call } from '../call.ts';

interface SwapTold {
  readonly what: SwapNotice['what'];
  /** The reader's booking as it was, and the one whose place it would have. */
  readonly own: StoredBooking;
  readonly other: StoredBooking;
  readonly note?: string | null;
}

/** Tells one side of a swap what the other has done. */
export async function tellSwap(tx: Tx, call: Call, programmeId: PartyAccess, { what, own, other, note = null }: SwapTold): Promise<void> {
  const [programme, session] = [await findProgramme(tx, programmeId), await findSession(tx, own.sessionId)];
  const topic = session && await findTopic(tx, session.topicId);
  if (!programme || !topic) return;
  const { facilitator, representatives } = await attendees(tx, { programmeId, facilitatorId: other.facilitatorId, clusterId: own.clusterId });
  await insertNotices(tx, representatives.map(({ name, email, language, timeZone }) => ({
    id: call.settings.newId('ltr'), programmeId, recipient: { name, email, language },
    content: {
      kind: what === 'asked' ? 'swap-asked' : 'swap-answered', what, programme: programme.name, topic: topic.name, path: `/sessions/${own.sessionId}`,
      timeZone, own: own.span, other: other.span, facilitator: facilitator.name, note,
    },
  })), call.now);
}
