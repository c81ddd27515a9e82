import type { ProgrammeDocument } from '../../shared/api/programmes.ts';
import type { CoordinatorAccess, ProgrammeAccess } from '../domain/access.ts';
import type { Instant } from '../domain/interval.ts';
import type { IsoDate, Policy } from '../domain/programme.ts';
import type { Queryable, Tx } from './database.ts';
import { instant } from './engagements.ts';
import { policyFromRow, PROGRAMME_COLUMNS, type PolicyRow } from './situation.ts';

export interface StoredProgramme {
  id: string;
  name: string;
  timeZone: string;
  startsOn: IsoDate;
  endsOn: IsoDate;
  policy: Policy;
  meetingAddress: string | null;
  feedGeneration: number;
  revision: number;
  version: number;
}

export async function findProgramme(db: Queryable, id: string): Promise<StoredProgramme | null> {
  const { rows } = await db.query<ProgrammeRow>(`${SELECT} WHERE p.id = $1`, [id]);
  return rows[0] ? fromRow(rows[0]) : null;
}

/** All programmes, or those given, by id. */
export async function listProgrammes(db: Queryable, only: readonly string[] | null, after: string | null, limit: number): Promise<StoredProgramme[]> {
  const { rows } = await db.query<ProgrammeRow>(
    `${SELECT} WHERE ($1::text[] IS NULL OR p.id = ANY ($1)) AND ($2::text IS NULL OR p.id > $2) ORDER BY p.id LIMIT $3`, [only, after, limit]);
  return rows.map(fromRow);
}

export async function insertProgramme(tx: Tx, id: string, programme: ProgrammeDocument['programme'], now: Instant): Promise<void> {
  await tx.query(
    `INSERT INTO programmes (id, name, time_zone, starts_on, ends_on, meeting_address, ${POLICY_COLUMNS.join(', ')}, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, ${POLICY_COLUMNS.map((_, index) => `$${index + 7}`).join(', ')}, ${instant(7 + POLICY_COLUMNS.length)})`,
    [id, programme.name, programme.timeZone, programme.startsOn, programme.endsOn, programme.meetingAddress, ...policyValues(programme.policy), now],
  );
  await tx.query('INSERT INTO programme_revisions (programme_id) VALUES ($1)', [id]);
}

export async function updateProgramme(tx: Tx, programme: StoredProgramme & { id: CoordinatorAccess }): Promise<void> {
  await tx.query(
    `UPDATE programmes SET name = $2, time_zone = $3, starts_on = $4, ends_on = $5, meeting_address = $6,
       ${POLICY_COLUMNS.map((column, index) => `${column} = $${index + 7}`).join(', ')}, version = version + 1
     WHERE id = $1`,
    [programme.id, programme.name, programme.timeZone, programme.startsOn, programme.endsOn, programme.meetingAddress, ...policyValues(programme.policy)],
  );
}

/** What was decided under the old plan no longer stands: pending decisions read again. */
export async function touchProgramme(tx: Tx, id: CoordinatorAccess): Promise<void> {
  await tx.query('UPDATE programmes SET version = version + 1 WHERE id = $1', [id]);
}

/**
 * Locks the programme's row: piecewise changes of one programme come one after the other, and placing a slot, which pins the
 * programme, before or after. `NO KEY`: whoever only names the programme, as a numbered change does, need not wait; they
 * hold the counter that the change itself needs at its end.
 */
export async function lockProgramme<Id extends ProgrammeAccess>(tx: Tx, id: Id): Promise<(StoredProgramme & { id: Id }) | null> {
  const { rows } = await tx.query<ProgrammeRow>(`${SELECT} WHERE p.id = $1 FOR NO KEY UPDATE OF p`, [id]);
  return rows[0] ? { ...fromRow(rows[0]), id } : null;
}

export async function deleteProgramme(tx: Tx, id: CoordinatorAccess): Promise<void> {
  // Bookings and sessions name facilitators and phases without cascade, so they go first.
  await tx.query('DELETE FROM bookings WHERE programme_id = $1', [id]);
  await tx.query('DELETE FROM sessions WHERE programme_id = $1', [id]);
  await tx.query('DELETE FROM topics WHERE programme_id = $1', [id]);
  await tx.query('DELETE FROM programmes WHERE id = $1', [id]);
}

export async function hasConfirmedBookings(db: Queryable, of: 'programme_id' | 'facilitator_id' | 'cluster_id', id: string): Promise<boolean> {
  const { rows } = await db.query(`SELECT FROM bookings WHERE ${of} = $1 AND status = 'confirmed' LIMIT 1`, [id]);
  return rows.length > 0;
}

const POLICY_COLUMNS = [
  'session_minutes', 'slot_step_minutes', 'buffer_before_minutes', 'buffer_after_minutes',
  'minimum_notice_minutes', 'hold_minutes', 'maximum_per_facilitator_per_day', 'maximum_per_cluster_per_day',
  'busy_maximum_age_minutes', 'when_busy_unknown',
] as const;

function policyValues(policy: Nullable<Policy>): (number | string | null)[] {
  return [
    policy.sessionMinutes, policy.slotStepMinutes, policy.bufferBeforeMinutes, policy.bufferAfterMinutes,
    policy.minimumNoticeMinutes, policy.holdMinutes, policy.maximumPerFacilitatorPerDay ?? null, policy.maximumPerClusterPerDay ?? null,
    policy.busyMaximumAgeMinutes ?? null, policy.whenBusyUnknown ?? null,
  ];
}

type Nullable<Of> = { [Key in keyof Of]: Of[Key] | null };

const SELECT = `SELECT ${PROGRAMME_COLUMNS}, p.meeting_address, p.feed_generation, (SELECT revision FROM programme_revisions r WHERE r.programme_id = p.id) AS revision FROM programmes p`;

interface ProgrammeRow extends PolicyRow {
  id: string;
  name: string;
  time_zone: string;
  starts_on: IsoDate;
  ends_on: IsoDate;
  meeting_address: string | null;
  feed_generation: number;
  revision: number;
  version: number;
}

function fromRow(row: ProgrammeRow): StoredProgramme {
  return {
    id: row.id,
    name: row.name,
    timeZone: row.time_zone,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    policy: policyFromRow(row),
    meetingAddress: row.meeting_address,
    feedGeneration: row.feed_generation,
    revision: row.revision,
    version: row.version,
  };
}
