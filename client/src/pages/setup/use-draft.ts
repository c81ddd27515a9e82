import { useEffect, useRef, useState } from 'preact/hooks';
import type { Draft } from '../../../../shared/api/drafts.ts';
import { putDraft } from '../../api/setup.ts';
import { serverNow } from '../../format/clock.ts';
import { useEvent } from '../../state/use-event.ts';
import { emptySetup, type Setup, setupOf } from './model.ts';

/** `stale`: somebody, or another window, has changed it since; nothing is overwritten. */
export type Keeping = { kind: 'saved'; at: number } | { kind: 'saving' | 'unsaved' | 'stale' };

/** To another programme, or from whatever it is by then: what is undone must not undo what came after. */
export type Change = (next: Setup | ((now: Setup) => Setup)) => void;

const SAVE_AFTER_MS = 600;
const RETRY_AFTER_MS = 3000;

/** What has been filled in, kept on the server a moment after each change: one after the other, none lost while there is a line. */
export function useDraft(draft: Draft): { setup: Setup; keeping: Keeping; change: Change } {
  const [setup, setSetup] = useState<Setup>(() => setupOf(draft.document) ?? emptySetup('', ''));
  const latestRef = useRef(setup);
  const [keeping, setKeeping] = useState<Keeping>({ kind: 'saved', at: Date.parse(draft.changedAt) });
  const stateRef = useRef<{ version: number; wanted: Setup | null; isBusy: boolean; timer: ReturnType<typeof setTimeout> | undefined }>({ version: draft.version, wanted: null, isBusy: false, timer: undefined });
  const save = useEvent(async () => {
    const state = stateRef.current;
    clearTimeout(state.timer);
    if (state.isBusy) return;
    state.isBusy = true;
    while (state.wanted) {
      const sent = state.wanted;
      state.wanted = null;
      setKeeping({ kind: 'saving' });
      const answer = await putDraft(draft.id, state.version, { name: sent.programme.name.slice(0, 200), document: { ...sent } });
      if (answer.ok) {
        state.version = answer.value.version;
        setKeeping({ kind: 'saved', at: serverNow() });
      } else if (answer.problem.code === 'stale') setKeeping({ kind: 'stale' });
      else {
        state.wanted ??= sent;
        setKeeping({ kind: 'unsaved' });
        break;
      }
    }
    state.isBusy = false;
  });
  const change = useEvent((wished: Parameters<Change>[0]) => {
    const next = typeof wished === 'function' ? wished(latestRef.current) : wished;
    latestRef.current = next;
    setSetup(next);
    const state = stateRef.current;
    state.wanted = next;
    // What is said to be kept is kept: not while this one waits for the next key.
    if (keeping.kind === 'saved') setKeeping({ kind: 'saving' });
    clearTimeout(state.timer);
    state.timer = setTimeout(() => void save(), SAVE_AFTER_MS);
  });
  useEffect(() => {
    if (keeping.kind !== 'unsaved') return undefined;
    const timer = setTimeout(() => void save(), RETRY_AFTER_MS);
    return () => clearTimeout(timer);
  }, [keeping, save]);
  useEffect(() => {
    const hidden = () => { if (document.visibilityState === 'hidden') void save(); };
    document.addEventListener('visibilitychange', hidden);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      void save();
    };
  }, [save]);
  return { setup, keeping, change };
}
