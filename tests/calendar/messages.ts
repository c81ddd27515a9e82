import type { Invitation } from '../../server/domain/invitation-content.ts';
import { anInvitation, maria, nairobi, pablo, span } from '../mail/an-invitation.ts';

/** What people, and people who mean no good, write into names and notes. */
export const nasty: readonly (readonly [string, string])[] = [
  ['quotes', 'Ada "the Countess" Lovelace’s \'notes\''],
  ['semicolons, colons, commas, backslashes', 'a;b:c,d\\e\\n;f^g'],
  ['several lines', 'first\r\nsecond\rthird\n\nfifth'],
  ['emoji', '👩‍👩‍👧‍👦 and 🇵🇱, 👋🏽'.repeat(12)],
  ['Polish', 'Zażółć gęślą jaźń w Łodzi '.repeat(9).trim()],
  ['decomposed letters', 'Jose\u0301 Nu\u0301n\u0303ez'],
  ['control characters', 'a\u0000b\u0007c\u001bd\u009ce'],
  ['half a surrogate pair', 'a\ud83d b\udc4b c'],
  ['an injected event', 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil\r\nATTENDEE:mailto:victim@example.org'],
  ['an injected header', 'x\r\nBcc: victim@example.org\r\n\r\nhello'],
  ['markup', '<img src=x onerror=alert(1)><script>alert(2)</script> & "quoted"'],
  ['right to left', 'שלום \u202eevil\u202c عالم'],
  ['5,000 characters', 'ąbcdefgh🙂 '.repeat(500)],
];

/** Every kind of message there is. */
export const messages: readonly (readonly [string, Invitation])[] = [
  ['made', anInvitation()],
  ['made, to the facilitator', anInvitation({ recipient: nairobi })],
  ['moved', anInvitation({ session: { sequence: 1 }, lastTold: { span: span('2026-03-23T09:00:00Z', '2026-03-23T10:00:00Z'), topic: 'Cluster economics', facilitator: nairobi.name } })],
  ['changed', anInvitation({ session: { sequence: 1, reason: 'She is ill.' }, lastTold: { span: anInvitation().session.span, topic: 'Cluster economics', facilitator: 'Anne' } })],
  ['changed, after they have answered', anInvitation({ attendees: [nairobi, { ...maria, answered: 'accepted' }, { ...pablo, answered: 'tentative' }], session: { sequence: 1 }, lastTold: { span: anInvitation().session.span, topic: 'Money', facilitator: nairobi.name } })],
  ['cancelled', anInvitation({ method: 'CANCEL', session: { sequence: 2, status: 'cancelled' } })],
  ['removed', anInvitation({ method: 'CANCEL', recipient: pablo, attendees: [pablo], session: { sequence: 3 } })],
  ['over midnight', anInvitation({ session: { span: span('2026-03-24T22:30:00Z', '2026-03-24T23:30:00Z') } })],
  ['over a clock change', anInvitation({ session: { span: span('2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z') } })],
  ...nasty.map(([name, text]) => [`with ${name}`, anInvitation({
    recipient: { ...maria, name: text },
    attendees: [{ ...nairobi, name: text }, { ...maria, name: text }],
    session: { topic: text, programme: text, needs: text, reason: text, cluster: { name: text, timeZone: 'Europe/Warsaw' }, facilitator: { name: text, timeZone: 'Asia/Singapore' } },
  })] as const),
];
