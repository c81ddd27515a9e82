import type { Preferences } from '../../../../shared/api/planning.ts';
import type { Slot } from '../../../../shared/api/slots.ts';
import { dateAt, wallAt } from '../../format/time.ts';
import { type Buffers, keyOf } from '../../live/listing.ts';
import { markOf } from '../wishes/marks.ts';

export interface Wanted {
  sessionId: string;
  /** Free for this session alone. */
  slots: readonly Slot[];
}

export interface Choosing {
  /** The cluster's: its days are counted there, and its marks are hours there. */
  zone: string;
  maximumPerDay: number | null;
  buffers: Buffers;
  /** Instants at which sessions of the cluster begin that have their time already. */
  booked: readonly number[];
  marks: Preferences['marks'];
}

const DISCOMFORT = { day: 0, edge: 1, night: 3 };

/**
 * A time for each session, so that all of them can be booked together: what is kept stays where it still fits, in the order it is
 * given; then whoever has fewest times chooses first. Comfortable hours come before preferred ones, days of their own before
 * early ones; an hour that the cluster has marked as “no” is nobody's. A session without a time is left out.
 */
export function chooseTimes(wanted: readonly Wanted[], kept: ReadonlyMap<string, Slot>, choosing: Choosing): Map<string, Slot> {
  const chosen = new Map<string, Slot>();
  const slotsOf = new Map(wanted.map(({ sessionId, slots }) => [sessionId, slots]));
  for (const [sessionId, slot] of kept) {
    const still = slotsOf.get(sessionId)?.find((each) => keyOf(each) === keyOf(slot));
    if (still && fits(still, chosen, choosing)) chosen.set(sessionId, still);
  }
  for (const { sessionId, slots } of wanted.toSorted((a, b) => a.slots.length - b.slots.length)) {
    if (chosen.has(sessionId)) continue;
    const best = bestOf(slots.filter((slot) => markAt(slot, choosing) !== 'no' && fits(slot, chosen, choosing)), chosen, choosing);
    if (best) chosen.set(sessionId, best);
  }
  return chosen;
}

/** Beside the other times, as the server will see it once they are booked: it has the last word. */
function fits(slot: Slot, chosen: ReadonlyMap<string, Slot>, choosing: Choosing): boolean {
  if (choosing.maximumPerDay !== null && sessionsOn(dateOf(slot, choosing), chosen, choosing) >= choosing.maximumPerDay) return false;
  const { bufferBeforeMinutes, bufferAfterMinutes } = choosing.buffers;
  return [...chosen.values()].every((other) => {
    const apart = other.facilitatorId === slot.facilitatorId ? (bufferBeforeMinutes + bufferAfterMinutes) * 60_000 : 0;
    return Date.parse(slot.start) >= Date.parse(other.end) + apart || Date.parse(other.start) >= Date.parse(slot.end) + apart;
  });
}

function bestOf(slots: readonly Slot[], chosen: ReadonlyMap<string, Slot>, choosing: Choosing): Slot | undefined {
  const ranked = slots.map((slot) => ({ slot, rank: [
    DISCOMFORT[slot.comfort.cluster] + DISCOMFORT[slot.comfort.facilitator],
    markAt(slot, choosing) === 'preferred' ? 0 : 1,
    sessionsOn(dateOf(slot, choosing), chosen, choosing),
    Date.parse(slot.start),
  ] }));
  return ranked.toSorted((a, b) => compare(a.rank, b.rank))[0]?.slot;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function sessionsOn(date: string, chosen: ReadonlyMap<string, Slot>, { zone, booked }: Choosing): number {
  return [...booked, ...[...chosen.values()].map(({ start }) => Date.parse(start))].filter((instant) => dateAt(instant, zone) === date).length;
}

function dateOf({ start }: Slot, { zone }: Choosing): string {
  return dateAt(Date.parse(start), zone);
}

function markAt(slot: Slot, { zone, marks }: Choosing) {
  const { date, minutes } = wallAt(Date.parse(slot.start), zone);
  return markOf(marks, date, { from: minutes, to: minutes + (Date.parse(slot.end) - Date.parse(slot.start)) / 60_000 });
}
