import type { Plan, PlanPlace, PlanPlacement, PlanSoFar, PlanSummary } from '../../../shared/api/plans.ts';
import { localIso } from '../../domain/wall-time.ts';
import type { StoredPlacement, StoredPlan, StoredSoFar } from '../../store/plans.ts';
import type { SituationSession } from '../../store/situation.ts';
import { isUnmoved, type Gone } from './plan-reads.ts';
import { iso } from '../listing/represent.ts';

/** A plan as it leaves the server. `sessions`: the programme's. */
export function representPlan(plan: StoredPlan, gone: readonly Gone[], sessions: readonly SituationSession[]): Plan {
  const { wish, result } = plan;
  const bySession = new Map(sessions.map((session) => [session.id, session]));
  return {
    ...summaryOf(plan),
    soFar: plan.state === 'solving' ? representSoFar(plan.soFar) : null,
    sessionIds: wish.sessionIds,
    placements: (result?.placements ?? []).flatMap((each) => representPlacement(each, bySession.get(each.sessionId), gone)),
    unplaced: (result?.unplaced ?? []).flatMap(({ sessionId, reason, relaxation }) => {
      const session = bySession.get(sessionId);
      return session ? [{ sessionId, clusterId: session.cluster.id, topicId: session.topicId, why: reason.text, reason, relaxation }] : [];
    }),
    measures: result?.measures ?? null,
    changedByHand: result?.changedByHand ?? false,
  };
}

/** Its places are nobody's before they are a plan's. */
function representSoFar(soFar: StoredSoFar | null): PlanSoFar | null {
  if (!soFar) return null;
  const { placed, objective, value, bound, gap, seconds } = soFar;
  return { placed, objective, value, bound, gap, seconds };
}

export function representSummary(plan: StoredPlan): PlanSummary {
  return { ...summaryOf(plan), placed: plan.result?.placements.length ?? 0, unplaced: plan.result?.unplaced.length ?? 0 };
}

function summaryOf({ id, programmeId, state, progress, wish, result, error, createdAt, publishedAt, version }: StoredPlan): Omit<PlanSummary, 'placed' | 'unplaced'> {
  const objectives = result?.measures.objectives ?? [];
  return {
    id, programmeId, state, progress, error, version,
    gap: result ? Math.max(0, ...objectives.map(({ gap }) => gap)) : null,
    proven: result !== null && !result.changedByHand && objectives.every(({ proven }) => proven),
    away: wish.away,
    createdAt: iso(createdAt),
    publishedAt: publishedAt === null ? null : iso(publishedAt),
  };
}

function representPlacement(placement: StoredPlacement, session: SituationSession | undefined, gone: readonly Gone[]): PlanPlacement[] {
  if (!session) return [];
  const { sessionId, pinned, present } = placement;
  const found = gone.find((each) => each.sessionId === sessionId);
  return [{
    ...representPlace(placement, session.cluster.timeZone),
    sessionId,
    clusterId: session.cluster.id,
    topicId: session.topicId,
    pinned,
    present: present && { bookingId: present.bookingId, facilitatorId: present.facilitatorId, start: iso(present.start), end: iso(present.end) },
    moved: present !== null && !isUnmoved(placement),
    gone: found?.why ?? null,
    goneCause: found?.cause ?? null,
  }];
}

/** A place, on its cluster's clock too. */
export function representPlace(place: StoredPlacement, timeZone: string): PlanPlace {
  const { facilitatorId, start, end, facilitatorTimeZone, outsideHours, comfort, discomfort, unwished } = place;
  return {
    facilitatorId, start: iso(start), end: iso(end), localStart: localIso(start, timeZone), facilitatorLocalStart: localIso(start, facilitatorTimeZone),
    facilitatorTimeZone, outsideHours, comfort, discomfort, unwished,
  };
}
