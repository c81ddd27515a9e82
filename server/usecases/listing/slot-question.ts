import { compileAvailability, type Schedule } from '../../domain/availability.ts';
import { staleSince, USUAL_BUSY_AGE_MINUTES } from '../../domain/busy-calendar.ts';
import { addDays } from '../../domain/calendar-date.ts';
import type { Instant } from '../../domain/interval.ts';
import type { IsoDate } from '../../domain/programme.ts';
import type { SlotFacilitator, SlotQuestion } from '../../domain/slot-question.ts';
import type { Situation, SituationFacilitator, SituationSession, StoredEngagement } from '../../store/situation.ts';

export interface SlotRange {
  from: IsoDate;
  to: IsoDate;
  timeZone: string;
  outsideHours: boolean;
  /** Only this facilitator. */
  facilitatorId?: string | undefined;
}

/** The question the slot engine answers for one session, from what was read. The session's own hold and booking are left out. */
export function slotQuestion(situation: Situation, session: SituationSession, range: SlotRange, now: Instant): SlotQuestion {
  const standing = situation.engagements.filter((each) => each.sessionId !== session.id && isStanding(each, now));
  const facilitators = situation.facilitators.filter((each) => each.topicIds.includes(session.topicId)
    && (range.facilitatorId === undefined || each.id === range.facilitatorId));
  return {
    now,
    programmeTimeZone: situation.timeZone,
    policy: situation.policy,
    phase: session.phase,
    cluster: {
      timeZone: session.cluster.timeZone,
      workingHours: session.cluster.workingHours,
      engagements: standing.filter((each) => each.clusterId === session.cluster.id),
    },
    facilitators: facilitators.map((each) => ({
      ...knowledgeOf(each, situation, now),
      id: each.id,
      timeZone: each.timeZone,
      schedule: scheduleOf(each),
      workingHours: each.workingHours,
      engagements: standing.filter((other) => other.facilitatorId === each.id),
      busy: each.busy,
    })),
    from: range.from,
    to: range.to,
    timeZone: range.timeZone,
    outsideHours: range.outsideHours,
  };
}

function knowledgeOf({ busyKnowledge }: SituationFacilitator, { policy }: Situation, now: Instant): Pick<SlotFacilitator, 'busyAsOf' | 'isBusyUnknown'> {
  const since = staleSince(busyKnowledge, policy.busyMaximumAgeMinutes ?? USUAL_BUSY_AGE_MINUTES, now);
  return since === null ? {} : { busyAsOf: since, isBusyUnknown: policy.whenBusyUnknown === 'block' };
}

/** The whole of the session's phase, as its cluster's dates show it: two days more on each side, since zones lie up to 26 hours apart. */
export function wholePhase(session: SituationSession): SlotRange {
  return {
    from: addDays(session.phase.startsOn, -2),
    to: addDays(session.phase.endsOn, 2),
    timeZone: session.cluster.timeZone,
    outsideHours: true,
  };
}

/** Bookings stand until they are cancelled; a hold only until it lapses. */
export function isStanding(engagement: StoredEngagement, now: Instant): boolean {
  return engagement.expiresAt === null || engagement.expiresAt > now;
}

const MAXIMUM_SCHEDULES = 2000;
const schedules = new Map<string, Schedule>();

/** Compiled once per version of a facilitator's row. */
export function scheduleOf(facilitator: SituationFacilitator): Schedule {
  const key = `${facilitator.id}@${facilitator.version}`;
  const known = schedules.get(key);
  if (known) return known;
  if (schedules.size >= MAXIMUM_SCHEDULES) schedules.clear();
  const schedule = compileAvailability(facilitator.availability, facilitator.timeZone);
  schedules.set(key, schedule);
  return schedule;
}
