import type { Instant, Interval } from './interval.ts';
import type { Invitation } from './invitation-content.ts';
import type { Language } from './invitation.ts';

/** A letter beside the invitations of bookings, before it is written: to whom, and what it says. */
export interface Notice extends NoticeToWrite {
  readonly programmeId: string;
}

/** All that its letter is made of. */
export interface NoticeToWrite {
  readonly id: string;
  readonly recipient: Correspondent;
  readonly content: NoticeContent;
}

export interface Correspondent {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** `path`: where its link leads, below our address. */
export type NoticeContent =
  | { readonly kind: 'slot-freed'; readonly programme: string; readonly topic: string; readonly path: string }
  | { readonly kind: 'question'; readonly programme: string; readonly cluster: string; readonly topic: string; readonly path: string; readonly asker: { readonly name: string; readonly email: string }; readonly text: string }
  | { readonly kind: 'colleague'; readonly programme: string; readonly cluster: string; readonly inviter: string; readonly path: string }
  | { readonly kind: 'hours-asked'; readonly programme: string; readonly cluster: string; readonly path: string }
  | RefusalNotice
  | PlacesKeptNotice
  | SwapNotice
  | LastInvitation
  | WebhookOffNotice;

/** A receiver takes nothing any more. Its host only: its path may hold a secret. */
export interface WebhookOffNotice {
  readonly kind: 'webhook-off';
  readonly webhookId: string;
  readonly host: string;
  readonly because: 'gone' | 'given-up';
}

/** A message about a booking that is no more: nothing could be read when it is written, so that it has everything with it. */
export interface LastInvitation {
  readonly kind: 'invitation';
  readonly invitation: Invitation;
}

/** Somebody will not come, or asks for another time; the booking stands. `timeZone`: in which its reader is told the hour. */
export interface RefusalNotice {
  readonly kind: 'refusal';
  readonly programme: string;
  readonly cluster: string;
  readonly topic: string;
  readonly path: string;
  /** Null: its reader themselves. */
  readonly who: string | null;
  readonly answer: 'declined' | 'other-time';
  /** It was shown to come from them. */
  readonly isVerified: boolean;
  readonly span: Interval;
  readonly timeZone: string;
  /** Its reader may choose another time. */
  readonly mayMove: boolean;
}

/** A published plan keeps times for a cluster until it confirms them. Times are told in `timeZone`, its reader's. */
export interface PlacesKeptNotice {
  readonly kind: 'places-kept';
  readonly programme: string;
  readonly cluster: string;
  readonly path: string;
  readonly until: Instant;
  readonly timeZone: string;
  readonly places: readonly { readonly topic: string; readonly facilitator: string; readonly span: Interval }[];
}

/** One cluster asks another to change places, or has its answer. Neither learns who the other is. */
export interface SwapNotice {
  readonly kind: 'swap-asked' | 'swap-answered';
  readonly what: 'asked' | 'agreed' | 'declined' | 'withdrawn';
  readonly programme: string;
  readonly topic: string;
  readonly path: string;
  readonly timeZone: string;
  /** The reader's place before, and the one that they would have, or wanted. */
  readonly own: Interval;
  readonly other: Interval;
  readonly facilitator: string;
  readonly note: string | null;
}
