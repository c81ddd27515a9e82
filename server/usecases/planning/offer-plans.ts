import type { Instant } from '../../domain/interval.ts';
import type { Database } from '../../store/database.ts';
import { markRelayed, takeSolvings, type Solving } from '../../store/plans.ts';

export interface PlanRelay {
  /** Puts them into the queue; one that is there already is the same one. Throws if it could not in good time. */
  offer(solvings: readonly Solving[]): Promise<void>;
  /** Those offered before and still not solved are offered again: the queue may have lost them. */
  readonly staleBefore: Instant;
  readonly limit: number;
}

/** As deliveries are: marked once they are in the queue, in the transaction that has them locked. */
export async function offerPlans(db: Database, relay: PlanRelay, now: Instant): Promise<number> {
  return db.transaction(async (tx) => {
    const solvings = await takeSolvings(tx, relay.staleBefore, relay.limit);
    if (solvings.length === 0) return 0;
    await relay.offer(solvings);
    await markRelayed(tx, solvings.map(({ id }) => id), now);
    return solvings.length;
  });
}
