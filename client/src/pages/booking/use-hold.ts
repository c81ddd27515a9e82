import { useEffect, useRef, useState } from 'preact/hooks';
import type { Change } from '../../../../shared/api/changes.ts';
import type { Hold } from '../../../../shared/api/holds.ts';
import type { Role } from '../../../../shared/api/me.ts';
import type { Session } from '../../../../shared/api/sessions.ts';
import type { Slot } from '../../../../shared/api/slots.ts';
import { extendHold, placeHold, releaseHold } from '../../api/booking.ts';
import type { Problem } from '../../api/http.ts';
import { refresh } from '../../api/resource.ts';
import { serverNow } from '../../format/clock.ts';
import { onChange } from '../../live/connection.ts';
import { claim, disclaim } from '../../live/own.ts';
import { bookingWords, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { toast } from '../../state/toasts.ts';
import { useEvent } from '../../state/use-event.ts';

export type Place = Pick<Slot, 'facilitatorId' | 'start'>;

/** Why one is choosing again. */
export type Setback =
  | { kind: 'lapsed'; place: Place }
  | { kind: 'lost'; place: Place; alternatives: readonly Slot[] }
  | { kind: 'failed'; problem: Problem };

export interface Holding {
  hold: Hold | null;
  setback: Setback | null;
  busy: boolean;
  place: (place: Place) => Promise<void>;
  extend: () => Promise<Problem | null>;
  /** `back`: by the browser's button, so it can be undone. */
  release: (by: 'button' | 'back') => Promise<void>;
  /** It has ended without our doing. */
  lapse: () => void;
  /** The server took another at that place. */
  lose: (problem: Problem) => void;
}

/** One session's hold: a cluster's own, whoever of it placed it and on whatever device; of those who book for a cluster, only what they placed themselves. */
export function useHold(session: Session): Holding {
  const { role } = useViewer();
  const [hold, setHold] = useState<Hold | null>(() => ours(session.hold, role));
  const [setback, setSetback] = useState<Setback | null>(null);
  const [busy, setBusy] = useState(false);
  // Holds known to have ended: an older reading of the session must not bring one back.
  const overRef = useRef(new Set<string>());
  const end = (next: Setback | null) => {
    if (hold) overRef.current.add(hold.id);
    if (hold) disclaim(hold);
    setHold(null);
    setSetback(next);
  };
  const adopt = useEvent((known: Hold | undefined) => {
    const found = ours(known, role);
    if (!found || overRef.current.has(found.id) || hold?.id === found.id) return;
    claim(found);
    setHold(found);
    setSetback(null);
  });
  const hear = useEvent(({ kind, data }: Change) => {
    if (kind !== 'hold.ended' || !hold || data['id'] !== hold.id || data['why'] === 'booked') return;
    end(data['why'] === 'lapsed' ? { kind: 'lapsed', place: hold } : null);
  });
  useEffect(() => adopt(session.hold), [session.hold, adopt]);
  useEffect(() => onChange(hear), [hear]);

  async function place(wish: Place): Promise<void> {
    setBusy(true);
    claim(wish);
    const answer = await placeHold(session.id, { facilitatorId: wish.facilitatorId, start: wish.start });
    setBusy(false);
    if (answer.ok) {
      rememberHold(answer.value.id);
      setHold(answer.value);
      setSetback(null);
      return;
    }
    disclaim(wish);
    setSetback(setbackOf(answer.problem, wish));
    await refresh('slots', 'sessions');
  }

  async function extend(): Promise<Problem | null> {
    if (!hold) return null;
    const answer = await extendHold(hold.id);
    if (answer.ok) setHold(answer.value);
    else if (answer.problem.code === 'hold-expired') end({ kind: 'lapsed', place: hold });
    else return answer.problem;
    return null;
  }

  async function release(by: 'button' | 'back'): Promise<void> {
    if (!hold) return;
    const freed = hold;
    end(null);
    if (by === 'back') toast(bookingWords().book.released, { label: words().app.undo, run: () => void place(freed) });
    await releaseHold(freed.id);
    await refresh('sessions');
  }

  return {
    hold, setback, busy, place, extend, release,
    lapse: () => hold && end({ kind: 'lapsed', place: hold }),
    lose: (problem) => hold && end(setbackOf(problem, hold)),
  };
}

function setbackOf(problem: Problem, place: Place): Setback {
  if (problem.code === 'slot-taken' || problem.code === 'not-a-slot') return { kind: 'lost', place, alternatives: problem.alternatives };
  if (problem.code === 'hold-expired') return { kind: 'lapsed', place };
  return { kind: 'failed', problem };
}

/** The hold that this page may go on with, if it still stands. */
function ours(hold: Hold | undefined, role: Role): Hold | null {
  if (!hold || Date.parse(hold.expiresAt) <= serverNow()) return null;
  return role === 'representative' || sessionStorage.getItem(KEY) === hold.id ? hold : null;
}

/** The last hold that this tab placed. */
const KEY = 'visavis.hold';

function rememberHold(id: string): void {
  sessionStorage.setItem(KEY, id);
}
