import { invitations, stampAfter } from '../../server/domain/invitation.ts';
import type { BookingRevision, Person } from '../../server/domain/invitation.ts';
import type { Instant } from '../../server/domain/interval.ts';

const nairobi: Person = { id: 'f1', role: 'facilitator', name: 'Nairobi', email: 'nairobi@quercus.example', language: 'en', timeZone: 'Africa/Nairobi' };
const singapore: Person = { ...nairobi, id: 'f2', name: 'Singapore', email: 'singapore@mpa.example', timeZone: 'Asia/Singapore' };
const maria: Person = { id: 'r1', role: 'representative', name: 'María', email: 'maria@madrid.example', language: 'es', timeZone: 'Europe/Madrid' };
const pablo: Person = { ...maria, id: 'r2', name: 'Pablo', email: 'pablo@madrid.example' };

const made: BookingRevision = {
  bookingId: 'b1',
  uid: 'u1@visavis.example',
  sequence: 0,
  stampedAt: 1_000_000 as Instant,
  createdAt: 1_000_000 as Instant,
  span: { start: 5_000_000 as Instant, end: 8_600_000 as Instant },
  status: 'confirmed',
  facilitator: nairobi,
  representatives: [maria, pablo],
};

/** The next revision of it. */
function next(before: BookingRevision, changes: Partial<BookingRevision>): BookingRevision {
  return { ...before, sequence: before.sequence + 1, stampedAt: before.stampedAt + 1000 as Instant, ...changes };
}

const moved = next(made, { span: { start: 6_000_000 as Instant, end: 9_600_000 as Instant } });
const cancelled = next(made, { status: 'cancelled' });

describe('who is told what', () => {
  const cases: [string, BookingRevision | null, BookingRevision, string[]][] = [
    ['a booking just made', null, made, ['REQUEST nairobi@quercus.example 0', 'REQUEST maria@madrid.example 0', 'REQUEST pablo@madrid.example 0']],
    ['one that is moved', made, moved, ['REQUEST nairobi@quercus.example 1', 'REQUEST maria@madrid.example 1', 'REQUEST pablo@madrid.example 1']],
    ['one given to another facilitator', made, next(made, { facilitator: singapore }),
      ['CANCEL nairobi@quercus.example 1', 'REQUEST singapore@mpa.example 1', 'REQUEST maria@madrid.example 1', 'REQUEST pablo@madrid.example 1']],
    ['one given to another facilitator at another hour', made, next(made, { facilitator: singapore, span: moved.span }),
      ['CANCEL nairobi@quercus.example 1', 'REQUEST singapore@mpa.example 1', 'REQUEST maria@madrid.example 1', 'REQUEST pablo@madrid.example 1']],
    ['one with a representative more', { ...made, representatives: [maria] }, next(made, {}),
      ['REQUEST nairobi@quercus.example 1', 'REQUEST maria@madrid.example 1', 'REQUEST pablo@madrid.example 1']],
    ['one with a representative less', made, next(made, { representatives: [maria] }),
      ['CANCEL pablo@madrid.example 1', 'REQUEST nairobi@quercus.example 1', 'REQUEST maria@madrid.example 1']],
    ['one whose representative has a new address', made, next(made, { representatives: [{ ...maria, email: 'm.ortega@madrid.example' }, pablo] }),
      ['CANCEL maria@madrid.example 1', 'REQUEST nairobi@quercus.example 1', 'REQUEST m.ortega@madrid.example 1', 'REQUEST pablo@madrid.example 1']],
    ['one whose address was only written otherwise', made, next(made, { representatives: [{ ...maria, email: 'Maria@Madrid.example' }, pablo] }),
      ['REQUEST nairobi@quercus.example 1', 'REQUEST Maria@Madrid.example 1', 'REQUEST pablo@madrid.example 1']],
    ['one whose representative left, while another has their address', made, next(made, { representatives: [{ ...maria, id: 'r9' }, pablo] }),
      ['REQUEST nairobi@quercus.example 1', 'REQUEST maria@madrid.example 1', 'REQUEST pablo@madrid.example 1']],
    ['one that is cancelled', made, cancelled, ['CANCEL nairobi@quercus.example 1', 'CANCEL maria@madrid.example 1', 'CANCEL pablo@madrid.example 1']],
    ['one that was moved, then cancelled', moved, next(moved, { status: 'cancelled' }),
      ['CANCEL nairobi@quercus.example 2', 'CANCEL maria@madrid.example 2', 'CANCEL pablo@madrid.example 2']],
    ['one that stays cancelled', cancelled, next(cancelled, {}), []],
    ['one that has not changed', made, made, []],
    ['a cluster without representatives', null, { ...made, representatives: [] }, ['REQUEST nairobi@quercus.example 0']],
    ['a facilitator who also represents the cluster', null, { ...made, representatives: [maria, { ...pablo, email: 'Nairobi@quercus.example' }] },
      ['REQUEST nairobi@quercus.example 0', 'REQUEST maria@madrid.example 0']],
  ];
  it.each(cases)('tells of %s', (_name, before, after, expected) => {
    expect(invitations(before, after).map(({ method, person, sequence }) => `${method} ${person.email} ${sequence}`)).toEqual(expected);
  });

  it('says whose message it is, whole', () => {
    expect(invitations(null, { ...made, representatives: [] })).toEqual([{ bookingId: 'b1', sequence: 0, method: 'REQUEST', person: nairobi, isEdit: false }]);
  });

  it.each([
    ['another booking', next(made, { bookingId: 'b2' })],
    ['another UID', next(made, { uid: 'u2@visavis.example' })],
    ['a SEQUENCE that falls', { ...next(made, {}), sequence: -1 }],
    ['a DTSTAMP that does not rise', next(made, { stampedAt: made.stampedAt })],
  ])('takes %s for no revision of this one', (_name, after) => {
    expect(() => invitations(made, after)).toThrow(/does not follow 0 of b1/);
  });
});

describe('the stamp of a revision', () => {
  it.each([
    ['the first', 1_700_000_000_999, null, 1_700_000_000_000],
    ['one made later', 1_700_000_009_400, 1_700_000_000_000, 1_700_000_009_000],
    ['one made in the same second', 1_700_000_000_999, 1_700_000_000_000, 1_700_000_001_000],
    ['one made while the clock stood behind', 1_699_999_000_000, 1_700_000_000_000, 1_700_000_001_000],
  ])('is in whole seconds and later than the last: %s', (_name, now, last, expected) => {
    expect(stampAfter(now as Instant, last as Instant | null)).toBe(expected);
  });
});
