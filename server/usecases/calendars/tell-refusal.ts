import type { BookedSession } from '../../domain/invitation-content.ts';
import type { Person } from '../../domain/invitation.ts';
import type { Instant } from '../../domain/interval.ts';
import type { Correspondent, Notice, RefusalNotice } from '../../domain/notice.ts';
import type { Tx } from '../../store/database.ts';
import { bookedSession } from '../../store/deliveries-content.ts';
import { invitedAt } from '../../store/deliveries.ts';
import { insertNotices } from '../../store/letters.ts';
import { findProgramme } from '../../store/programmes.ts';
import { markRefusalTold, type Answered } from '../../store/replies.ts';
import { listStaff } from '../../store/staff.ts';
import { asSystem, type Own } from '../signing-in/access.ts';

/**
 * Somebody's calendar says that they will not come, or asks for another time: coordinators are told, and the cluster is offered to move
 * the session, which stands. Once for each hour, however often the calendar changes its mind, so that no answer, forged or not, makes us
 * write without end; and to whoever answered only where the answer was shown to be theirs.
 */
export async function tellRefusal(tx: Tx, answered: Answered, { newId, now }: { newId(prefix: string): string; now: Instant }): Promise<void> {
  if (answered.isRefusalTold || (answered.reply !== 'declined' && !answered.wantsOtherTime)) return;
  const programmeId = asSystem(answered.programmeId);
  const booking = { id: answered.bookingId, programmeId };
  const [session, programme] = [await bookedSession(tx, booking), await findProgramme(tx, answered.programmeId)];
  if (!session || !programme) return;
  const coordinators = await listStaff(tx, 'coordinators', programmeId);
  const representatives = (await invitedAt(tx, { ...booking, sequence: session.sequence })).filter(({ role }) => role === 'representative');
  const notice = (recipient: Correspondent, content: RefusalNotice): Own<Notice> => ({
    id: newId('ltr'), programmeId, recipient: { name: recipient.name, email: recipient.email, language: recipient.language }, content,
  });
  await insertNotices(tx, [
    ...coordinators.map((each) => notice(each, contentFor(answered, session, { timeZone: each.timeZone ?? programme.timeZone, mayMove: false }))),
    ...representatives.filter(({ id }) => answered.isVerified || id !== answered.person.id).map((each) => notice(each, contentFor(answered, session, { ...each, mayMove: true }))),
  ], now);
  await markRefusalTold(tx, answered.deliveryId);
}

/** Who moves is led to the times to choose from. */
function contentFor(
  { isVerified, person, wantsOtherTime }: Answered, { cluster, programme, sessionId, span, topic }: BookedSession,
  { id, mayMove, timeZone }: Partial<Pick<Person, 'id'>> & { mayMove: boolean; timeZone: string },
): RefusalNotice {
  return {
    kind: 'refusal', programme, cluster: cluster.name, topic, span, timeZone, mayMove, isVerified,
    who: id === person.id ? null : person.name,
    answer: wantsOtherTime ? 'other-time' : 'declined',
    path: mayMove ? `/book/${sessionId}?move=1` : `/sessions/${sessionId}`,
  };
}
