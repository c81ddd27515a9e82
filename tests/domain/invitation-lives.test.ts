import { invitations, isSameCompany, stampAfter, type BookingRevision, type Person } from '../../server/domain/invitation.ts';
import type { Instant } from '../../server/domain/interval.ts';
import { at, maria, nairobi, pablo, span } from '../mail/an-invitation.ts';

const singapore: Person = { ...nairobi, id: 'fac_singapore', name: 'MPA, Singapore', email: 'singapore@mpa.example', timeZone: 'Asia/Singapore' };
const now = at('2026-03-16T08:00:00Z');

const booked: BookingRevision = {
  bookingId: 'boo_1', uid: 'one@visavis.example', sequence: 0, stampedAt: stampAfter(now, null), createdAt: now,
  span: hour(9), status: 'confirmed', facilitator: nairobi, representatives: [maria],
};

function hour(utc: number) {
  return span(`2026-03-24T${String(utc).padStart(2, '0')}:00:00Z`, `2026-03-24T${String(utc + 1).padStart(2, '0')}:00:00Z`);
}

/** Every message of a life, as one line each; all edits in the same second. */
function told(first: BookingRevision, edits: readonly Partial<BookingRevision>[]): string[] {
  const lines = linesOf(null, first);
  let before = first;
  for (const edit of edits) {
    const after = { ...before, ...edit, sequence: before.sequence + 1, stampedAt: stampAfter(now, before.stampedAt) };
    lines.push(...linesOf(before, after));
    before = after;
  }
  return lines;
}

function linesOf(before: BookingRevision | null, after: BookingRevision): string[] {
  const stamp = new Date(after.stampedAt).toISOString().slice(14, 19);
  return invitations(before, after).map(({ method, person, sequence, isEdit }) => `${sequence} ${stamp} ${person.email.split('@')[0]} ${method}${isEdit ? ', an edit' : ''}`);
}

const made = ['0 00:00 nairobi REQUEST', '0 00:00 maria REQUEST'];

describe('the messages of a booking’s whole life, with SEQUENCE and DTSTAMP', () => {
  const lives: [string, Partial<BookingRevision>[], string[]][] = [
    ['made', [], []],
    ['moved', [{ span: hour(10) }], ['1 00:01 nairobi REQUEST, an edit', '1 00:01 maria REQUEST, an edit']],
    ['given to another facilitator', [{ facilitator: singapore }], ['1 00:01 nairobi CANCEL, an edit', '1 00:01 singapore REQUEST, an edit', '1 00:01 maria REQUEST, an edit']],
    ['given to another and back', [{ facilitator: singapore }, { facilitator: nairobi }], [
      '1 00:01 nairobi CANCEL, an edit', '1 00:01 singapore REQUEST, an edit', '1 00:01 maria REQUEST, an edit',
      '2 00:02 singapore CANCEL, an edit', '2 00:02 nairobi REQUEST, an edit', '2 00:02 maria REQUEST, an edit']],
    ['joined by a representative', [{ representatives: [maria, pablo] }], ['1 00:01 nairobi REQUEST, an edit', '1 00:01 maria REQUEST, an edit', '1 00:01 pablo REQUEST, an edit']],
    ['left by its only representative', [{ representatives: [] }], ['1 00:01 maria CANCEL, an edit', '1 00:01 nairobi REQUEST, an edit']],
    ['cancelled', [{ status: 'cancelled' }], ['1 00:01 nairobi CANCEL', '1 00:01 maria CANCEL']],
    ['moved five times, then cancelled', [...[10, 11, 12, 13, 14].map((utc) => ({ span: hour(utc) })), { status: 'cancelled' as const }], [
      ...[1, 2, 3, 4, 5].flatMap((n) => [`${n} 00:0${n} nairobi REQUEST, an edit`, `${n} 00:0${n} maria REQUEST, an edit`]),
      '6 00:06 nairobi CANCEL', '6 00:06 maria CANCEL']],
    ['given to another facilitator, then cancelled', [{ facilitator: singapore }, { status: 'cancelled' }], [
      '1 00:01 nairobi CANCEL, an edit', '1 00:01 singapore REQUEST, an edit', '1 00:01 maria REQUEST, an edit', '2 00:02 singapore CANCEL', '2 00:02 maria CANCEL']],
  ];
  it.each(lives)('%s', (_name, edits, expected) => {
    expect(told(booked, edits)).toEqual([...made, ...expected]);
  });

  it('booked again: a booking of its own, under its own UID, from 0', () => {
    const again = { ...booked, bookingId: 'boo_2', uid: 'two@visavis.example' };
    expect(told(again, [])).toEqual(made);
    expect(() => invitations({ ...booked, status: 'cancelled' }, again)).toThrow('revision 0 of booking boo_2 does not follow 0 of boo_1');
  });
});

describe('people who are the same to their calendars', () => {
  const cases: [string, Person[], boolean][] = [
    ['the same in another order', [nairobi, maria], true],
    ['somebody with another language and zone', [{ ...maria, language: 'fr', timeZone: 'Europe/Paris' }, nairobi], true],
    ['an address in other case', [{ ...maria, email: 'MARIA@madrid.example' }, nairobi], true],
    ['another name', [{ ...maria, name: 'María Ortega Ruiz' }, nairobi], false],
    ['another address', [{ ...maria, email: 'm@madrid.example' }, nairobi], false],
    ['one more', [maria, pablo, nairobi], false],
    ['one less', [nairobi], false],
  ];
  it.each(cases)('are told apart from others: %s', (_name, people, expected) => {
    expect(isSameCompany([maria, nairobi], people)).toBe(expected);
  });
});

it('never gives two revisions one stamp, whatever the clock does', () => {
  const stamps = [5000, 4000, 5999, 9000].reduce<Instant[]>((all, clock) => [...all, stampAfter(clock as Instant, all.at(-1) ?? null)], []);
  expect(stamps).toEqual([5000, 6000, 7000, 9000]);
});
