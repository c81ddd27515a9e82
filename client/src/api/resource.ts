import { signal, type Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { serverNow } from '../format/clock.ts';
import { forgetGiven } from './given.ts';
import type { Answer, Problem } from './http.ts';

/** Something read from the server: what is known stays on screen while it is read again. */
export interface Reading<T> {
  value: T | undefined;
  /** Why the last reading failed; null when it did not. */
  problem: Problem | null;
  /** When `value` was read, on the server's clock. */
  at: number | null;
}

interface Entry {
  reading: Signal<Reading<unknown>>;
  load: () => Promise<Answer<unknown>>;
  watchers: number;
  /** Rises with each reading, so that a slow older answer never replaces a newer one. */
  turn: number;
}

const entries = new Map<string, Entry>();

/** Reads `key` now and again whenever `refresh` names it; several parts of the screen share one reading. */
export function useReading<T>(key: string, load: () => Promise<Answer<T>>): Reading<T> {
  const entry = entryOf(key, load);
  useEffect(() => watch(key, entry), [key, entry]);
  return entry.reading.value as Reading<T>;
}

/** Reads again what is on screen below one of these prefixes, and forgets what is not. */
export async function refresh(...prefixes: string[]): Promise<void> {
  forgetGiven();
  const named = [...entries].filter(([key]) => prefixes.some((prefix) => key.startsWith(prefix)));
  for (const [key, entry] of named) if (entry.watchers === 0) entries.delete(key);
  await Promise.all(named.filter(([, entry]) => entry.watchers > 0).map(([key]) => readAgain(key)));
}

/**
 * Counts one more part of the screen that shows the reading, and reads it. Between drawing and this, a refresh may have
 * forgotten the entry as one that nobody watches: then it is put back. Returns how to stop.
 */
function watch(key: string, entry: Entry): () => void {
  if (!entries.has(key)) entries.set(key, entry);
  entry.watchers += 1;
  void readAgain(key);
  return () => { entry.watchers -= 1; };
}

export async function readAgain(key: string): Promise<void> {
  const entry = entries.get(key);
  if (!entry) return;
  entry.turn += 1;
  const turn = entry.turn;
  const answer = await entry.load();
  if (turn !== entry.turn) return;
  const { value, at } = entry.reading.peek();
  entry.reading.value = answer.ok ? { value: answer.value, problem: null, at: serverNow() } : { value, problem: answer.problem, at };
}

function entryOf(key: string, load: () => Promise<Answer<unknown>>): Entry {
  const known = entries.get(key);
  if (known) return Object.assign(known, { load });
  const entry: Entry = { reading: signal({ value: undefined, problem: null, at: null }), load, watchers: 0, turn: 0 };
  entries.set(key, entry);
  return entry;
}
