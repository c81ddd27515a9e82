import type { Staff } from '../../shared/api/staff.ts';
import type { CoordinatorAccess, Run } from '../domain/access.ts';
import type { Queryable, Tx } from './database.ts';

/** Coordinators, who run a programme, and observers, who read it: the same columns in two tables. */
export type StaffTable = 'coordinators' | 'observers';

export async function listStaff(db: Queryable, table: StaffTable, programmeId: CoordinatorAccess): Promise<Staff[]> {
  const { rows } = await db.query<Staff>(`SELECT ${COLUMNS} FROM ${table} WHERE programme_id = $1 ORDER BY name, id`, [programmeId]);
  return rows;
}

export async function findStaff(db: Queryable, table: StaffTable, id: string): Promise<Staff | null> {
  const { rows } = await db.query<Staff>(`SELECT ${COLUMNS} FROM ${table} WHERE id = $1`, [id]);
  return rows[0] ?? null;
}

/** False when the programme has this address among them already. */
export async function insertStaff(tx: Tx, table: StaffTable, staff: Omit<Staff, 'programmeId'> & { programmeId: CoordinatorAccess }): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO ${table} (id, programme_id, name, email, language, time_zone) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    [staff.id, staff.programmeId, staff.name, staff.email, staff.language, staff.timeZone],
  );
  return rowCount === 1;
}

/** Coordinators know the address of the programme's feed: it has another once one of them has left. */
export async function deleteStaff(tx: Tx, table: StaffTable, { id, programmeId }: Run): Promise<void> {
  await tx.query(`DELETE FROM ${table} WHERE id = $1`, [id]);
  if (table === 'coordinators') await tx.query('UPDATE programmes SET feed_generation = feed_generation + 1 WHERE id = $1', [programmeId]);
}

const COLUMNS = 'id, programme_id AS "programmeId", name, email, language, time_zone AS "timeZone"';
