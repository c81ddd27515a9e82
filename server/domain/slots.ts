import { causeOf } from './causes.ts';
import { suitability, type Suitability } from './comfort.ts';
import { frameOf, type Frame } from './frame.ts';
import type { Instant } from './interval.ts';
import type { Comfort, FacilitatorRuns, Side, Slot, SlotCause, SlotFacilitator, SlotQuestion } from './slot-question.ts';
import { sweep } from './sweep.ts';
import { unite } from './united.ts';
import { USUAL_HOURS } from './working-hours.ts';

export { explainEmptiness, type AcceptedHour, type Reason, type Relaxation } from './reasons.ts';
export type { Comfort, FacilitatorRuns, Side, Slot, SlotCause, SlotCluster, SlotFacilitator, SlotQuestion } from './slot-question.ts';

/**
 * The slots of one session in a range, sorted by start and then by facilitator's id in code-point order. Throws
 * RangeError for a step or length under a minute, more than 370 days, and for what is no date, time or zone.
 */
export function listSlots(question: SlotQuestion): Slot[] {
  const frame = frameOf({ ...question, facilitators: question.facilitators.toSorted((a, b) => compareCodePoints(a.id, b.id)) });
  const all = sweep(frame);
  const { starts, whose } = unite(all);
  const cluster = clusterSide(frame);
  const facilitators = frame.question.facilitators.map((each, i) => (all[i]!.runs.length > 0 ? facilitatorSide(frame, each) : null));
  const slots: Slot[] = [];
  for (let i = 0; i < starts.length; i += 1) {
    const index = whose[i]!;
    slots.push(slotAt(frame, frame.question.facilitators[index]!, cluster, facilitators[index]!, starts[i]!));
  }
  return slots;
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
  if (sweep(frame)[0]!.runs.length === 0) return { ok: false, cause: causeOf(frame, facilitator, start) };
  return { ok: true, slot: slotAt(frame, facilitator, clusterSide(frame), facilitatorSide(frame, facilitator), start) };
}

function clusterSide(frame: Frame): Suitability {
  const { cluster } = frame.question;
  return suitability(frame, cluster.workingHours ?? USUAL_HOURS, { timeZone: cluster.timeZone, stays: [] });
}

function facilitatorSide(frame: Frame, { workingHours, schedule }: SlotFacilitator): Suitability {
  return suitability(frame, workingHours, schedule);
}

function slotAt({ length }: Frame, { id, busyAsOf }: SlotFacilitator, cluster: Suitability, facilitator: Suitability, start: number): Slot {
  const slot: Slot = {
    start: start as Instant,
    end: (start + length) as Instant,
    facilitatorId: id,
    outsideHours: OUTSIDE[(cluster.isOutside(start) ? 1 : 0) + (facilitator.isOutside(start) ? 2 : 0)]!,
    comfort: COMFORTS[cluster.comfortOf(start)][facilitator.comfortOf(start)],
  };
  return busyAsOf === undefined ? slot : { ...slot, busyAsOf };
}

/** Slots share these few: a grid has fifty thousand. */
const OUTSIDE: readonly (readonly Side[])[] = [[], ['cluster'], ['facilitator'], ['cluster', 'facilitator']];
const COMFORTS = tableOf((cluster) => tableOf((facilitator) => ({ cluster, facilitator })));

function tableOf<Value>(make: (comfort: Comfort) => Value): Record<Comfort, Value> {
  return { day: make('day'), edge: make('edge'), night: make('night') };
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
