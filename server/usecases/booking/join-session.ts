import { createHash } from 'node:crypto';
import type { Instant, Interval } from '../../domain/interval.ts';
import { joinState, meetingAddress } from '../../domain/meeting.ts';
import type { Queryable } from '../../store/database.ts';
import { findMeeting } from '../../store/meetings.ts';
import type { Settings } from '../call.ts';

/** What the join page shows. `address` only while the meeting may be entered. */
export interface Meeting {
  readonly state: 'early' | 'open' | 'over' | 'cancelled';
  readonly address: string | null;
  readonly span: Interval;
  readonly topic: string;
  readonly cluster: Side;
  readonly facilitator: Side;
}

interface Side {
  readonly name: string;
  readonly timeZone: string;
}

/** The one link into a session that invitations, files and feeds carry: it stays the same wherever the session meets in the end. */
export function newJoinUrl(settings: Settings): string {
  return `${settings.publicUrl}/join/${settings.newId('join').slice('join_'.length)}`;
}

/** The meeting behind a join link; null when there is none. */
export async function meetingOf(db: Queryable, joinKey: string, now: Instant): Promise<Meeting | null> {
  const found = await findMeeting(db, joinKey);
  if (!found) return null;
  const { places, status, ...shown } = found;
  const state = status === 'cancelled' ? 'cancelled' : joinState(found.span, now);
  return { ...shown, state, address: state === 'open' ? meetingAddress(places, roomOf(joinKey)) : null };
}

/** A name nobody can guess, which does not tell whoever runs the meeting rooms where its join page is. */
function roomOf(joinKey: string): string {
  return createHash('sha256').update(`room ${joinKey}`).digest('hex').slice(0, 32);
}
