import type { Instant } from '../../domain/interval.ts';
import { listSlots } from '../../domain/slots.ts';
import { appendChanges } from '../../store/changes.ts';
import type { Database } from '../../store/database.ts';
import { insertNotices } from '../../store/letters.ts';
import { situationOfSession } from '../../store/situation.ts';
import { deleteWait, noteLook, waitContent, waitsToLookAt, type DueWait } from '../../store/waiting.ts';
import type { Settings } from '../call.ts';
import { ofSystem } from '../signing-in/access.ts';
import { sessionChanged } from './slot-changes.ts';
import { slotQuestion, wholePhase } from '../listing/slot-question.ts';

const BATCH = 50;

/** Looks again at sessions that people wait for, and tells them of times that have come free. Returns how many were told. */
export async function tellWaiting(db: Database, settings: Settings, now: Instant): Promise<number> {
  let told = 0;
  for (const wait of await waitsToLookAt(db, BATCH)) {
    if (await hasSlots(db, wait, now)) told += await tell(db, settings, wait, now);
    else await db.transaction((tx) => noteLook(tx, wait));
  }
  return told;
}

async function hasSlots(db: Database, { sessionId, outsideHours }: DueWait, now: Instant): Promise<boolean> {
  const situation = await situationOfSession(db, sessionId);
  const session = situation?.sessions[0];
  if (!situation || !session) return false;
  return !isToBook(session.state) || listSlots(slotQuestion(situation, session, { ...wholePhase(session), outsideHours }, now)).length > 0;
}

function isToBook(state: string): boolean {
  return state === 'open' || state === 'missed';
}

/** The wait's row decides who tells, where several processes look; a session that has been booked or waived meanwhile needs no telling. */
async function tell(db: Database, settings: Settings, wait: DueWait, now: Instant): Promise<number> {
  const { sessionId, personId } = wait;
  const session = ofSystem({ id: sessionId, programmeId: wait.programmeId });
  return db.transaction(async (tx) => {
    if (!await deleteWait(tx, session, personId)) return 0;
    const content = await waitContent(tx, session, personId);
    if (!content || !isToBook(content.state)) return 0;
    const { programme, clusterId, topicId, topic, person } = content;
    await insertNotices(tx, [{ id: settings.newId('ltr'), programmeId: session.programmeId, recipient: person, content: { kind: 'slot-freed', programme, topic, path: `/book/${sessionId}` } }], now);
    const changed = sessionChanged({ id: sessionId, clusterId, topicId, state: content.state }, [], 'system');
    appendChanges(tx, session.programmeId, [{ ...changed, data: { ...changed.data, freed: true } }], now);
    return 1;
  });
}
