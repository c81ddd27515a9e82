import type { Language } from './invitation.ts';

/** A letter that is no invitation, before it is written: to whom, and what it says. */
export interface Notice {
  readonly id: string;
  readonly programmeId: string;
  readonly recipient: { readonly name: string; readonly email: string; readonly language: Language };
  readonly content: NoticeContent;
}

/** `path`: where its link leads, below our address. */
export type NoticeContent =
  | { readonly kind: 'slot-freed'; readonly programme: string; readonly topic: string; readonly path: string }
  | { readonly kind: 'question'; readonly programme: string; readonly cluster: string; readonly topic: string; readonly path: string; readonly asker: { readonly name: string; readonly email: string }; readonly text: string }
  | { readonly kind: 'colleague'; readonly programme: string; readonly cluster: string; readonly inviter: string; readonly path: string };
