import { LRUCache } from 'lru-cache';
import type { Instant } from '../../domain/interval.ts';
import { addMinutes } from '../../domain/interval.ts';
import type { Slot } from '../../domain/slots.ts';
import type { Queryable } from '../../store/database.ts';
import { revisionsOfProgrammes, revisionsOfSessions } from '../../store/revisions.ts';
import { situationsOfSessions, type Situation } from '../../store/situation.ts';
import { situationsOfWishes, type SituationOfWish } from '../../store/situation-of-wish.ts';
import { together, type Reader } from '../../store/together.ts';

/** What listing slots reads, and what it keeps of lists it has made. */
export interface Listings {
  readonly db: Queryable;
  readonly situations: Reader<Situation>;
  /** By `wishKey`. */
  readonly situationsOfWishes: Reader<SituationOfWish>;
  readonly revisionOfSession: Reader<number>;
  readonly revisionOfProgramme: Reader<number>;
  readonly kept: LRUCache<string, Kept>;
}

/** A list as it was made at a revision: nothing that it says changes until `until`, unless the revision does. */
export interface Kept<List extends object = object> {
  readonly revision: number;
  readonly until: Instant;
  readonly situation: Situation | null;
  readonly list: List;
}

/** Slots that all kept lists may have between them: some 100 MB. */
const MOST_SLOTS = 200_000;
/** Whatever else may age, ages no longer than this in a kept list. */
const LONGEST_MINUTES = 0.5;

export function openListings(db: Queryable): Listings {
  return {
    db,
    situations: together((ids) => situationsOfSessions(db, ids)),
    situationsOfWishes: together((keys) => situationsOfWishes(db, keys)),
    revisionOfSession: together((ids) => revisionsOfSessions(db, ids)),
    revisionOfProgramme: together((ids) => revisionsOfProgrammes(db, ids)),
    kept: new LRUCache<string, Kept>({ maxSize: MOST_SLOTS }),
  };
}

/**
 * The kept list, or one made now. A revision changes with everything that decides slots, so that what was made at this
 * revision is right whichever process has written since.
 */
export async function keptOrMade<List extends object>(
  { kept }: Listings, key: string, revision: number, now: Instant, make: () => Promise<{ kept: Kept<List>; size: number } | null>,
): Promise<Kept<List> | null> {
  const known = kept.get(key) as Kept<List> | undefined;
  if (known && known.revision === revision && now < known.until) return known;
  const made = await make();
  if (made) kept.set(key, made.kept, { size: made.size + 1 });
  return made?.kept ?? null;
}

/** How long a list stays as it is: until a hold lapses, or its first slot is too near to be had. */
export function staysUntil(situation: Situation, slots: readonly Slot[], now: Instant): Instant {
  const lapses = situation.engagements.flatMap(({ expiresAt }) => (expiresAt !== null && expiresAt > now ? [expiresAt] : []));
  // At that very millisecond it can still be had.
  const first = slots[0] ? [addMinutes(slots[0].start, -situation.policy.minimumNoticeMinutes) + 1] : [];
  return Math.min(addMinutes(now, LONGEST_MINUTES), ...lapses, ...first) as Instant;
}
