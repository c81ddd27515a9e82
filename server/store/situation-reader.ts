import type { Queryable } from './database.ts';
import { situationsOfSessions, type Situation } from './situation.ts';

/** The situation of one session as it is at some moment after the call; null when there is none of that id. */
export type SituationReader = (sessionId: string) => Promise<Situation | null>;

/**
 * Reads situations one statement at a time: whoever asks while one is under way is answered by the next, together with
 * all who ask meanwhile. One caller waits for nobody; of two hundred at once, one hundred and ninety-nine share a statement.
 */
export function situationReader(db: Queryable): SituationReader {
  let waiting = new Set<string>();
  let next: Promise<Map<string, Situation>> | null = null;
  let running: Promise<unknown> = Promise.resolve();

  const startNext = () => {
    const mine = waiting;
    const read = running.then(() => {
      // From here on callers are the next statement's.
      waiting = new Set();
      next = null;
      return situationsOfSessions(db, [...mine]);
    });
    running = read.catch(() => undefined);
    return read;
  };

  return async (sessionId) => {
    next ??= startNext();
    waiting.add(sessionId);
    return (await next).get(sessionId) ?? null;
  };
}
