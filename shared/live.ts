import type { Change } from './api/changes.ts';

/** What a client says on `/live`. */
export interface ClientToServer {
  /** Without `after`: from now on. With it: first what was missed since. */
  watch(request: { programmeId: string; after?: number }, acknowledge: (answer: WatchAnswer) => void): void;
  unwatch(request: { programmeId: string }): void;
  /** Tells others that a session's slots are being looked at; `null` when no longer. */
  look(request: { sessionId: string | null }): void;
}

/** What the server says: changes in order of revision, none twice, none missing. */
export interface ServerToClient {
  changes(message: { programmeId: string; changes: Change[] }): void;
  /** `after` was too far back: read everything again, then go on from `revision`. */
  reset(message: { programmeId: string; revision: number }): void;
  presence(message: { sessionId: string; looking: number }): void;
}

export type WatchAnswer = { revision: number } | { error: string };
