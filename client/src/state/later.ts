/** Things that were promised for a few seconds from now, so that they can still be taken back. */
const promised = new Map<number, { timer: ReturnType<typeof setTimeout>; run: (leaving: boolean) => void }>();
let lastId = 0;

/**
 * Does something after a while, or at once when the page is left.
 * @param run is told whether the page is being left, so that its request may outlive it
 * @returns how to take it back
 */
export function later(milliseconds: number, run: (leaving: boolean) => void): () => void {
  lastId += 1;
  const id = lastId;
  const timer = setTimeout(() => {
    promised.delete(id);
    run(false);
  }, milliseconds);
  promised.set(id, { timer, run });
  return () => {
    clearTimeout(timer);
    promised.delete(id);
  };
}

/** Whether something can still be taken back. */
export function isPromising(): boolean {
  return promised.size > 0;
}

/** Keeps every promise now. */
export function keepPromises(): void {
  for (const { timer, run } of promised.values()) {
    clearTimeout(timer);
    run(true);
  }
  promised.clear();
}
