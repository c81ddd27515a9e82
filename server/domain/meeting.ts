import { addMinutes, type Instant, type Interval } from './interval.ts';

/** A room for each booking under a name nobody can guess: needs no account on either side. */
export const DEFAULT_MEETING_ADDRESS = 'https://meet.jit.si/visavis-{room}';

/** Early enough to try the microphone, too late to walk into the session before. */
const OPENS_EARLY_MINUTES = 10;
/** Sessions run over. */
const CLOSES_LATE_MINUTES = 30;

/** Whose meeting addresses may be meant for a booking; null where there is none of their own. */
export interface MeetingPlaces {
  readonly facilitator: string | null;
  readonly programme: string | null;
}

/** Where a booking meets: the facilitator's own address, else the programme's, else a room made for it. `room` is the booking's own name. */
export function meetingAddress({ facilitator, programme }: MeetingPlaces, room: string): string {
  return (facilitator ?? programme ?? DEFAULT_MEETING_ADDRESS).replaceAll('{room}', room);
}

/** From when the meeting may be entered. */
export function joinOpensAt(span: Interval): Instant {
  return addMinutes(span.start, -OPENS_EARLY_MINUTES);
}

/** Where a session stands for who wants to join it. */
export function joinState(span: Interval, now: Instant): 'early' | 'open' | 'over' {
  if (now < joinOpensAt(span)) return 'early';
  return now < addMinutes(span.end, CLOSES_LATE_MINUTES) ? 'open' : 'over';
}
