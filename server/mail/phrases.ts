import type { News } from '../domain/invitation-content.ts';
import type { Language } from '../domain/invitation.ts';
import { da } from './languages/da.ts';
import { en } from './languages/en.ts';
import { es } from './languages/es.ts';
import { fr } from './languages/fr.ts';
import { pl } from './languages/pl.ts';

/** Every sentence of a mail in one language; one that lacks a sentence does not compile. */
export interface Phrases {
  /** For Intl: dates in words, 24-hour clock. */
  readonly locale: string;
  /** Between a name and what follows. */
  readonly colon: string;
  /** Between names, which may have commas in them. */
  readonly semicolon: string;
  readonly subject: Readonly<Record<News, (topic: string, when: string) => string>>;
  readonly heading: Readonly<Record<News, string>>;
  readonly newTime: string;
  readonly oldTime: string;
  readonly topic: string;
  readonly with: string;
  /** Behind the new facilitator's name. */
  readonly insteadOf: (name: string) => string;
  readonly people: string;
  readonly needs: (cluster: string) => string;
  readonly reason: string;
  readonly join: string;
  readonly openSession: string;
  readonly bookAgain: string;
  /** Behind an end that falls on the next date. */
  readonly nextDay: string;
  readonly footer: (programme: string) => string;
}

export const phrases: Readonly<Record<Language, Phrases>> = { en, es, fr, pl, da };
