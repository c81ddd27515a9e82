import { epochDay, MINUTE, WALL_DAY } from './calendar-date.ts';
import type { SlotQuestion } from './slot-question.ts';
import { wallToInstant } from './wall-time.ts';

/** A question's lengths in milliseconds and its borders as epoch milliseconds. */
export interface Frame {
  readonly question: SlotQuestion;
  readonly length: number;
  readonly step: number;
  readonly bufferBefore: number;
  readonly bufferAfter: number;
  readonly phaseStart: number;
  readonly phaseEnd: number;
  /** The phase's first date as an epoch day. */
  readonly phaseDay: number;
  /** Starts lie in `[rangeStart, rangeEnd)`. */
  readonly rangeStart: number;
  readonly rangeEnd: number;
  /** Now and the notice: nothing starts earlier. */
  readonly earliestStart: number;
}

/** No question may keep the process longer than this many days take. */
export const MAXIMUM_DAYS = 370;

/** Throws RangeError for lengths, dates and zones that no programme can have, and for more than 370 days. */
export function frameOf(question: SlotQuestion): Frame {
  const { policy, phase, programmeTimeZone, timeZone } = question;
  const firstDay = epochDay(question.from);
  const lastDay = epochDay(question.to);
  if (lastDay < firstDay) throw new RangeError(`a range cannot end on ${question.to} before it starts on ${question.from}`);
  if (lastDay - firstDay >= MAXIMUM_DAYS) throw new RangeError(`a range has at most ${MAXIMUM_DAYS} days`);
  atLeastOne('maximumPerFacilitatorPerDay', policy.maximumPerFacilitatorPerDay);
  atLeastOne('maximumPerClusterPerDay', policy.maximumPerClusterPerDay);
  const phaseDay = epochDay(phase.startsOn);
  return {
    question,
    length: minutes('sessionMinutes', policy.sessionMinutes, 1),
    step: minutes('slotStepMinutes', policy.slotStepMinutes, 1),
    bufferBefore: minutes('bufferBeforeMinutes', policy.bufferBeforeMinutes, 0),
    bufferAfter: minutes('bufferAfterMinutes', policy.bufferAfterMinutes, 0),
    phaseStart: wallToInstant(phaseDay * WALL_DAY, programmeTimeZone),
    phaseEnd: wallToInstant((epochDay(phase.endsOn) + 1) * WALL_DAY, programmeTimeZone),
    phaseDay,
    rangeStart: wallToInstant(firstDay * WALL_DAY, timeZone),
    rangeEnd: wallToInstant((lastDay + 1) * WALL_DAY, timeZone),
    earliestStart: question.now + minutes('minimumNoticeMinutes', policy.minimumNoticeMinutes, 0),
  };
}

function minutes(name: string, value: number, least: number): number {
  if (!Number.isInteger(value) || value < least) throw new RangeError(`${name} must be a whole number from ${least}: ${value}`);
  return value * MINUTE;
}

function atLeastOne(name: string, value: number | undefined): void {
  if (value !== undefined && !(Number.isInteger(value) && value >= 1)) {
    throw new RangeError(`${name} must be a whole number from 1: ${value}`);
  }
}
