import type { Availability } from '../../shared/api/availability.ts';
import type { Cluster, ClusterInput, Facilitator, FacilitatorInput, Representative } from '../../shared/api/programmes.ts';
import type { CoordinatorAccess, Own, ProgrammeAccess, Run } from '../domain/access.ts';
import type { Queryable, Tx } from './database.ts';

/** Facilitators, clusters and their representatives. */

/** How often the secret of somebody's feed was renewed, in place of the feed's address. */
type WithGeneration<Of> = Omit<Of, 'feedUrl'> & { feedGeneration: number };
export type StoredFacilitator = WithGeneration<Facilitator>;
export type StoredRepresentative = WithGeneration<Representative>;
export type StoredCluster = Omit<WithGeneration<Cluster>, 'representatives'> & { representatives: StoredRepresentative[] };

export async function listFacilitators(db: Queryable, programmeId: ProgrammeAccess): Promise<StoredFacilitator[]> {
  const { rows } = await db.query<StoredFacilitator>(`${FACILITATORS} WHERE f.programme_id = $1 ORDER BY f.position, f.id`, [programmeId]);
  return rows;
}

export async function findFacilitator(db: Queryable, id: string): Promise<StoredFacilitator | null> {
  const { rows } = await db.query<StoredFacilitator>(`${FACILITATORS} WHERE f.id = $1`, [id]);
  return rows[0] ?? null;
}

/** Locked until the transaction ends: people change their own settings without locking the programme. */
export async function lockFacilitator(tx: Tx, { id }: Run): Promise<StoredFacilitator | null> {
  const { rows } = await tx.query<StoredFacilitator>(`${FACILITATORS} WHERE f.id = $1 FOR NO KEY UPDATE OF f`, [id]);
  return rows[0] ?? null;
}

export async function insertFacilitator(tx: Tx, id: string, programmeId: CoordinatorAccess, input: Omit<FacilitatorInput, 'topicIds'>): Promise<void> {
  await tx.query(
    `INSERT INTO facilitators (id, programme_id, name, email, time_zone, language, working_hours, availability, meeting_address, position)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, (SELECT count(*) FROM facilitators WHERE programme_id = $2))`,
    [id, programmeId, input.name, input.email, input.timeZone, input.language, json(input.workingHours), json(input.availability), input.meetingAddress],
  );
}

/** With another address they may be somebody else: links that were mailed to the one before end, as their sign-ins do. */
export async function updateFacilitator(tx: Tx, facilitator: Run<StoredFacilitator>): Promise<void> {
  await tx.query(
    `INSERT INTO personal_links (booking_id, person_id, generation)
     SELECT b.id, f.id, 1 FROM bookings b JOIN facilitators f ON f.id = b.facilitator_id WHERE f.id = $1 AND lower(f.email) <> lower($2)
     ON CONFLICT (booking_id, person_id) DO UPDATE SET generation = personal_links.generation + 1`,
    [facilitator.id, facilitator.email],
  );
  await tx.query(
    `UPDATE facilitators SET feed_generation = feed_generation + CASE WHEN lower(email) = lower($3) THEN 0 ELSE 1 END, name = $2, email = $3, time_zone = $4, language = $5, working_hours = $6, meeting_address = $7, version = version + 1
     WHERE id = $1`,
    [facilitator.id, facilitator.name, facilitator.email, facilitator.timeZone, facilitator.language, json(facilitator.workingHours), facilitator.meetingAddress],
  );
}

export async function setTopicsOfFacilitator(tx: Tx, { id: facilitatorId }: Run, topicIds: readonly string[]): Promise<void> {
  await tx.query('DELETE FROM facilitator_topics WHERE facilitator_id = $1 AND topic_id <> ALL ($2::text[])', [facilitatorId, topicIds]);
  await tx.query('INSERT INTO facilitator_topics (facilitator_id, topic_id) SELECT $1, id FROM unnest($2::text[]) AS id ON CONFLICT DO NOTHING', [facilitatorId, topicIds]);
}

/** With their holds and cancelled bookings' trace; the caller has made sure that no confirmed booking is left. */
export async function deleteFacilitator(tx: Tx, { id }: Run): Promise<void> {
  await tx.query('DELETE FROM engagements WHERE facilitator_id = $1', [id]);
  await tx.query('DELETE FROM bookings WHERE facilitator_id = $1', [id]);
  // What others have taken over stands; its former revisions keep the name that they were told under.
  await tx.query('UPDATE booking_revisions r SET facilitator_id = b.facilitator_id FROM bookings b WHERE b.id = r.booking_id AND r.facilitator_id = $1', [id]);
  await tx.query('DELETE FROM facilitators WHERE id = $1', [id]);
}

export async function findAvailability(db: Queryable, { id: facilitatorId }: Own): Promise<{ availability: Availability; timeZone: string; version: number } | null> {
  const { rows } = await db.query<{ availability: Availability; timeZone: string; version: number }>(
    'SELECT availability, time_zone AS "timeZone", version FROM facilitators WHERE id = $1', [facilitatorId]);
  return rows[0] ?? null;
}

/** The new version; null when `ifVersion` is given and no longer the present one. */
export async function saveAvailability(tx: Tx, { id: facilitatorId }: Own, availability: Availability, ifVersion: number | null): Promise<number | null> {
  const { rows } = await tx.query<{ version: number }>(
    'UPDATE facilitators SET availability = $2, version = version + 1 WHERE id = $1 AND ($3::int IS NULL OR version = $3) RETURNING version',
    [facilitatorId, json(availability), ifVersion],
  );
  return rows[0]?.version ?? null;
}

export async function listClusters(db: Queryable, programmeId: ProgrammeAccess): Promise<StoredCluster[]> {
  const { rows } = await db.query<StoredCluster>(`${CLUSTERS} WHERE c.programme_id = $1 ORDER BY c.position, c.id`, [programmeId]);
  return rows;
}

export async function findCluster(db: Queryable, id: string): Promise<StoredCluster | null> {
  const { rows } = await db.query<StoredCluster>(`${CLUSTERS} WHERE c.id = $1`, [id]);
  return rows[0] ?? null;
}

export async function insertCluster(tx: Tx, id: string, programmeId: CoordinatorAccess, input: Omit<ClusterInput, 'representatives'>): Promise<void> {
  await tx.query(
    `INSERT INTO clusters (id, programme_id, name, time_zone, working_hours, position)
     VALUES ($1, $2, $3, $4, $5, (SELECT count(*) FROM clusters WHERE programme_id = $2))`,
    [id, programmeId, input.name, input.timeZone, json(input.workingHours)],
  );
}

export async function updateCluster(tx: Tx, cluster: Own<StoredCluster>): Promise<void> {
  await tx.query(
    'UPDATE clusters SET name = $2, time_zone = $3, working_hours = $4, version = version + 1 WHERE id = $1',
    [cluster.id, cluster.name, cluster.timeZone, json(cluster.workingHours)],
  );
}

/** The whole list, in this order; whoever is not on it is removed, and the cluster's feed that they knew has another address. */
export async function setRepresentatives(tx: Tx, { id: clusterId }: Own, representatives: readonly Omit<Representative, 'feedUrl'>[]): Promise<void> {
  await tx.query(
    `WITH gone AS (DELETE FROM representatives WHERE cluster_id = $1 AND id <> ALL ($2::text[]) RETURNING id)
     UPDATE clusters SET feed_generation = feed_generation + 1 WHERE id = $1 AND EXISTS (SELECT FROM gone)`,
    [clusterId, representatives.map(({ id }) => id)],
  );
  await tx.query(
    `INSERT INTO representatives (id, cluster_id, name, email, language, time_zone, position)
     SELECT r.id, $1, r.name, r.email, r.language, r.time_zone, r.position
     FROM jsonb_to_recordset($2) AS r (id text, name text, email text, language text, time_zone text, position int)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email, language = excluded.language,
       time_zone = excluded.time_zone, position = excluded.position`,
    [clusterId, JSON.stringify(representatives.map((each, position) => ({ ...each, time_zone: each.timeZone, position })))],
  );
}

export async function deleteCluster(tx: Tx, { id }: Run): Promise<void> {
  await tx.query('DELETE FROM clusters WHERE id = $1', [id]);
}

function json(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}

const FACILITATORS = `SELECT f.id, f.programme_id AS "programmeId", f.name, f.email, f.time_zone AS "timeZone", f.language,
  f.working_hours AS "workingHours", f.version, f.meeting_address AS "meetingAddress", f.feed_generation AS "feedGeneration",
  ARRAY(SELECT topic_id FROM facilitator_topics ft WHERE ft.facilitator_id = f.id ORDER BY topic_id) AS "topicIds" FROM facilitators f`;

const CLUSTERS = `SELECT c.id, c.programme_id AS "programmeId", c.name, c.time_zone AS "timeZone", c.working_hours AS "workingHours", c.version, c.feed_generation AS "feedGeneration",
  COALESCE((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'email', r.email, 'language', r.language, 'timeZone', r.time_zone, 'feedGeneration', r.feed_generation)
    ORDER BY r.position, r.id) FROM representatives r WHERE r.cluster_id = c.id), '[]') AS representatives FROM clusters c`;
