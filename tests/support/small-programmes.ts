import { ProgrammeDocument } from '../../shared/api/programmes.ts';
import { asSystem } from '../../server/domain/access.ts';
import type { Instant } from '../../server/domain/interval.ts';
import { listSlots } from '../../server/domain/slots.ts';
import type { FacilitatorRule } from '../../server/domain/timetable/question.ts';
import type { Mark } from '../../server/domain/timetable/marks.ts';
import type { Situation } from '../../server/store/situation.ts';
import { NO_RULES, type PlanningRules, type PlanWish } from '../../server/usecases/planning/plan-scene.ts';
import { slotQuestion, wholePhase } from '../../server/usecases/listing/slot-question.ts';
import { decide, engagementFor } from '../../server/usecases/booking/take-slot.ts';
import { situationOf } from './planning.ts';
import { seeded, type Random } from './random.ts';

export interface Small {
  situation: Situation;
  wish: PlanWish;
  rules: PlanningRules;
  now: Instant;
}

const NOW = Date.parse('2026-03-20T00:00:00Z') as Instant;
const ZONES = ['Europe/Copenhagen', 'Europe/Dublin', 'Africa/Nairobi', 'Asia/Kolkata', 'America/New_York'];
const DAYS = ['2026-03-26', '2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30', '2026-03-31'];

/** A programme so small that every timetable of it can be tried: over the European clock change, with rules of every kind. */
export function smallProgramme(seed: number): Small {
  const random = seeded(seed);
  const topics = Array.from({ length: random.whole(1, 3) }, (_, index) => `topic-${index}`);
  const clusters = Array.from({ length: topics.length === 3 ? random.whole(1, 2) : random.whole(2, 3) }, (_, index) => `cluster-${index}`);
  const situation = situationOf(ProgrammeDocument.parse(documentOf(random, seed, topics, clusters)));
  const isMend = random.chance(0.3);
  for (const session of situation.sessions) if (random.chance(isMend ? 0.8 : 0.15)) book(random, situation, session.id);
  return { situation, wish: wishOf(random, situation, isMend), rules: rulesOf(random, topics, clusters), now: NOW };
}

function documentOf(random: Random, seed: number, topics: string[], clusters: string[]) {
  const days = random.whole(1, 3);
  const first = random.whole(0, DAYS.length - days);
  const phase = { key: 'days', name: 'Days', mode: 'virtual', startsOn: DAYS[first]!, endsOn: DAYS[first + days - 1]! };
  const perDay = () => (random.chance(0.4) ? random.whole(1, 2) : null);
  return {
    programme: {
      name: 'Small', timeZone: random.pick(ZONES), startsOn: DAYS[0]!, endsOn: DAYS.at(-1)!,
      policy: {
        sessionMinutes: random.pick([45, 60, 90]), slotStepMinutes: random.pick([30, 60]), bufferBeforeMinutes: random.pick([0, 0, 15]), bufferAfterMinutes: random.pick([0, 15, 30]),
        minimumNoticeMinutes: 0, maximumPerFacilitatorPerDay: perDay(), maximumPerClusterPerDay: perDay(),
      },
    },
    phases: [phase],
    topics: topics.map((key) => ({ key, name: key, phase: 'days' })),
    facilitators: Array.from({ length: random.whole(1, 2) }, (_, index) => {
      const from = random.whole(5, 18);
      return {
        // Schedules are remembered by id: every programme has its own people.
        key: `facilitator-${index}-of-${seed}`, name: `Facilitator ${index}`, email: 'f@example.org', timeZone: random.pick(ZONES),
        topics: topics.filter(() => random.chance(0.8)),
        workingHours: random.chance(0.5) ? { from: '09:00', to: '16:00', days: [1, 2, 3, 4, 5, 6, 7] } : null,
        availability: { rules: [{ days: [1, 2, 3, 4, 5, 6, 7], from: hour(from), to: hour(from + random.whole(2, 3)) }] },
      };
    }),
    clusters: clusters.map((key) => ({
      key, name: key, timeZone: random.pick(ZONES), representatives: [{ name: key, email: 'c@example.org' }],
      workingHours: random.chance(0.6) ? { from: hour(random.whole(7, 11)), to: hour(random.whole(14, 22)), days: [1, 2, 3, 4, 5, 6, 7] } : null,
    })),
  };
}

function hour(of: number): string {
  return `${String(of).padStart(2, '0')}:00`;
}

function book(random: Random, situation: Situation, sessionId: string): void {
  const session = situation.sessions.find(({ id }) => id === sessionId)!;
  const slots = listSlots(slotQuestion(situation, session, wholePhase(session), NOW));
  if (slots.length === 0) return;
  const { facilitatorId, start } = random.pick(slots);
  const decision = decide(asSystem(situation.programmeId), situation, session, { sessionId, facilitatorId, start }, NOW, NOW);
  if (!decision.ok) throw new Error('a listed slot cannot be booked');
  situation.engagements.push(engagementFor(decision.value, NOW, { id: `booking of ${sessionId}`, kind: 'booking', expiresAt: null, extensionsLeft: null }));
  session.state = 'booked';
}

function wishOf(random: Random, situation: Situation, isMend: boolean): PlanWish {
  const booked = new Set(situation.engagements.map(({ sessionId }) => sessionId));
  const sessionIds = situation.sessions.map(({ id }) => id).filter((id) => isMend || !booked.has(id));
  const facilitator = random.pick(situation.facilitators.map(({ id }) => id));
  return {
    sessionIds,
    pins: [],
    away: isMend && facilitator !== undefined ? [{ facilitatorId: facilitator, from: DAYS[random.whole(0, 3)]!, until: DAYS[random.whole(3, 5)]! }] : [],
    isMend,
    weights: null,
  };
}

function rulesOf(random: Random, topics: string[], clusters: string[]): PlanningRules {
  const facilitatorRule: FacilitatorRule = random.pick(['any', 'any', 'same', 'each']);
  const orders = topics.length > 1 && random.chance(0.4)
    ? [{ beforeTopicId: topics[0]!, afterTopicId: topics[1]!, minimumGapMinutes: random.pick([0, 60, 1440]) }] : [];
  const marks = Object.fromEntries(clusters.filter(() => random.chance(0.3)).map((cluster) => [cluster, DAYS.map((date) => ({
    date, from: hour(random.whole(6, 12)), to: hour(random.whole(13, 20)), mark: random.pick<Mark>(['preferred', 'possible', 'no']),
  }))]));
  return { ...NO_RULES, facilitatorRule, orders, marks };
}

