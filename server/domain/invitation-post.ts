import type { Letter } from './invitation-content.ts';

/**
 * What came of handing a letter to a mail server: it took it; it will not take it, because of the address (`bounced`) or of
 * the letter (`failed`); or it may take it later. `error` is for people: short, without addresses and secrets.
 */
export type PostAnswer =
  | { readonly verdict: 'sent' }
  | { readonly verdict: 'bounced' | 'failed' | 'later'; readonly error: string };

/** A way out for letters. It answers, whatever the mail server does; what it throws is a fault of ours. */
export interface Postman {
  post(letter: Letter): Promise<PostAnswer>;
  close(): void;
}
