import type { Instant, Interval } from '../../server/domain/interval.ts';
import type { Availability, Engagement, Policy, Travel, Weekday, WallSpan, WeeklyRule, WorkingHours } from '../../server/domain/programme.ts';
import type { PlainFacilitator, PlainQuestion } from './plain-question.ts';
import { seeded, type Random } from './random.ts';
import { referenceClock } from './reference-clock.ts';

/** Zones with every kind of change: at midnight, by half an hour, in Ramadan, backwards; and the furthest offsets. */
export const ZONES = [
  'Africa/Cairo', 'Africa/Casablanca', 'Africa/Nairobi', 'America/Asuncion', 'America/Havana', 'America/Los_Angeles',
  'America/New_York', 'America/Nuuk', 'America/Santiago', 'America/Sao_Paulo', 'America/St_Johns', 'Antarctica/Troll',
  'Asia/Almaty', 'Asia/Beirut', 'Asia/Jerusalem', 'Asia/Kathmandu', 'Asia/Kolkata', 'Asia/Singapore', 'Asia/Tehran',
  'Atlantic/Azores', 'Australia/Adelaide', 'Australia/Eucla', 'Australia/Lord_Howe', 'Etc/GMT+12', 'Europe/Chisinau',
  'Europe/Copenhagen', 'Europe/Dublin', 'Europe/London', 'Europe/Warsaw', 'Pacific/Apia', 'Pacific/Auckland',
  'Pacific/Chatham', 'Pacific/Easter', 'Pacific/Kiritimati', 'Pacific/Marquesas', 'Pacific/Norfolk',
] as const;

const FIRST_DAY = Date.UTC(2024, 0, 1) / 86_400_000;
const LAST_DAY = Date.UTC(2028, 11, 31) / 86_400_000;

/** The question of one seed: two in three lie about a clock change of somebody's. */
export function randomQuestion(seed: number): PlainQuestion {
  const random = seeded(seed);
  const home = random.pick(ZONES);
  const [programmeTimeZone, clusterZone, timeZone] = [otherZone(random, home), otherZone(random, home), otherZone(random, home)];
  const day = eventfulDay(random, [home, programmeTimeZone, clusterZone, timeZone]);
  const from = day - random.whole(0, 3);
  const to = from + (random.chance(0.9) ? random.whole(0, 4) : random.whole(5, 12));
  const policy = randomPolicy(random);
  return {
    now: randomNow(random, from),
    programmeTimeZone,
    policy,
    phase: { startsOn: iso(from - random.whole(-1, 3)), endsOn: iso(Math.max(from + 1, to + random.whole(-2, 3))) },
    cluster: { timeZone: clusterZone, workingHours: randomHours(random), engagements: random.several(0, 3, () => engagement(random, from, to)) },
    facilitators: Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, (_, i) =>
      randomFacilitator(random, `f${i}`, i === 0 ? home : otherZone(random, home), from, to)),
    from: iso(from),
    to: iso(to),
    timeZone,
    outsideHours: random.chance(0.6),
  };
}

function otherZone(random: Random, home: string): string {
  return random.chance(0.3) ? home : random.pick(ZONES);
}

/** A day on which the clocks of one of the zones change, most of the time. */
function eventfulDay(random: Random, zones: readonly string[]): number {
  const changes = changeDays(random.pick(zones));
  return changes.length > 0 && random.chance(0.75) ? random.pick(changes) : random.whole(FIRST_DAY, LAST_DAY);
}

const changesByZone = new Map<string, readonly number[]>();

function changeDays(timeZone: string): readonly number[] {
  let changes = changesByZone.get(timeZone);
  if (!changes) {
    const clock = referenceClock(timeZone);
    const days = Array.from({ length: LAST_DAY - FIRST_DAY }, (_, i) => FIRST_DAY + i);
    changes = days.filter((day) => clock.offsetAt(day * 1440) !== clock.offsetAt((day + 1) * 1440));
    changesByZone.set(timeZone, changes);
  }
  return changes;
}

function randomPolicy(random: Random): Policy {
  return {
    sessionMinutes: random.pick([8, 15, 20, 30, 30, 45, 50, 60, 60, 90, 180]),
    slotStepMinutes: random.pick([5, 7, 10, 15, 15, 20, 30, 30, 45, 50, 60]),
    bufferBeforeMinutes: random.pick([0, 0, 5, 10, 30]),
    bufferAfterMinutes: random.pick([0, 0, 10, 15, 45]),
    minimumNoticeMinutes: random.pick([0, 0, 1, 60, 240, 1440]),
    holdMinutes: 5,
    maximumPerFacilitatorPerDay: random.chance(0.3) ? random.whole(1, 2) : undefined,
    maximumPerClusterPerDay: random.chance(0.3) ? random.whole(1, 2) : undefined,
  };
}

/** Mostly before the range, sometimes inside; with odd seconds and milliseconds. */
function randomNow(random: Random, from: number): Instant {
  const start = from * 86_400_000;
  return start + random.whole(-3 * 86_400, random.chance(0.3) ? 86_400 : 0) * 1000 + random.pick([0, 0, 1, 500]) as Instant;
}

function randomFacilitator(random: Random, id: string, timeZone: string, from: number, to: number): PlainFacilitator {
  return {
    id,
    timeZone,
    availability: randomAvailability(random, from, to),
    workingHours: randomHours(random),
    engagements: random.several(0, 3, () => engagement(random, from, to)),
    busy: random.several(0, 8, () => busySpan(random, from, to)),
    busyAsOf: random.chance(0.1) ? from * 86_400_000 as Instant : undefined,
  };
}

function randomAvailability(random: Random, from: number, to: number): Availability {
  return {
    rules: random.chance(0.04) ? [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }] : randomRules(random, from, to),
    overrides: random.chance(0.45)
      ? random.several(1, 3, () => ({ date: iso(random.whole(from - 1, to + 1)), spans: random.several(0, 3, () => randomSpan(random)) }))
      : [],
    travel: random.chance(0.25) ? random.several(1, 2, () => journey(random, from, to)) : undefined,
  };
}

function randomRules(random: Random, from: number, to: number): WeeklyRule[] {
  const rules = random.several(1, 4, (): WeeklyRule => ({
    days: randomDays(random),
    ...randomSpan(random),
    validFrom: random.chance(0.15) ? iso(random.whole(from - 2, to)) : undefined,
    validUntil: random.chance(0.15) ? iso(random.whole(to, to + 2)) : undefined,
  }));
  return random.chance(0.3) ? [...rules, ...pastMidnight(random)] : rules;
}

/** Two rules that touch at midnight. */
function pastMidnight(random: Random): WeeklyRule[] {
  const days = [1, 2, 3, 4, 5, 6, 7] as const;
  return [
    { days, from: time(random.whole(18, 23) * 60), to: '24:00' },
    { days, from: '00:00', to: time(random.whole(1, 6) * 60) },
  ];
}

function randomDays(random: Random): Weekday[] {
  const all: Weekday[] = [1, 2, 3, 4, 5, 6, 7];
  return random.chance(0.5) ? all : all.filter(() => random.chance(0.6));
}

/** The hours in which clocks change, with bounds that are skipped or happen twice; office hours; or anything. */
function randomSpan(random: Random): WallSpan {
  const early = random.whole(0, 42) * 5;
  const late = random.whole(264, 286) * 5;
  const [from, to] = random.pick([
    [early, early + random.whole(1, 24) * 5],
    [late, random.whole(late / 5 + 1, 288) * 5],
    [random.whole(7, 12) * 60, random.whole(13, 20) * 60],
    [random.whole(0, 40) * 5, random.whole(41, 72) * 5],
    [random.whole(22 * 4, 94) * 15, 1440],
    [random.whole(0, 1380), 1440],
  ] as const);
  return { from: time(from), to: time(random.chance(0.8) ? to : random.whole(from + 1, 1440)) };
}

function journey(random: Random, from: number, to: number): Travel {
  const start = random.whole(from - 2, to);
  return { from: iso(start), until: iso(start + random.whole(0, 4)), timeZone: random.pick(ZONES) };
}

function randomHours(random: Random): WorkingHours | null {
  if (random.chance(0.4)) return null;
  const hours = random.chance(0.3) ? { from: '00:00', to: '24:00' } : randomSpan(random);
  return random.chance(0.5) ? hours : { ...hours, days: [1, 2, 3, 4, 5, 6, 7] };
}

/** On whole five minutes, so that it touches slots; the protected span has the buffers of another time's policy. */
function engagement(random: Random, from: number, to: number): Engagement {
  const start = random.whole((from - 1) * 288, (to + 2) * 288) * 300_000;
  const end = start + random.whole(1, 24) * 300_000;
  return {
    span: span(start, end),
    protectedSpan: span(start - random.pick([0, 10, 30]) * 60_000, end + random.pick([0, 15]) * 60_000),
  };
}

/** Touching slots or at any millisecond; a few reach over days, a few are empty. */
function busySpan(random: Random, from: number, to: number): Interval {
  const grid = random.chance(0.6) ? 300_000 : 1;
  const start = random.whole((from - 1) * (86_400_000 / grid), (to + 2) * (86_400_000 / grid)) * grid;
  return span(start, start + random.whole(0, random.chance(0.1) ? 2880 : 120) * 60_000);
}

function span(start: number, end: number): Interval {
  return { start: start as Instant, end: end as Instant };
}

function iso(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function time(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
