import { useState } from 'preact/hooks';
import type { Booking } from '../../../../shared/api/bookings.ts';
import type { Slot } from '../../../../shared/api/slots.ts';
import { book } from '../../api/booking.ts';
import type { Problem } from '../../api/http.ts';
import { refresh } from '../../api/resource.ts';
import { claim, disclaim } from '../../live/own.ts';

export interface BookingAll {
  /** How many of how many have been asked for; null when nothing is under way. */
  progress: { done: number; all: number } | null;
  /** What is booked, by session, before the sessions themselves are read again. */
  made: ReadonlyMap<string, Booking>;
  /** What came of the last time: how many were booked, and how many somebody else was quicker for. */
  outcome: { booked: number; lost: number } | null;
  /** Why it ended early; what was booked before stands. */
  problem: Problem | null;
  bookAll: (times: readonly (readonly [sessionId: string, slot: Slot])[], needs: string) => Promise<void>;
}

/** Nothing here can be had any more, but the next session may be. */
const LOST = new Set(['slot-taken', 'not-a-slot', 'already-booked']);

/** Books one session after the other; one that is lost holds up none of the rest. */
export function useBookingAll(): BookingAll {
  const [progress, setProgress] = useState<BookingAll['progress']>(null);
  const [made, setMade] = useState<BookingAll['made']>(new Map());
  const [outcome, setOutcome] = useState<BookingAll['outcome']>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function bookAll(times: readonly (readonly [string, Slot])[], needs: string): Promise<void> {
    setOutcome(null);
    setProblem(null);
    const came = { booked: 0, lost: 0 };
    for (const [index, [sessionId, slot]] of times.entries()) {
      setProgress({ done: index, all: times.length });
      claim(slot);
      const answer = await book(sessionId, { facilitatorId: slot.facilitatorId, start: slot.start, ...(needs.trim() ? { needs: needs.trim() } : {}) });
      if (answer.ok) {
        came.booked += 1;
        setMade((before) => new Map(before).set(sessionId, answer.value));
        continue;
      }
      disclaim(slot);
      if (LOST.has(answer.problem.code)) came.lost += 1;
      else {
        setProblem(answer.problem);
        break;
      }
    }
    await refresh('sessions', 'slots', 'coverage');
    setMade(new Map());
    setOutcome(came);
    setProgress(null);
  }
  return { progress, made, outcome, problem, bookAll };
}
