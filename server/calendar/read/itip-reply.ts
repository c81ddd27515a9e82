import type { Answer, Reply, ReplyFault } from '../../domain/reply.ts';
import type { Instant } from '../../domain/interval.ts';
import { cleanText } from '../clean-text.ts';
import { line, linesOf, readCalendars, word, type Component } from './components.ts';
import { textOf, UnreadableCalendar, type ContentLine } from './content-lines.ts';
import { readTime } from './times.ts';

const WANTED = { components: ['VEVENT'], lines: ['METHOD', 'UID', 'SEQUENCE', 'DTSTAMP', 'ATTENDEE', 'COMMENT'], maximumEvents: 20 };
const LONGEST_COMMENT = 500;

export type ReadReply = { readonly ok: true; readonly reply: Reply } | { readonly ok: false; readonly fault: ReplyFault };

/**
 * Reads an iTIP answer. ORGANIZER may be missing (outlook.com), SEQUENCE too (KDE), `mailto:` may be written as it likes.
 * `method`: of the MIME part, for where the calendar has none of its own. `sender`: the mail's From, in lower case; null when
 * there is no mail. Who answers is the one ATTENDEE, or among several the sender.
 */
export function readReply(bytes: Uint8Array, method: string | null, sender: string | null): ReadReply {
  const calendar = firstCalendar(bytes);
  const event = calendar?.parts[0];
  if (!calendar || !event) return { ok: false, fault: 'not-a-reply' };
  const said = word(calendar, 'METHOD') || method?.toUpperCase() || '';
  if (said !== 'REPLY' && said !== 'COUNTER') return { ok: false, fault: 'not-an-answer' };
  const attendee = attendeeOf(event, sender);
  const uid = line(event, 'UID')?.value;
  if (!attendee || !uid || uid.length > 500) return { ok: false, fault: 'whose' };
  if (sender !== null && addressOf(attendee) !== sender) return { ok: false, fault: 'other-sender' };
  return {
    ok: true,
    reply: {
      uid, sequence: sequenceOf(event), stampedAt: stampOf(event), attendee: addressOf(attendee)!,
      answer: said === 'COUNTER' ? 'other-time' : answerOf(attendee), comment: commentOf(event),
    },
  };
}

function firstCalendar(bytes: Uint8Array): Component | null {
  try {
    return readCalendars(textOf(bytes), WANTED)[0] ?? null;
  } catch (error) {
    if (error instanceof UnreadableCalendar) return null;
    throw error;
  }
}

function attendeeOf(event: Component, sender: string | null): ContentLine | null {
  const attendees = linesOf(event, 'ATTENDEE').filter((each) => addressOf(each) !== null);
  const addresses = new Set(attendees.map(addressOf));
  if (addresses.size === 1) return attendees[0]!;
  return attendees.find((each) => sender !== null && addressOf(each) === sender) ?? null;
}

/** `mailto:` in any case, or an address alone. */
function addressOf({ value }: ContentLine): string | null {
  const address = value.replace(/^mailto:/i, '').trim().toLowerCase();
  return /^[^\s@<>,;:"]{1,64}@[^\s@<>,;:"]{1,190}$/.test(address) ? address : null;
}

function answerOf({ params }: ContentLine): Answer {
  const answers: Record<string, Answer> = { ACCEPTED: 'accepted', DECLINED: 'declined', TENTATIVE: 'tentative' };
  const said = params.get('PARTSTAT')?.toUpperCase() ?? '';
  return Object.hasOwn(answers, said) ? answers[said]! : 'noted';
}

function sequenceOf(event: Component): number | null {
  const said = line(event, 'SEQUENCE')?.value ?? '';
  return /^\d{1,9}$/.test(said) ? Number(said) : null;
}

/** DTSTAMP is in UTC (RFC 5545 §3.8.7.2); one that is not says nothing. */
function stampOf(event: Component): Instant | null {
  const said = line(event, 'DTSTAMP');
  const time = said && readTime(said.value, said.params);
  return time && time.zone === null ? time.wall as Instant : null;
}

function commentOf(event: Component): string | null {
  const said = line(event, 'COMMENT')?.value.replaceAll(/\\([nN,;\\])/g, (_, character: string) => (character.toLowerCase() === 'n' ? '\n' : character));
  const clean = cleanText((said ?? '').slice(0, LONGEST_COMMENT)).trim();
  return clean === '' ? null : clean;
}
