import { compileAvailability } from '../../server/domain/availability.ts';
import type { Availability } from '../../server/domain/programme.ts';
import type { SlotFacilitator, SlotQuestion } from '../../server/domain/slots.ts';

/** A question as people state it: with rules, overrides and travel instead of what the engine makes of them. */
export interface PlainQuestion extends Omit<SlotQuestion, 'facilitators'> {
  readonly facilitators: readonly PlainFacilitator[];
}

export interface PlainFacilitator extends Omit<SlotFacilitator, 'schedule'> {
  readonly availability: Availability;
}

export function compiled(question: PlainQuestion): SlotQuestion {
  return {
    ...question,
    facilitators: question.facilitators.map(({ availability, ...facilitator }) => ({
      ...facilitator,
      schedule: compileAvailability(availability, facilitator.timeZone),
    })),
  };
}
