import { causeOf } from './causes.ts';
import { suitability, type Suitability } from './comfort.ts';
import { frameOf, type Frame } from './frame.ts';
import type { Instant } from './interval.ts';
import type { FacilitatorRuns, Side, Slot, SlotCause, SlotFacilitator, SlotQuestion } from './slot-question.ts';
import { sweep } from './sweep.ts';
import { USUAL_HOURS } from './working-hours.ts';

export { explainEmptiness, type AcceptedHour, type Reason, type Relaxation } from './reasons.ts';
export type { Comfort, FacilitatorRuns, Side, Slot, SlotCause, SlotCluster, SlotFacilitator, SlotQuestion } from './slot-question.ts';

/**
 * The slots of one session in a range, sorted by start and then by facilitator's id in code-point order. Throws
 * RangeError for a step or length under a minute, more than 370 days, and for what is no date, time or zone.
 */
export function listSlots(question: SlotQuestion): Slot[] {
  const frame = frameOf({ ...question, facilitators: question.facilitators.toSorted((a, b) => compareCodePoints(a.id, b.id)) });
  const slots = sweep(frame).flatMap((runs, i) => slotsOf(frame, frame.question.facilitators[i]!, runs));
  // Sorting is stable: slots of one start keep the order of the facilitators.
  return slots.toSorted((a, b) => a.start - b.start);
}

/** The starts alone, as runs, in the order of the question's facilitators: for callers that need no objects. */
export function slotRuns(question: SlotQuestion): FacilitatorRuns[] {
  return sweep(frameOf(question));
}

/**
 * Whether `start` with this facilitator is a slot: the listing, of a range that holds this start alone. The question's
 * `from` and `to` do not matter. `outsideHours` does: who asks for such a slot must say so.
 */
export function decideSlot(
  question: SlotQuestion,
  facilitatorId: string,
  start: Instant,
): { ok: true; slot: Slot } | { ok: false; cause: SlotCause } {
  const facilitator = question.facilitators.find(({ id }) => id === facilitatorId);
  if (!facilitator) return { ok: false, cause: 'no-facilitator' };
  const { startsOn } = question.phase;
  const phase = frameOf({ ...question, facilitators: [facilitator], from: startsOn, to: startsOn });
  if (!(start >= phase.phaseStart && start < phase.phaseEnd)) return { ok: false, cause: 'outside-phase' };
  const frame = { ...phase, rangeStart: start, rangeEnd: start + 1 };
  const [slot] = sweep(frame).flatMap((runs) => slotsOf(frame, facilitator, runs));
  return slot ? { ok: true, slot } : { ok: false, cause: causeOf(frame, facilitator, start) };
}

function slotsOf(frame: Frame, facilitator: SlotFacilitator, { runs, stepMilliseconds }: FacilitatorRuns): Slot[] {
  if (runs.length === 0) return [];
  const { cluster } = frame.question;
  const sides: Record<Side, Suitability> = {
    cluster: suitability(frame, cluster.workingHours ?? USUAL_HOURS, { timeZone: cluster.timeZone, stays: [] }),
    facilitator: suitability(frame, facilitator.workingHours, facilitator.schedule),
  };
  const slots: Slot[] = [];
  for (let i = 0; i < runs.length; i += 2) {
    for (let start = runs[i]!; start <= runs[i + 1]!; start += stepMilliseconds) {
      slots.push(slotAt(frame, facilitator, sides, start));
    }
  }
  return slots;
}

function slotAt({ length }: Frame, { id, busyAsOf }: SlotFacilitator, { cluster, facilitator }: Record<Side, Suitability>, start: number): Slot {
  const outsideHours: Side[] = [];
  if (cluster.isOutside(start)) outsideHours.push('cluster');
  if (facilitator.isOutside(start)) outsideHours.push('facilitator');
  return {
    start: start as Instant,
    end: (start + length) as Instant,
    facilitatorId: id,
    outsideHours,
    comfort: { cluster: cluster.comfortOf(start), facilitator: facilitator.comfortOf(start) },
    ...(busyAsOf === undefined ? {} : { busyAsOf }),
  };
}

/** Unlike `<`, which compares UTF-16 units, puts characters beyond U+FFFF last, as UTF-8 and PostgreSQL's "C" order do. */
function compareCodePoints(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i += 1) {
    const difference = left[i]!.codePointAt(0)! - right[i]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
