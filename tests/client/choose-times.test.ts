import type { Slot } from '../../shared/api/slots.ts';
import { chooseTimes, type Choosing } from '../../client/src/pages/all-times/choose-times.ts';

const WARSAW: Choosing = { zone: 'Europe/Warsaw', maximumPerDay: null, buffers: { bufferBeforeMinutes: 10, bufferAfterMinutes: 5 }, booked: [], marks: [] };
type Comforts = Slot['comfort'];
const DAY: Comforts = { cluster: 'day', facilitator: 'day' };

/** An hour from `start` in UTC, of December 2026, when Warsaw is an hour ahead. */
function slot(start: string, facilitatorId = 'anne', comfort: Comforts = DAY): Slot {
  const instant = Date.parse(`2026-12-${start}:00Z`);
  const [from, to] = [instant, instant + 3_600_000].map((each) => new Date(each).toISOString()) as [string, string];
  return { start: from, end: to, facilitatorId, localStart: from, facilitatorLocalStart: from, facilitatorTimeZone: 'Africa/Nairobi', outsideHours: [], comfort };
}

function times(chosen: ReadonlyMap<string, Slot>): Record<string, string> {
  return Object.fromEntries([...chosen].map(([id, { start, facilitatorId }]) => [id, `${start.slice(8, 16)} ${facilitatorId}`]).toSorted());
}

const choose = (wanted: Record<string, Slot[]>, more: Partial<Choosing> = {}, kept: Record<string, Slot> = {}) =>
  times(chooseTimes(Object.entries(wanted).map(([sessionId, slots]) => ({ sessionId, slots })), new Map(Object.entries(kept)), { ...WARSAW, ...more }));

describe('times for all sessions of a cluster', () => {
  it('are comfortable before preferred, preferred before on a day of their own, and on a day of their own before early', () => {
    const early = slot('07T05:00', 'anne', { cluster: 'edge', facilitator: 'day' });
    const marks = [{ date: '2026-12-09', from: '10:00', to: '11:00', mark: 'preferred' as const }];
    expect(choose({ a: [early, slot('08T09:00'), slot('09T09:00')] }, { marks })).toEqual({ a: '09T09:00 anne' });
    expect(choose({ a: [early, slot('08T09:00')] })).toEqual({ a: '08T09:00 anne' });
    expect(choose({ a: [slot('07T09:00')], b: [slot('07T11:00', 'ben'), slot('08T11:00', 'ben')] })).toEqual({ a: '07T09:00 anne', b: '08T11:00 ben' });
    expect(choose({ a: [slot('07T09:00'), slot('07T11:00')] }, { booked: [Date.parse('2026-12-07T14:00Z')] })).toEqual({ a: '07T09:00 anne' });
  });

  it('never meet, and leave a facilitator’s pauses between them', () => {
    expect(choose({ a: [slot('07T09:00')], b: [slot('07T09:30', 'ben'), slot('07T10:00', 'ben')] })).toEqual({ a: '07T09:00 anne', b: '07T10:00 ben' });
    expect(choose({ a: [slot('07T09:00')], b: [slot('07T10:00'), slot('07T10:15')] })).toEqual({ a: '07T09:00 anne', b: '07T10:15 anne' });
  });

  it('are as many a day as the programme allows, on the cluster’s own calendar, and never an hour marked as “no”', () => {
    // 23:30 in London is already the next day in Warsaw.
    const late = slot('07T23:30');
    expect(choose({ a: [late, slot('08T09:00')] }, { maximumPerDay: 1, booked: [Date.parse('2026-12-08T12:00Z')] })).toEqual({});
    expect(choose({ a: [slot('07T09:00'), slot('07T11:00')] }, { marks: [{ date: '2026-12-07', from: '10:30', to: '11:30', mark: 'no' }] })).toEqual({ a: '07T11:00 anne' });
  });

  it('are given first to whoever has fewest, so that all have one', () => {
    expect(choose({ rich: [slot('07T09:00'), slot('07T12:00')], poor: [slot('07T09:00')] })).toEqual({ poor: '07T09:00 anne', rich: '07T12:00 anne' });
  });

  it('stay where they were put for as long as they are free, and the others find a place beside them', () => {
    const [nine, noon] = [slot('07T09:00'), slot('07T12:00')];
    const wanted = { a: [nine, noon], b: [nine, noon] };
    expect(choose(wanted, {}, { b: nine })).toEqual({ a: '07T12:00 anne', b: '07T09:00 anne' });
    expect(choose(wanted, {}, { b: nine, a: nine })).toEqual({ a: '07T12:00 anne', b: '07T09:00 anne' });
    expect(choose({ ...wanted, b: [noon] }, {}, { b: nine })).toEqual({ a: '07T09:00 anne', b: '07T12:00 anne' });
    expect(choose({ a: [], b: [nine] }, {}, { a: nine })).toEqual({ b: '07T09:00 anne' });
  });
});
