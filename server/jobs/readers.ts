import type { BusyAnswer, BusyQuestion } from '../calendar/read/busy-times.ts';
import type { Received } from '../domain/reply.ts';
import { runApart } from './apart.ts';

/** Reads a calendar that somebody else has written. Never rejects for what is the calendar's fault. */
export type ReadBusy = (bytes: Uint8Array, question: BusyQuestion) => Promise<BusyAnswer>;

/** Reads what somebody sent us: a calendar object alone, of a Content-Type that may say its `method`, or a mail. */
export type ReadIncoming = (form: 'calendar' | 'mail', bytes: Uint8Array, method?: string | null) => Promise<Received>;

/** `script`: the built `calendar/busy-worker`. */
export function busyReader(script: string): ReadBusy {
  return async (bytes, question) => await runApart<BusyAnswer>(script, { bytes, question }) ?? { ok: false, fault: 'too-much' };
}

/** `script`: the built `mail/mail-worker`; `authority`: see `readMail`. */
export function incomingReader(script: string, authority: string | null): ReadIncoming {
  return async (form, bytes, method = null) => await runApart<Received>(script, { form, bytes, authority, method }) ?? { came: 'nothing', fault: 'too-much' };
}
