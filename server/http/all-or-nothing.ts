import type { Refusal, Result } from '../domain/result.ts';
import type { Database, Tx } from '../store/database.ts';

/** Does it in one transaction; a refusal leaves nothing behind: what was written before it is rolled back. */
export async function allOrNothing<Value>(db: Database, work: (tx: Tx) => Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await db.transaction(async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new RolledBack(result);
      return result;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.refusal;
    throw error;
  }
}

class RolledBack extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.problem.code);
    this.refusal = refusal;
  }
}
