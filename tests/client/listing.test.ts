import type { Slot } from '../../shared/api/slots.ts';
import { listingOf, lost, nearest, reconcile, take, unfold, type Listing } from '../../client/src/live/listing.ts';

const BUFFERS = { bufferBeforeMinutes: 0, bufferAfterMinutes: 15 };

describe('a list of times that others also book', () => {
  it('marks what a taken span meets, of that facilitator only, and touching is not meeting', () => {
    const listing = listingOf([slot('09:00'), slot('09:45'), slot('10:00'), slot('11:00'), slot('11:15'), slot('10:00', 'mia')]);
    expect(show(take(listing, taken('10:00', '11:15'), BUFFERS))).toEqual(['09:00 ann taken', '09:45 ann taken', '10:00 ann taken', '11:00 ann taken', '11:15 ann', '10:00 mia']);
    expect(show(take(listing, taken('10:15', '11:30'), BUFFERS)).slice(0, 2)).toEqual(['09:00 ann', '09:45 ann taken']);
  });

  it('keeps every row in its place when the list is read again: gone is taken, come back is free, new waits', () => {
    const before = take(listingOf([slot('09:00'), slot('10:00'), slot('11:00')]), taken('09:00', '09:30'), BUFFERS);
    const after = reconcile(before, [slot('08:00'), slot('09:00'), slot('11:00')]);
    expect(show(after)).toEqual(['09:00 ann', '10:00 ann taken', '11:00 ann', 'waiting: 08:00 ann']);
    expect(lost(before, after).map(({ start }) => start)).toEqual([slot('10:00').start]);
  });

  it('puts waiting times in order when asked to, and leaves out what was taken', () => {
    const after = unfold(reconcile(listingOf([slot('10:00'), slot('11:00')]), [slot('09:00'), slot('11:00', 'mia'), slot('11:00')]));
    expect(show(after)).toEqual(['09:00 ann', '11:00 ann', '11:00 mia']);
  });

  it('takes away a waiting time too', () => {
    const waiting = reconcile(listingOf([slot('10:00')]), [slot('10:00'), slot('12:00')]);
    expect(show(take(waiting, taken('12:00', '13:15'), BUFFERS))).toEqual(['10:00 ann']);
  });

  it('offers the two nearest free times in order of time', () => {
    const listing = take(listingOf([slot('08:00'), slot('09:30'), slot('10:00'), slot('12:00'), slot('15:00')]), taken('10:00', '11:15'), BUFFERS);
    expect(nearest(listing, slot('10:00')).map(({ start }) => start)).toEqual([slot('08:00').start, slot('12:00').start]);
  });
});

function slot(time: string, facilitatorId = 'ann'): Slot {
  const start = new Date(`2026-03-26T${time}:00Z`);
  return {
    start: start.toISOString(), end: new Date(start.getTime() + 3_600_000).toISOString(), facilitatorId,
    localStart: start.toISOString(), facilitatorLocalStart: start.toISOString(), facilitatorTimeZone: 'UTC', outsideHours: [], comfort: { cluster: 'day', facilitator: 'day' },
  };
}

function taken(from: string, to: string) {
  return { facilitatorId: 'ann', protectedStart: Date.parse(`2026-03-26T${from}:00Z`), protectedEnd: Date.parse(`2026-03-26T${to}:00Z`) };
}

function show({ rows, fresh }: Listing): string[] {
  const name = ({ start, facilitatorId }: Slot) => `${start.slice(11, 16)} ${facilitatorId}`;
  return [...rows.map((row) => name(row.slot) + (row.taken ? ' taken' : '')), ...fresh.map((each) => `waiting: ${name(each)}`)];
}
