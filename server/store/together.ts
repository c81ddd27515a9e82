/** The value of a key as it is at some moment after the call; null when there is none. */
export type Reader<Value> = (key: string) => Promise<Value | null>;

/**
 * Reads one statement at a time: whoever asks while one is under way is answered by the next, together with all who ask
 * meanwhile. One caller waits for nobody; of two hundred at once, one hundred and ninety-nine share a statement.
 */
export function together<Value>(readMany: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>): Reader<Value> {
  let waiting = new Set<string>();
  let next: Promise<ReadonlyMap<string, Value>> | null = null;
  let running: Promise<unknown> = Promise.resolve();

  const startNext = () => {
    const mine = waiting;
    const read = running.then(() => {
      // From here on callers are the next statement's.
      waiting = new Set();
      next = null;
      return readMany([...mine]);
    });
    running = read.catch(() => undefined);
    return read;
  };

  return async (key) => {
    next ??= startNext();
    waiting.add(key);
    return (await next).get(key) ?? null;
  };
}
