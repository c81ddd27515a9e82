import type { WorkingHours } from '../../server/domain/programme.ts';
import { explainEmptiness } from '../../server/domain/slots.ts';
import { compiled } from '../support/plain-question.ts';
import { between, engaged, EVERY_DAY, questionOf, slotsOf, timesOf, type Case } from '../support/slot-case.ts';

const MONDAY = { zone: 'Europe/Madrid', from: '2026-06-01', available: '06:00-21:00' } satisfies Case;

function asked(from: string, workingHours: WorkingHours | null) {
  return timesOf({ ...MONDAY, from, outsideHours: false, cluster: { workingHours } });
}

function reasonsOf(given: Case) {
  return explainEmptiness(compiled(questionOf(given)));
}

describe('working hours', () => {
  it('of a cluster are 09:00–17:00, Monday to Friday, unless it says otherwise', () => {
    expect(asked('2026-06-01', null)).toEqual(['09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00']);
    expect(asked('2026-06-06', null)).toEqual([]);
    expect(asked('2026-06-01', { from: '08:30', to: '11:00' })).toEqual(['09:00', '10:00']);
    expect(asked('2026-06-06', { from: '08:30', to: '11:00' })).toEqual([]);
    expect(asked('2026-06-06', { from: '08:30', to: '11:00', days: [6] })).toEqual(['09:00', '10:00']);
  });

  it('are one span of one date: around the clock is not across midnight', () => {
    expect(timesOf({
      ...MONDAY, outsideHours: false, available: '00:00-24:00', phase: { startsOn: '2026-05-31', endsOn: '2026-06-02' },
      cluster: { workingHours: { from: '00:00', to: '24:00', days: EVERY_DAY } }, policy: { sessionMinutes: 120, slotStepMinutes: 60 },
    }).slice(-2)).toEqual(['21:00', '22:00']);
  });

  it('of both sides are named when slots outside are asked for', () => {
    const facilitators = [{ id: 'ann', timeZone: 'Africa/Nairobi', workingHours: { from: '10:00', to: '18:00' }, availability: {
      rules: [{ days: [1] as const, from: '07:00', to: '22:00' }], overrides: [],
    } }];
    // Nairobi is an hour ahead of Madrid in summer.
    const slots = slotsOf({ ...MONDAY, facilitators, cluster: { workingHours: { from: '10:00', to: '18:00' } }, policy: { slotStepMinutes: 180 } });
    expect(slots.map(({ start, outsideHours, comfort }) => [new Date(start).toISOString().slice(11, 16), outsideHours, comfort])).toEqual([
      ['04:00', ['cluster', 'facilitator'], { cluster: 'night', facilitator: 'edge' }],
      ['07:00', ['cluster'], { cluster: 'edge', facilitator: 'day' }],
      ['10:00', [], { cluster: 'day', facilitator: 'day' }],
      ['13:00', [], { cluster: 'day', facilitator: 'day' }],
      ['16:00', ['cluster', 'facilitator'], { cluster: 'edge', facilitator: 'edge' }],
    ]);
  });

  it('that a facilitator has not set stand in nobody’s way, and the day is then 09:00–17:00', () => {
    const slots = slotsOf({ ...MONDAY, outsideHours: false, cluster: { workingHours: { from: '06:00', to: '21:00' } }, policy: { slotStepMinutes: 420 } });
    expect(slots.map(({ outsideHours, comfort }) => [outsideHours, comfort.facilitator])).toEqual([[[], 'night'], [[], 'day'], [[], 'night']]);
  });
});

describe('why there is nothing', () => {
  const long = { ...MONDAY, outsideHours: false } satisfies Case;

  it('says which hours would have to be accepted', () => {
    expect(reasonsOf({ ...long, available: '07:00-09:00' })).toEqual([{
      cause: 'outside-hours', slots: 2, relaxation: { outsideHours: true, slots: 2, accept: [
        { localTime: '07:00', outsideHours: ['cluster'], slots: 1 },
        { localTime: '08:00', outsideHours: ['cluster'], slots: 1 },
      ] },
    }]);
  });

  it('counts each start under the first cause that forbids it', () => {
    expect(reasonsOf({
      ...long, available: '07:00-18:00', now: '2026-06-01T06:30Z', policy: { maximumPerClusterPerDay: 1 },
      busy: [between('2026-06-01T05:00Z', '2026-06-01T09:00Z')],
      engagements: [engaged('2026-06-01T09:00Z', '2026-06-01T10:00Z')],
      cluster: { engagements: [engaged('2026-06-01T10:00Z', '2026-06-01T12:00Z')] },
    })).toEqual([
      { cause: 'too-soon', slots: 2 },
      { cause: 'facilitator-engaged', slots: 1 },
      { cause: 'facilitator-busy', slots: 2 },
      { cause: 'cluster-engaged', slots: 2 },
      { cause: 'cluster-day-full', slots: 4, relaxation: { maximumPerClusterPerDay: null, slots: 3 } },
    ]);
  });

  it('offers shorter notice, and a fuller day of the facilitator', () => {
    expect(reasonsOf({ ...long, available: '09:00-12:00', now: '2026-06-01T08:00Z', policy: { minimumNoticeMinutes: 1440 } })).toEqual([
      { cause: 'too-soon', slots: 3, relaxation: { minimumNoticeMinutes: 0, slots: 2 } },
    ]);
    expect(reasonsOf({
      ...long, available: '09:00-12:00', engagements: [engaged('2026-06-01T13:00Z', '2026-06-01T14:00Z')], policy: { maximumPerFacilitatorPerDay: 1 },
    })).toEqual([
      { cause: 'facilitator-day-full', slots: 3, relaxation: { maximumPerFacilitatorPerDay: null, slots: 3 } },
    ]);
  });

  it('offers the other days of the phase', () => {
    expect(reasonsOf({
      ...long, from: '2026-06-02', phase: { startsOn: '2026-06-01', endsOn: '2026-06-05' },
      available: { rules: [{ days: [1, 3], from: '09:00', to: '11:00' }] },
    })).toEqual([
      { cause: 'outside-availability', slots: 0 },
      { cause: 'outside-range', slots: 4, relaxation: { from: '2026-06-01', to: '2026-06-05', slots: 4 } },
    ]);
  });

  it('is never without a cause', () => {
    expect(reasonsOf({ ...long, facilitators: [] })).toEqual([{ cause: 'no-facilitator', slots: 0 }]);
    expect(reasonsOf({ ...long, phase: { startsOn: '2026-07-01', endsOn: '2026-07-02' }, now: '2027-01-01T00:00Z' })).toEqual([{ cause: 'outside-phase', slots: 0 }]);
    expect(reasonsOf({ ...long, available: {} })).toEqual([{ cause: 'outside-availability', slots: 0 }]);
  });
});
