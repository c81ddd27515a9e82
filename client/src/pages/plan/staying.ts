import type { Plan } from '../../../../shared/api/plans.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { byStart, useSessions } from '../../api/sessions.ts';
import { dateAt } from '../../format/time.ts';

/** A booking that a plan found no other place for. */
export interface Staying {
  start: number;
  end: number;
  facilitatorId: string;
  /** Its facilitator is away then. */
  isAway: boolean;
}

/** Bookings that this plan leaves as they are though it may move them, by session: publishing it changes nothing about them. */
export function useStaying(plan: Plan, catalogue: Catalogue): ReadonlyMap<string, Staying> {
  const sessions = useSessions(plan.programmeId).value ?? [];
  const left = new Set(plan.unplaced.map(({ sessionId }) => sessionId));
  return new Map(byStart(sessions).filter(({ id, state }) => state === 'booked' && left.has(id)).map(({ id, booking: { start, end, facilitatorId } }) => {
    // Absences are dates of whoever is away.
    const zone = catalogue.facilitators.get(facilitatorId)?.timeZone ?? catalogue.programme.timeZone;
    const dates = [dateAt(Date.parse(start), zone), dateAt(Date.parse(end) - 1, zone)];
    const isAway = plan.away.some((absence) => absence.facilitatorId === facilitatorId && dates.some((date) => date >= absence.from && date <= absence.until));
    return [id, { start: Date.parse(start), end: Date.parse(end), facilitatorId, isAway }];
  }));
}
