import { compiled } from '../support/plain-question.ts';
import type { Instant } from '../../server/domain/interval.ts';
import { decideSlot, listSlots } from '../../server/domain/slots.ts';
import { at, between, engaged, questionOf, slotsOf, startsOf, timesOf, type Case } from '../support/slot-case.ts';

const MONDAY = { zone: 'UTC', from: '2026-06-01', available: '09:00-12:00', policy: { sessionMinutes: 30, slotStepMinutes: 30 } } satisfies Case;

describe('busy time', () => {
  it.each([
    ['unsorted', [between('2026-06-01T11:00Z', '2026-06-01T11:30Z'), between('2026-06-01T09:00Z', '2026-06-01T10:00Z')], ['10:00', '10:30', '11:30']],
    ['nested', [between('2026-06-01T09:00Z', '2026-06-01T11:00Z'), between('2026-06-01T09:30Z', '2026-06-01T10:00Z')], ['11:00', '11:30']],
    ['touching', [between('2026-06-01T09:30Z', '2026-06-01T10:00Z'), between('2026-06-01T10:00Z', '2026-06-01T11:00Z')], ['09:00', '11:00', '11:30']],
    ['of no length', [between('2026-06-01T09:15Z', '2026-06-01T09:15Z')], ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30']],
    ['for a millisecond', [between('2026-06-01T09:29:59.999Z', '2026-06-01T09:30Z')], ['09:30', '10:00', '10:30', '11:00', '11:30']],
    ['for years', [between('2020-01-01T00:00Z', '2030-01-01T00:00Z')], []],
  ])('case 18: may be %s', (_, busy, times) => {
    const before = structuredClone(busy);
    expect(timesOf({ ...MONDAY, busy })).toEqual(times);
    expect(busy).toEqual(before);
  });

  it('case 19: a slot may fill a gap exactly, and none is longer than its window', () => {
    const busy = [between('2026-06-01T09:00Z', '2026-06-01T10:00Z'), between('2026-06-01T11:00Z', '2026-06-01T12:00Z')];
    expect(timesOf({ ...MONDAY, busy, policy: { sessionMinutes: 60, slotStepMinutes: 30 } })).toEqual(['10:00']);
    expect(timesOf({ ...MONDAY, busy, policy: { sessionMinutes: 61, slotStepMinutes: 30 } })).toEqual([]);
    expect(timesOf({ ...MONDAY, policy: { sessionMinutes: 180, slotStepMinutes: 30 } })).toEqual(['09:00']);
    expect(timesOf({ ...MONDAY, policy: { sessionMinutes: 181, slotStepMinutes: 30 } })).toEqual([]);
  });

  it.each([
    // A session needs half an hour free before it: busy until 10:00 forbids 10:00, not 10:30.
    [30, 0, ['09:00', '10:30', '11:00', '11:30']],
    // … or after it: busy from 09:30 forbids 09:00, and busy until 10:00 does not forbid 10:00.
    [0, 30, ['10:00', '10:30', '11:00', '11:30']],
    [0, 0, ['09:00', '10:00', '10:30', '11:00', '11:30']],
    [10, 10, ['10:30', '11:00', '11:30']],
  ])('case 23: buffers of %i minutes before and %i after', (bufferBeforeMinutes, bufferAfterMinutes, times) => {
    expect(timesOf({
      ...MONDAY, busy: [between('2026-06-01T09:30Z', '2026-06-01T10:00Z')],
      policy: { sessionMinutes: 30, slotStepMinutes: 30, bufferBeforeMinutes, bufferAfterMinutes },
    })).toEqual(times);
  });

  it('case 24: just outside the range it reaches in by the buffers', () => {
    const policy = { sessionMinutes: 30, slotStepMinutes: 30, bufferBeforeMinutes: 30, bufferAfterMinutes: 45 };
    const times = timesOf({
      ...MONDAY, available: '00:00-24:00', policy,
      busy: [between('2026-05-31T23:00Z', '2026-06-01T00:00Z'), between('2026-06-02T00:00Z', '2026-06-02T01:00Z')],
    });
    expect([times[0], times.at(-1), times.length]).toEqual(['00:30', '22:30', 45]);
  });

  it('says how old it is where it is too old', () => {
    const busyAsOf = at('2026-05-30T08:00Z');
    const facilitators = [{ id: 'ann', busyAsOf }, { id: 'bob' }];
    expect(slotsOf({ ...MONDAY, facilitators, available: '09:00-09:30' }).map((slot) => [slot.facilitatorId, slot.busyAsOf])).toEqual([
      ['ann', busyAsOf], ['bob', undefined],
    ]);
  });
});

describe('notice', () => {
  it.each([
    ['2026-06-01T09:59:59.999Z', 0, ['10:00', '10:30', '11:00', '11:30']],
    ['2026-06-01T10:00:00.001Z', 0, ['10:30', '11:00', '11:30']],
    ['2026-06-01T09:00:30Z', 60, ['10:30', '11:00', '11:30']],
    ['2026-06-01T09:00:00Z', 60, ['10:00', '10:30', '11:00', '11:30']],
    ['2026-06-01T09:00:00Z', 1440, []],
  ])('case 22: at %s with %i minutes, seconds count', (now, minimumNoticeMinutes, times) => {
    expect(timesOf({ ...MONDAY, now, policy: { ...MONDAY.policy, minimumNoticeMinutes } })).toEqual(times);
  });

  it('case 22: is elapsed time on the day of the change', () => {
    expect(startsOf({
      zone: 'Europe/Berlin', from: '2026-03-29', available: '00:00-06:00', now: '2026-03-28T23:00:01Z',
      policy: { minimumNoticeMinutes: 120 },
    })).toEqual(['Sun 29 04:00 +02:00', 'Sun 29 05:00 +02:00']);
  });
});

describe('other sessions', () => {
  it('keep the facilitator with the buffers of both', () => {
    expect(timesOf({
      ...MONDAY, engagements: [engaged('2026-06-01T10:00Z', '2026-06-01T10:30Z', 0, 15)],
      policy: { sessionMinutes: 30, slotStepMinutes: 15, bufferBeforeMinutes: 0, bufferAfterMinutes: 15 },
    })).toEqual(['09:00', '09:15', '10:45', '11:00', '11:15', '11:30']);
  });

  it('keep the cluster without buffers', () => {
    expect(timesOf({
      ...MONDAY, cluster: { engagements: [engaged('2026-06-01T10:00Z', '2026-06-01T10:30Z', 60, 60)] },
      policy: { sessionMinutes: 30, slotStepMinutes: 30, bufferBeforeMinutes: 30, bufferAfterMinutes: 30 },
    })).toEqual(['09:00', '09:30', '10:30', '11:00', '11:30']);
  });

  it('case 26: a session that moves by half an hour is not in its own way', () => {
    const own = engaged('2026-06-01T10:00Z', '2026-06-01T11:00Z');
    const policy = { sessionMinutes: 60, slotStepMinutes: 30 };
    const asked = (engagements: readonly typeof own[]) =>
      decideSlot(compiled(questionOf({ ...MONDAY, policy, engagements, cluster: { engagements } })), 'ann', at('2026-06-01T10:30Z'));
    expect(asked([own])).toEqual({ ok: false, cause: 'facilitator-engaged' });
    expect(asked([])).toEqual({ ok: true, slot: {
      start: at('2026-06-01T10:30Z'), end: at('2026-06-01T11:30Z'), facilitatorId: 'ann', outsideHours: [], comfort: { cluster: 'day', facilitator: 'day' },
    } });
  });
});

describe('day limits', () => {
  const singapore = { zone: 'Asia/Singapore', from: '2026-06-01', to: '2026-06-02', available: '06:00-08:00 20:00-22:00' };
  // 07:00 on Monday in Singapore is still Sunday in New York.
  const early = [engaged('2026-05-31T23:00Z', '2026-06-01T00:00Z')];

  it('case 28: the facilitator’s are dates of the facilitator', () => {
    expect(startsOf({ ...singapore, engagements: early, policy: { maximumPerFacilitatorPerDay: 1 } })).toEqual([
      'Tue 02 06:00 +08:00', 'Tue 02 07:00 +08:00', 'Tue 02 20:00 +08:00', 'Tue 02 21:00 +08:00',
    ]);
  });

  it('case 28: the cluster’s are dates of the cluster', () => {
    expect(startsOf({
      ...singapore, cluster: { timeZone: 'America/New_York', engagements: early }, policy: { maximumPerClusterPerDay: 1 },
      phase: { startsOn: '2026-05-30', endsOn: '2026-06-03' },
    })).toEqual([
      'Mon 01 20:00 +08:00', 'Mon 01 21:00 +08:00',
      'Tue 02 06:00 +08:00', 'Tue 02 07:00 +08:00', 'Tue 02 20:00 +08:00', 'Tue 02 21:00 +08:00',
    ]);
  });

  it('leave room until they are reached', () => {
    const two = [...early, engaged('2026-06-01T12:00Z', '2026-06-01T13:00Z')];
    const times = (maximum: number) => startsOf({ ...singapore, to: '2026-06-01', engagements: two, policy: { maximumPerFacilitatorPerDay: maximum } });
    expect(times(2)).toEqual([]);
    expect(times(3)).toEqual(['Mon 01 06:00 +08:00', 'Mon 01 21:00 +08:00']);
  });
});

describe('several facilitators', () => {
  it('case 25: each start names who can, nobody’s grid is another’s, no two share a slot', () => {
    const facilitators = [
      { id: 'bob', availability: { rules: [{ days: [1], from: '09:15', to: '10:30' }], overrides: [] } as const },
      { id: 'ann', availability: { rules: [{ days: [1], from: '09:00', to: '10:00' }], overrides: [] } as const },
      { id: 'cat', availability: { rules: [{ days: [1], from: '10:00', to: '11:00' }], overrides: [] } as const },
    ];
    const slots = slotsOf({ ...MONDAY, facilitators, policy: { sessionMinutes: 60, slotStepMinutes: 15 } });
    expect(slots.map(({ start, facilitatorId }) => [new Date(start).toISOString().slice(11, 16), facilitatorId])).toEqual([
      ['09:00', 'ann'], ['09:15', 'bob'], ['09:30', 'bob'], ['10:00', 'cat'],
    ]);
  });

  it('case 25: of one hour, they come by id in code-point order', () => {
    const facilitators = ['z', 'Z', '\u{1F600}', '\uFB01', 'a10', 'a1', ''].map((id) => ({ id }));
    expect(slotsOf({ ...MONDAY, available: '09:00-09:30', facilitators }).map(({ facilitatorId }) => facilitatorId)).toEqual([
      '', 'Z', 'a1', 'a10', 'z', '\uFB01', '\u{1F600}',
    ]);
  });
});

describe('a start that is asked for', () => {
  const question = compiled(questionOf({ ...MONDAY, phase: { startsOn: '2026-06-01', endsOn: '2026-06-02' } }));

  it.each([
    ['bob', at('2026-06-01T09:00Z'), 'no-facilitator'],
    ['ann', at('2026-05-31T09:00Z'), 'outside-phase'],
    ['ann', at('2026-06-02T23:45Z'), 'outside-phase'],
    ['ann', Number.NaN as Instant, 'outside-phase'],
    ['ann', Number.POSITIVE_INFINITY as Instant, 'outside-phase'],
    ['ann', at('2026-06-01T08:30Z'), 'outside-availability'],
    ['ann', at('2026-06-01T11:45Z'), 'outside-availability'],
    ['ann', at('2026-06-01T09:15Z'), 'off-grid'],
    ['ann', at('2026-06-01T09:00:00.001Z'), 'off-grid'],
    ['ann', at('2026-06-01T09:30Z') + 0.5 as Instant, 'off-grid'],
  ])('of %s at %d is refused as %s', (facilitatorId, start, cause) => {
    expect(decideSlot(question, facilitatorId, start)).toEqual({ ok: false, cause });
  });

  it('may lie on any day of the phase, whatever range was listed', () => {
    expect(decideSlot(question, 'ann', at('2026-06-02T09:00Z')).ok).toBe(true);
  });
});

describe('what no programme can have', () => {
  it.each<[string, Partial<Case>]>([
    ['a step of nothing', { policy: { slotStepMinutes: 0 } }],
    ['sessions of nothing', { policy: { sessionMinutes: 0 } }],
    ['half minutes', { policy: { sessionMinutes: 7.5 } }],
    ['a negative buffer', { policy: { bufferAfterMinutes: -1 } }],
    ['a limit of none', { policy: { maximumPerClusterPerDay: 0 } }],
    ['371 days', { from: '2026-01-01', to: '2027-01-06' }],
    ['a range that ends before it starts', { from: '2026-06-02', to: '2026-06-01' }],
    ['no date', { from: '2026-6-1' }],
    ['an unknown zone', { viewerZone: 'Mars/Olympus' }],
    ['hours that end before they start', { cluster: { workingHours: { from: '17:00', to: '09:00' } }, outsideHours: false }],
  ])('%s is a range error', (_, changes) => {
    expect(() => slotsOf({ ...MONDAY, ...changes })).toThrow(RangeError);
  });

  it('370 days are allowed', () => {
    expect(listSlots(compiled(questionOf({ ...MONDAY, from: '2026-01-01', to: '2027-01-05', policy: {}, available: '09:00-10:00' })))).toHaveLength(370);
  });
});
