import { signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';
import { Unloadable } from './unloadable.tsx';

export interface Deferred<Props> extends FunctionComponent<Props> {
  /** Fetches the code before it is drawn. */
  preload: () => void;
}

const RETRY_AFTER_MS = [300, 1500, 5000];

/** Something whose code is fetched when it is first needed, and again when that fails; nothing is drawn until it has come. */
export function deferred<Props extends object>(load: () => Promise<FunctionComponent<Props>>): Deferred<Props> {
  const state = signal<{ code: FunctionComponent<Props> | null; isLost: boolean }>({ code: null, isLost: false });
  let isLoading = false;
  async function fetchCode(): Promise<void> {
    if (isLoading || state.peek().code) return;
    isLoading = true;
    const code = await insist(load);
    isLoading = false;
    state.value = { code, isLost: code === null };
  }
  function Drawn(props: Props) {
    const { code: Code, isLost } = state.value;
    useEffect(() => void fetchCode(), []);
    if (Code) return <Code {...props} />;
    return isLost ? <Unloadable /> : null;
  }
  return Object.assign(Drawn, { preload: () => void fetchCode() });
}

/** Null where it fails again and again. */
export async function insist<T>(load: () => Promise<T>): Promise<T | null> {
  for (const wait of [...RETRY_AFTER_MS, null]) {
    try {
      return await load();
    } catch {
      if (wait !== null) await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return null;
}
