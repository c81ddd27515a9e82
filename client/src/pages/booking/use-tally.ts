import { useEffect, useRef } from 'preact/hooks';
import { bookingWords } from '../../locales/index.ts';
import { announce } from '../../state/announcer.ts';

/** Others book in bursts; one sentence for each burst is enough. */
const GATHER_MS = 1500;

/** Gathers losses and says them in one sentence: `2 times have just been taken. 24 left.` */
export function useTally(): (taken: number, left: number) => void {
  const stateRef = useRef<{ taken: number; left: number; timer: ReturnType<typeof setTimeout> | undefined }>({ taken: 0, left: 0, timer: undefined });
  useEffect(() => () => clearTimeout(stateRef.current.timer), []);
  return (taken, left) => {
    if (taken === 0) return;
    const before = stateRef.current;
    const timer = before.timer ?? setTimeout(() => {
      announce(bookingWords().book.takenBatch(stateRef.current.taken, stateRef.current.left));
      stateRef.current = { taken: 0, left: 0, timer: undefined };
    }, GATHER_MS);
    stateRef.current = { taken: before.taken + taken, left, timer };
  };
}
