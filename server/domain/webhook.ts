import { addMinutes, type Instant } from './interval.ts';

/**
 * When a message that was not taken is tried again, in minutes after the try before: at once, 5 s, 5 min, 30 min, 2 h, 5 h,
 * 10 h, 14 h, 20 h, 24 h, which is 75.6 hours in all (Standard Webhooks, “deliverability and reliability”).
 */
const PAUSES_MINUTES = [5 / 60, 5, 30, 120, 300, 600, 840, 1200, 1440];

/** Each pause is longer by up to this share of itself, by chance, so that not all come back at one moment. */
const JITTER = 0.1;

/** What came of one try: the receiver's status, or why there was none. */
export type Answer = { readonly status: number } | { readonly fault: string };

export type Verdict =
  | { readonly came: 'delivered' }
  | { readonly came: 'later'; readonly nextTryAt: Instant }
  /** The receiver is to be asked no more. */
  | { readonly came: 'gone' | 'given-up' };

/**
 * What becomes of a message after its try number `tries`, counted from 1. Only 2xx is a yes, a redirect is none; 410 means that
 * nobody listens there any more. `chance`: from 0 to 1.
 */
export function judge(answer: Answer, tries: number, now: Instant, chance: number): Verdict {
  if ('status' in answer && answer.status >= 200 && answer.status < 300) return { came: 'delivered' };
  if ('status' in answer && answer.status === 410) return { came: 'gone' };
  const pause = PAUSES_MINUTES[tries - 1];
  if (pause === undefined) return { came: 'given-up' };
  return { came: 'later', nextTryAt: Math.round(addMinutes(now, pause * (1 + JITTER * chance))) as Instant };
}

/** The secret before the present one signs this much longer, so that a receiver can be changed without a gap. */
export const SECRET_OVERLAP_MINUTES = 24 * 60;

/** The way out to receivers. It answers, whatever they do; what it throws is a fault of ours. */
export type WebhookPost = (url: string, headers: Readonly<Record<string, string>>, body: string) => Promise<Answer>;
