import { signal } from '@preact/signals';

export interface Toast {
  id: number;
  text: string;
  action?: { label: string; run: () => void };
}

const SHOWN_MS = 10_000;
let lastId = 0;

export const toasts = signal<readonly Toast[]>([]);

/** Shows one sentence for ten seconds, with at most one thing to do about it. Returns how to take it away. */
export function toast(text: string, action?: Toast['action']): () => void {
  lastId += 1;
  const id = lastId;
  const drop = () => { toasts.value = toasts.value.filter((each) => each.id !== id); };
  toasts.value = [...toasts.value, action ? { id, text, action: { label: action.label, run: () => { drop(); action.run(); } } } : { id, text }];
  setTimeout(drop, SHOWN_MS);
  return drop;
}
