import type { PlanMeasures } from '../../../shared/api/plans.ts';
import { zoneAt } from '../../domain/availability.ts';
import { suitability } from '../../domain/comfort.ts';
import { frameOf } from '../../domain/frame.ts';
import { addMinutes } from '../../domain/interval.ts';
import { placementMeasures } from '../../domain/timetable/measures.ts';
import type { Outcome } from '../../domain/timetable/optimise.ts';
import type { Choice, TimetableQuestion } from '../../domain/timetable/question.ts';
import { USUAL_HOURS } from '../../domain/working-hours.ts';
import type { StoredPlacement, StoredResult } from '../../store/plans.ts';
import type { Scene } from './plan-scene.ts';
import { scheduleOf, slotQuestion, wholePhase } from '../listing/slot-question.ts';

export type Unplaced = StoredResult['unplaced'][number];

/** A timetable as it is kept: places with what is known of them, and what it comes to. */
export function resultOf(scene: Scene, question: TimetableQuestion, placed: readonly Choice[], outcomes: readonly Outcome[], unplaced: Unplaced[], changedByHand = false): StoredResult {
  return {
    placements: placed.toSorted((a, b) => a.start - b.start).map((choice) => placementOf(scene, choice)),
    unplaced,
    measures: measuresOf(question, placed, outcomes),
    changedByHand,
  };
}

export function placementOf(scene: Scene, choice: Choice): StoredPlacement {
  const { situation } = scene;
  const session = scene.sessions[choice.session]!;
  const facilitator = situation.facilitators[choice.facilitator]!;
  const present = scene.present.get(session.id);
  const { cluster } = session;
  // A place that was agreed on may be no slot any more: it is judged by the clocks alone.
  const frame = frameOf(slotQuestion(situation, session, wholePhase(session), scene.now));
  const sides = {
    cluster: suitability(frame, cluster.workingHours ?? USUAL_HOURS, { timeZone: cluster.timeZone, stays: [] }),
    facilitator: suitability(frame, facilitator.workingHours, scheduleOf(facilitator)),
  };
  return {
    sessionId: session.id,
    facilitatorId: facilitator.id,
    start: choice.start,
    end: addMinutes(choice.start, situation.policy.sessionMinutes),
    pinned: choice.isPinned,
    facilitatorTimeZone: zoneAt(scheduleOf(facilitator), choice.start),
    outsideHours: (['cluster', 'facilitator'] as const).filter((side) => sides[side].isOutside(choice.start)),
    comfort: { cluster: sides.cluster.comfortOf(choice.start), facilitator: sides.facilitator.comfortOf(choice.start) },
    discomfort: { cluster: choice.clusterMinutes, facilitator: choice.facilitatorMinutes },
    unwished: choice.isUnwished,
    present: present ? { bookingId: present.id, facilitatorId: present.facilitatorId, start: present.span.start, end: present.span.end } : null,
  };
}

function measuresOf(question: TimetableQuestion, placed: readonly Choice[], outcomes: readonly Outcome[]): PlanMeasures {
  return {
    ...placementMeasures(question, placed),
    objectives: outcomes.map(({ name, value, bound }) => ({ name, value, bound, gap: gapOf(value, bound, question.sessions.length), proven: value <= bound })),
  };
}

/** How much may be saved at most, as a share of the value; of what counts few things, as a share of the sessions. */
export function gapOf(value: number, bound: number, sessions: number): number {
  return value <= bound ? 0 : (value - bound) / Math.max(value, sessions);
}
