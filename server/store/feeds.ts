import type { Own } from '../domain/access.ts';
import type { BookedSession } from '../domain/invitation-content.ts';
import type { Instant } from '../domain/interval.ts';
import type { Language } from '../domain/invitation.ts';
import type { IsoDate } from '../domain/programme.ts';
import type { Queryable, Tx } from './database.ts';
import { sessionFromRow, SESSION_COLUMNS, SESSION_JOINS, type SessionRow } from './deliveries-content.ts';

export type FeedKind = 'programme' | 'facilitator' | 'cluster' | 'representative';

/** Whoever a calendar feed is of. */
export interface FeedOwner {
  readonly kind: FeedKind;
  readonly id: string;
  readonly programmeId: string;
  /** Of a cluster and its representatives. */
  readonly clusterId: string | null;
  readonly programme: string;
  readonly name: string;
  readonly language: Language;
  readonly feedGeneration: number;
}

export async function findFeedOwner(db: Queryable, id: string): Promise<FeedOwner | null> {
  const { rows } = await db.query<FeedOwner>(
    `SELECT 'programme' AS kind, p.id, p.id AS "programmeId", NULL AS "clusterId", p.name AS programme, p.name, 'en' AS language, p.feed_generation AS "feedGeneration"
     FROM programmes p WHERE p.id = $1
     UNION ALL
     SELECT 'facilitator', f.id, p.id, NULL, p.name, f.name, f.language, f.feed_generation
     FROM facilitators f JOIN programmes p ON p.id = f.programme_id WHERE f.id = $1
     UNION ALL
     SELECT 'cluster', c.id, p.id, c.id, p.name, c.name,
            COALESCE((SELECT language FROM representatives r WHERE r.cluster_id = c.id ORDER BY position, id LIMIT 1), 'en'), c.feed_generation
     FROM clusters c JOIN programmes p ON p.id = c.programme_id WHERE c.id = $1
     UNION ALL
     SELECT 'representative', r.id, p.id, c.id, p.name, c.name, r.language, r.feed_generation
     FROM representatives r JOIN clusters c ON c.id = r.cluster_id JOIN programmes p ON p.id = c.programme_id WHERE r.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/** The owner's confirmed bookings, each as it stands now, by start. */
export async function sessionsOfFeed(db: Queryable, { kind, id, programmeId, clusterId }: FeedOwner): Promise<BookedSession[]> {
  const { rows } = await db.query<SessionRow>(
    `SELECT ${SESSION_COLUMNS}
     FROM booking_revisions r
     ${SESSION_JOINS}
     WHERE b.programme_id = $1 AND b.status = 'confirmed' AND r.sequence = b.sequence
       AND ($2::text IS NULL OR b.cluster_id = $2) AND ($3::text IS NULL OR b.facilitator_id = $3)
     ORDER BY lower(r.span), b.id`,
    [programmeId, clusterId, kind === 'facilitator' ? id : null],
  );
  return rows.map(sessionFromRow);
}

/** A classroom phase as feeds show it. */
export interface ClassroomDays {
  readonly id: string;
  readonly name: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly version: number;
  readonly changedAt: Instant;
}

export async function classroomDays(db: Queryable, programmeId: string): Promise<ClassroomDays[]> {
  const { rows } = await db.query<ClassroomDays>(
    `SELECT id, name, starts_on AS "startsOn", ends_on AS "endsOn", version, changed_at AS "changedAt"
     FROM phases WHERE programme_id = $1 AND mode = 'classroom' ORDER BY starts_on, id`,
    [programmeId],
  );
  return rows;
}

const TABLES: Readonly<Record<FeedKind, string>> = { programme: 'programmes', facilitator: 'facilitators', cluster: 'clusters', representative: 'representatives' };

/** The former secret opens nothing from the commit on. Returns the new generation. */
export async function renewFeedSecret(tx: Tx, { kind, id }: Own<FeedOwner>): Promise<number> {
  const { rows } = await tx.query<{ feed_generation: number }>(
    `UPDATE ${TABLES[kind]} SET feed_generation = feed_generation + 1 WHERE id = $1 RETURNING feed_generation`, [id]);
  if (!rows[0]) throw new Error(`there is no ${kind} ${id}`);
  return rows[0].feed_generation;
}
