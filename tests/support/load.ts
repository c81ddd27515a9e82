import type { Api } from './api.ts';
import type { SessionRow } from './programme.ts';
import { pause } from './until.ts';

export interface Load {
  /** Bookings that were answered with 201, and not with a cancellation since. */
  readonly standing: Map<string, { start: string }>;
  readonly statuses: Record<string, number>;
  readonly slowestMs: () => number;
  /** Ends the load; resolves when every request in hand has its answer. */
  stop(): Promise<void>;
}

/** Clusters that book and cancel without a pause, each its own session, until told to stop. A lost connection counts as `lost`. */
export function bookWithoutPause(apiNow: () => Api, sessions: readonly SessionRow[], wishes: (session: number, round: number) => { facilitatorId: string; start: string }): Load {
  const standing = new Map<string, { start: string }>();
  const statuses: Record<string, number> = {};
  let slowest = 0;
  const ending = new AbortController();
  const send = async (request: () => Promise<{ status: number; body: any }>) => {
    const began = performance.now();
    const reply = await request().catch(() => ({ status: 0, body: {} }));
    slowest = Math.max(slowest, performance.now() - began);
    const name = reply.status === 0 ? 'lost' : String(reply.status);
    statuses[name] = (statuses[name] ?? 0) + 1;
    return reply;
  };
  const cancel = async (id: string) => {
    const cancelled = await send(() => apiNow().delete(`/bookings/${id}`));
    if (cancelled.status === 200) standing.delete(id);
  };
  const clusters = sessions.map(async (session, index) => {
    for (let round = 0; !ending.signal.aborted; round += 1) {
      const booked = await send(() => apiNow().post(`/sessions/${session.id}/booking`, wishes(index, round)));
      if (booked.status === 201) {
        standing.set(booked.body.id, { start: booked.body.start });
        await cancel(booked.body.id);
      } else if (booked.status === 0 || booked.status === 503) await pause(50);
      else if (booked.body.code === 'already-booked') {
        // The answer to a booking or a cancellation was lost: the cluster looks, and cancels what is there.
        const found = await send(() => apiNow().get(`/sessions/${session.id}`));
        if (found.body.booking) await cancel(found.body.booking.id);
      }
    }
  });
  return {
    standing, statuses,
    slowestMs: () => slowest,
    stop: async () => {
      ending.abort();
      await Promise.all(clusters);
    },
  };
}
