import { useEffect, useRef } from 'preact/hooks';
import { clusterWords } from '../../locales/index.ts';
import { announce } from '../../state/announcer.ts';

/** Others book in bursts; one sentence for each burst is enough. */
const GATHER_MS = 1500;

/** Gathers losses and says them in one sentence: `2 times have just been taken. 24 left.` */
export function useTally(): (taken: number, left: number) => void {
  const state = useRef<{ taken: number; left: number; timer: ReturnType<typeof setTimeout> | undefined }>({ taken: 0, left: 0, timer: undefined });
  useEffect(() => () => clearTimeout(state.current.timer), []);
  return (taken, left) => {
    if (taken === 0) return;
    const now = state.current;
    now.taken += taken;
    now.left = left;
    now.timer ??= setTimeout(() => {
      announce(clusterWords().book.takenBatch(now.taken, now.left));
      state.current = { taken: 0, left: 0, timer: undefined };
    }, GATHER_MS);
  };
}
