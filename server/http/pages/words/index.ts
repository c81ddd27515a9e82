import type { Language } from '../../../domain/invitation.ts';
import { da } from './da.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { pl } from './pl.ts';

/** Every sentence of the pages that links in mails open, in one language. `clock` is a time of day, `city` where it holds. */
export interface PageWords {
  readonly signIn: {
    readonly title: string;
    readonly lead: string;
    readonly button: string;
    readonly code: string;
    readonly codeHint: string;
    readonly wrongCode: string;
    readonly gone: string;
    readonly goneHint: string;
    readonly again: string;
  };
  readonly join: {
    readonly opensAt: (clock: string, city: string) => string;
    readonly enter: string;
    readonly over: string;
    readonly cancelled: string;
    readonly nowThere: (clock: string) => string;
    readonly unknown: string;
    readonly unknownHint: string;
  };
  readonly manage: {
    readonly needs: string;
    readonly join: string;
    readonly moved: string;
    readonly wasCancelled: string;
    readonly cancelled: string;
    readonly bookAgain: string;
    readonly begun: string;
    readonly move: string;
    readonly moveHint: string;
    readonly noSlots: string;
    readonly reason: string;
    readonly moveButton: string;
    readonly cancel: string;
    readonly cancelHint: string;
    readonly cancelQuestion: string;
    readonly cancelButton: string;
    readonly keep: string;
    readonly personal: (name: string) => string;
    readonly end: string;
    readonly endHint: string;
    readonly endButton: string;
    readonly ended: string;
    readonly endedHint: string;
    readonly signIn: string;
    readonly taken: string;
    readonly stale: string;
    readonly refused: string;
    readonly chooseOne: string;
  };
}

export const pageWords: Readonly<Record<Language, PageWords>> = { en, es, fr, pl, da };
