import type { Instant } from './interval.ts';

/** What one person's calendar says to one invitation (RFC 5546 §3.2.3, §3.2.7). */
export interface Reply {
  readonly uid: string;
  /** Of the revision that is answered; null where a calendar leaves it out. */
  readonly sequence: number | null;
  /** When it was written, by the clock of whoever wrote it. */
  readonly stampedAt: Instant | null;
  /** In lower case. */
  readonly attendee: string;
  readonly answer: Answer;
  readonly comment: string | null;
}

/** `other-time`: a COUNTER. `noted`: what we know no meaning for (DELEGATED, NEEDS-ACTION, …). */
export type Answer = 'accepted' | 'declined' | 'tentative' | 'other-time' | 'noted';

export type ReplyFault =
  /** Neither a calendar nor a mail with one in it. */
  | 'not-a-reply'
  /** It asks or tells something instead of answering. */
  | 'not-an-answer'
  /** Nobody, or more than one person, answers. */
  | 'whose'
  /** The mail is from somebody else than it answers for. */
  | 'other-sender'
  | 'too-much';

/** What came in by one mail or request. */
export type Received =
  | { readonly came: 'reply'; readonly reply: Reply; readonly isVerified: boolean }
  /** A mail of ours, by its Message-ID, could not be delivered (RFC 3464). */
  | { readonly came: 'bounce'; readonly messageId: string; readonly status: string }
  | { readonly came: 'nothing'; readonly fault: ReplyFault };

/** What is kept of the last answer to one invitation. */
export interface KeptReply {
  readonly reply: 'accepted' | 'declined' | 'tentative' | 'none';
  readonly wantsOtherTime: boolean;
  readonly stampedAt: Instant | null;
  readonly isVerified: boolean;
  readonly comment: string | null;
}

/** Why an answer changes nothing. */
export type Passed = 'repeated' | 'outdated' | 'unverified' | 'noted';

/**
 * An answer after another to the same invitation: the newer counts, by when it was written (RFC 5546 §2.1.5), and one that
 * nobody vouches for never takes the place of one that somebody does. A clock that is ahead counts as now, so that it does not
 * outlast the next answer.
 */
export function afterReply(kept: KeptReply, { answer, comment, stampedAt }: Reply, isVerified: boolean, now: Instant): KeptReply | Passed {
  if (answer === 'noted') return 'noted';
  const stamp = Math.min(stampedAt ?? now, now) as Instant;
  if (kept.stampedAt !== null && stamp < kept.stampedAt) return 'outdated';
  if (kept.isVerified && !isVerified) return 'unverified';
  const after: KeptReply = {
    reply: answer === 'other-time' ? kept.reply : answer, wantsOtherTime: answer === 'other-time', stampedAt: stamp, isVerified, comment,
  };
  const isSame = kept.stampedAt !== null && kept.reply === after.reply && kept.wantsOtherTime === after.wantsOtherTime && kept.isVerified === isVerified;
  return isSame ? 'repeated' : after;
}
