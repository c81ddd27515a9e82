/**
 * The definition of a slot, word for word and minute by minute: what the engine is compared with. It shares nothing with
 * the engine but the question's types, and is written to be read beside the definition, not to be fast.
 * Times are whole minutes since 1970 unless a name says milliseconds; dates are days since 1970.
 */
import type { Instant } from '../../server/domain/interval.ts';
import type { Engagement, WallSpan, Weekday, WorkingHours } from '../../server/domain/programme.ts';
import type { Comfort, Side, Slot, SlotCause } from '../../server/domain/slots.ts';
import type { PlainFacilitator, PlainQuestion } from './plain-question.ts';
import { referenceClock } from './reference-clock.ts';

// Jest looks globals up slowly; this is asked for every minute.
const { floor } = Math;

const DAY = 1440;
/** Every instant of a local date, in any zone and after any clock change, is this close to the same date in UTC. */
const ZONE_DAYS = 3;
/** The origin of a minute that nothing opens. */
const CLOSED = -1;
/** That of one that something opens, before it is known. */
const OPEN = 0;
/** Availability without a break is followed this far back from the phase. */
const LOOK_BACK_DAYS = 370;

/** Every slot of the question, by start and then by facilitator's id. */
export function exhaustiveSlots(question: PlainQuestion): Slot[] {
  const viewer = referenceClock(question.timeZone);
  const [from, to] = [dayOf(question.from), dayOf(question.to)];
  const slots: Slot[] = [];
  const scenes = question.facilitators
    .toSorted((a, b) => Buffer.compare(Buffer.from(a.id), Buffer.from(b.id)))
    .map((facilitator) => sceneOf(question, facilitator, from, to));
  for (let minute = (from - ZONE_DAYS) * DAY; minute < (to + ZONE_DAYS) * DAY; minute += 1) {
    for (const scene of scenes) {
      // Most minutes are closed; the first of their objections is known without asking.
      if (scene.origins[minute - scene.first] === CLOSED) continue;
      const day = viewer.dayAt(minute);
      if (day < from || day > to) break;
      if (objections(scene, minute).next().done) slots.push(slotAt(scene, minute));
    }
  }
  return slots;
}

/** Every rule that a start (milliseconds) breaks, on a date of the question's zone near it. */
export function exhaustiveCauses(question: PlainQuestion, facilitatorId: string, startMilliseconds: number): SlotCause[] {
  const facilitator = question.facilitators.find(({ id }) => id === facilitatorId)!;
  const day = floor(startMilliseconds / 60_000 / DAY);
  const scene = sceneOf(question, facilitator, day, day);
  return [...objections(scene, startMilliseconds / 60_000)];
}

/** How many starts that a window gives in the range fail by which rule, each under the first in the order of causes. */
export function exhaustiveCounts(question: PlainQuestion): [SlotCause, number][] {
  const order: SlotCause[] = [
    'too-soon', 'facilitator-engaged', 'facilitator-busy', 'facilitator-day-full', 'cluster-engaged', 'cluster-day-full', 'outside-hours',
  ];
  const viewer = referenceClock(question.timeZone);
  const [from, to] = [dayOf(question.from), dayOf(question.to)];
  const counts = order.map(() => 0);
  for (const facilitator of question.facilitators) {
    const scene = sceneOf(question, facilitator, from, to);
    for (let minute = (from - ZONE_DAYS) * DAY; minute < (to + ZONE_DAYS) * DAY; minute += 1) {
      if (scene.origins[minute - scene.first] === CLOSED) continue;
      if (viewer.dayAt(minute) < from || viewer.dayAt(minute) > to) continue;
      const broken = [...objections(scene, minute)].map((cause) => order.indexOf(cause));
      if (broken.length > 0 && !broken.includes(-1)) counts[Math.min(...broken)]! += 1;
    }
  }
  return order.map((cause, i): [SlotCause, number] => [cause, counts[i]!]).filter(([, count]) => count > 0);
}

/** One facilitator's open minutes: `origins[i]` is the first minute of the open stretch that minute `first + i` is in. */
interface Scene {
  readonly question: PlainQuestion;
  readonly facilitator: PlainFacilitator;
  readonly first: number;
  readonly origins: Int32Array;
}

function sceneOf(question: PlainQuestion, facilitator: PlainFacilitator, from: number, to: number): Scene {
  const phaseDay = dayOf(question.phase.startsOn);
  const firstDay = from - 2 * ZONE_DAYS;
  const lastDay = to + ZONE_DAYS;
  const near = openMinutes(facilitator, firstDay, lastDay);
  const earliestOrigin = near.origins[(from - ZONE_DAYS) * DAY - near.first]!;
  const begunBefore = earliestOrigin !== CLOSED && earliestOrigin <= (firstDay + 2) * DAY;
  const { first, origins } = begunBefore ? openMinutes(facilitator, phaseDay - LOOK_BACK_DAYS, lastDay) : near;
  return { question, facilitator, first, origins };
}

/** Point 2: windows, minute by minute. */
function openMinutes(facilitator: PlainFacilitator, firstDay: number, lastDay: number): { first: number; origins: Int32Array } {
  const first = (firstDay - ZONE_DAYS) * DAY;
  const origins = new Int32Array((lastDay - firstDay + 2 * ZONE_DAYS) * DAY).fill(CLOSED);
  for (let day = firstDay; day <= lastDay; day += 1) {
    const clock = referenceClock(zoneOn(facilitator, day));
    for (const { from, to } of spansOn(facilitator, day)) {
      const start = clock.meaningOf(day * DAY + minutesOf(from));
      const end = clock.meaningOf(day * DAY + minutesOf(to));
      if (start < end) origins.fill(OPEN, start - first, end - first);
    }
  }
  // The last days are closed, since no zone is that far behind: each stretch has an end.
  for (let start = origins.indexOf(OPEN); start >= 0;) {
    const end = origins.indexOf(CLOSED, start);
    origins.fill(first + start, start, end);
    start = origins.indexOf(OPEN, end);
  }
  return { first, origins };
}

function spansOn({ availability }: PlainFacilitator, day: number): WallSpan[] {
  const overrides = availability.overrides.filter(({ date }) => dayOf(date) === day);
  if (overrides.length > 0) return overrides.flatMap(({ spans }) => [...spans]);
  const date = new Date(day * DAY * 60_000).toISOString().slice(0, 10);
  return availability.rules.filter(({ days, validFrom, validUntil }) =>
    days.includes(weekdayOf(day)) && !(validFrom && date < validFrom) && !(validUntil && date > validUntil));
}

function zoneOn({ availability, timeZone }: PlainFacilitator, day: number): string {
  const journey = (availability.travel ?? []).findLast(({ from, until }) => dayOf(from) <= day && day <= dayOf(until));
  return journey?.timeZone ?? timeZone;
}

/** Points 3 to 8: every rule that a start breaks. */
function* objections(scene: Scene, start: number): Generator<SlotCause> {
  const { question: { policy, phase, programmeTimeZone, cluster, now, outsideHours }, facilitator } = scene;
  const end = start + policy.sessionMinutes;
  const origin = scene.origins[start - scene.first];
  if (origin === CLOSED || scene.origins[end - 1 - scene.first] !== origin) yield 'outside-availability';
  else if ((start - origin!) % policy.slotStepMinutes !== 0) yield 'off-grid';

  const programme = referenceClock(programmeTimeZone);
  if (programme.dayAt(start) < dayOf(phase.startsOn) || programme.dayAt(end - 1) > dayOf(phase.endsOn)) yield 'outside-phase';

  const milliseconds = { start: start * 60_000, end: end * 60_000 };
  const shielded = {
    start: milliseconds.start - policy.bufferBeforeMinutes * 60_000,
    end: milliseconds.end + policy.bufferAfterMinutes * 60_000,
  };
  if (facilitator.engagements.some(({ protectedSpan }) => clash(protectedSpan, shielded))) yield 'facilitator-engaged';
  if (facilitator.busy.some((busy) => busy.end > busy.start && clash(busy, shielded))) yield 'facilitator-busy';
  if (cluster.engagements.some(({ span }) => clash(span, milliseconds))) yield 'cluster-engaged';

  if (milliseconds.start < now + policy.minimumNoticeMinutes * 60_000) yield 'too-soon';
  const full = (owner: { timeZone: string; engagements: readonly Engagement[] }, maximum = Number.POSITIVE_INFINITY) => {
    const clock = referenceClock(owner.timeZone);
    return owner.engagements.filter(({ span }) => clock.dayAt(floor(span.start / 60_000)) === clock.dayAt(start)).length >= maximum;
  };
  if (full(facilitator, policy.maximumPerFacilitatorPerDay)) yield 'facilitator-day-full';
  if (full(cluster, policy.maximumPerClusterPerDay)) yield 'cluster-day-full';

  if (!outsideHours && sidesOutside(scene, start).length > 0) yield 'outside-hours';
}

function slotAt(scene: Scene, start: number): Slot {
  const { question: { policy, cluster }, facilitator } = scene;
  return {
    start: start * 60_000 as Instant,
    end: (start + policy.sessionMinutes) * 60_000 as Instant,
    facilitatorId: facilitator.id,
    outsideHours: sidesOutside(scene, start),
    comfort: {
      cluster: comfortOf(scene, start, cluster.workingHours, () => cluster.timeZone),
      facilitator: comfortOf(scene, start, facilitator.workingHours, (day) => zoneOn(facilitator, day)),
    },
    ...(facilitator.busyAsOf !== undefined && { busyAsOf: facilitator.busyAsOf }),
  };
}

function sidesOutside(scene: Scene, start: number): Side[] {
  const { question: { cluster }, facilitator } = scene;
  const sides: Side[] = [];
  if (!inside(scene, start, cluster.workingHours ?? { from: '09:00', to: '17:00' }, () => cluster.timeZone)) sides.push('cluster');
  if (facilitator.workingHours && !inside(scene, start, facilitator.workingHours, (day) => zoneOn(facilitator, day))) sides.push('facilitator');
  return sides;
}

function comfortOf(scene: Scene, start: number, hours: WorkingHours | null, zone: (day: number) => string): Comfort {
  if (inside(scene, start, hours ?? { from: '09:00', to: '17:00' }, zone)) return 'day';
  return inside(scene, start, { from: '07:00', to: '20:00', days: [1, 2, 3, 4, 5, 6, 7] }, zone) ? 'edge' : 'night';
}

/** Wholly inside the hours of one local date, wherever their owner is on that date. */
function inside({ question: { policy } }: Scene, start: number, hours: WorkingHours, zone: (day: number) => string): boolean {
  const days = hours.days ?? [1, 2, 3, 4, 5];
  const utcDay = floor(start / DAY);
  for (let day = utcDay - 2; day <= utcDay + 2; day += 1) {
    if (!days.includes(weekdayOf(day))) continue;
    const clock = referenceClock(zone(day));
    const from = clock.meaningOf(day * DAY + minutesOf(hours.from));
    const to = clock.meaningOf(day * DAY + minutesOf(hours.to));
    if (from <= start && start + policy.sessionMinutes <= to) return true;
  }
  return false;
}

/** Touching is not overlapping. */
function clash(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

const dayOf = remembered((date: string) => Date.parse(`${date}T00:00:00Z`) / 60_000 / DAY);

const weekdayOf = remembered((day: number) => (new Date(day * DAY * 60_000).getUTCDay() || 7) as Weekday);

const minutesOf = remembered((time: string) => {
  const [hours, minutes] = time.split(':').map(Number);
  return hours! * 60 + minutes!;
});

function remembered<K, V>(find: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, value = find(key));
    return value;
  };
}
