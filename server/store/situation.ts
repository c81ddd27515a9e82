import type { ProgrammeAccess } from '../domain/access.ts';
import type { BusyKnowledge } from '../domain/busy-calendar.ts';
import type { Instant, Interval } from '../domain/interval.ts';
import type { Availability, IsoDate, Policy, WorkingHours } from '../domain/programme.ts';
import type { Queryable } from './database.ts';

/** All that decides the slots of some sessions of one programme, as read at one revision. */
export interface Situation {
  programmeId: string;
  name: string;
  timeZone: string;
  policy: Policy;
  version: number;
  /** The programme's revision at the moment everything was read. */
  revision: number;
  sessions: SituationSession[];
  facilitators: SituationFacilitator[];
  engagements: StoredEngagement[];
}

export interface SituationSession {
  id: string;
  state: 'open' | 'booked' | 'done' | 'missed' | 'waived';
  topicId: string;
  phase: { id: string; name: string; mode: 'classroom' | 'virtual'; startsOn: IsoDate; endsOn: IsoDate };
  cluster: { id: string; name: string; timeZone: string; workingHours: WorkingHours | null; version: number };
}

export interface SituationFacilitator {
  id: string;
  name: string;
  timeZone: string;
  workingHours: WorkingHours | null;
  availability: Availability;
  topicIds: string[];
  version: number;
  /** Rises with every change of their busy times. */
  busyVersion: number;
  /** What external calendars say is taken in the wanted sessions' phases. */
  busy: Interval[];
  busyKnowledge: BusyKnowledge;
}

export interface StoredEngagement {
  id: string;
  kind: 'hold' | 'booking';
  sessionId: string;
  clusterId: string;
  facilitatorId: string;
  span: Interval;
  protectedSpan: Interval;
  facilitatorDay: IsoDate;
  facilitatorPlace: number | null;
  clusterDay: IsoDate;
  clusterPlace: number | null;
  placedAt: Instant;
  /** Null for a booking. A hold past it has lapsed and stands in nobody's way, swept or not. */
  expiresAt: Instant | null;
  extensionsLeft: number | null;
}

/** The situation of one session, or null when there is none of that id. */
export async function situationOfSession(db: Queryable, sessionId: string): Promise<Situation | null> {
  return (await situationsOfSessions(db, [sessionId])).get(sessionId) ?? null;
}

/** The situations of many sessions, each with its session alone, by one statement. */
export async function situationsOfSessions(db: Queryable, sessionIds: readonly string[]): Promise<Map<string, Situation>> {
  const { rows } = await db.query<SituationRow>(situationQuery('s.id = ANY($1)'), [sessionIds]);
  return new Map(rows.map(situationFromRow).flatMap((situation) => situation.sessions.map((session) => [session.id, {
    ...situation,
    sessions: [session],
    facilitators: situation.facilitators.filter(({ topicIds }) => topicIds.includes(session.topicId)),
  }])));
}

/** The situation of every session of a programme; null when it has none. */
export async function situationOfProgramme(db: Queryable, programmeId: ProgrammeAccess): Promise<Situation | null> {
  const { rows: [row] } = await db.query<SituationRow>(situationQuery('s.programme_id = $1'), [programmeId]);
  return row ? situationFromRow(row) : null;
}

export function situationFromRow(row: SituationRow): Situation {
  return {
    programmeId: row.id, name: row.name, timeZone: row.time_zone, policy: policyFromRow(row), version: row.version, revision: row.revision,
    sessions: row.sessions, facilitators: (row.facilitators ?? []).map(facilitatorFromRow), engagements: (row.engagements ?? []).map(engagementFromRow),
  };
}

/**
 * One statement, so that everything in it is of one moment; a row for each programme that a wanted session is of.
 * Lapsed holds are included: the caller knows the time, and sweeps those in its way.
 */
function situationQuery(wanted: string): string {
  return `
    WITH wanted AS MATERIALIZED (
      SELECT s.id, s.programme_id, s.topic_id, s.cluster_id, ph.position AS phase_position, c.position AS cluster_position, ph.starts_on, ph.ends_on, ${SESSION} AS session
      FROM sessions s JOIN phases ph ON ph.id = s.phase_id JOIN clusters c ON c.id = s.cluster_id
      WHERE ${wanted}
    ), teaching AS MATERIALIZED (
      SELECT facilitator_id, json_agg(topic_id) AS topic_ids FROM facilitator_topics
      WHERE topic_id IN (SELECT topic_id FROM wanted) GROUP BY facilitator_id
    ), engaged AS (
      SELECT ${ENGAGEMENT_COLUMNS} FROM engagements WHERE facilitator_id IN (SELECT facilitator_id FROM teaching)
      UNION SELECT ${ENGAGEMENT_COLUMNS} FROM engagements WHERE cluster_id IN (SELECT cluster_id FROM wanted)
    )
    SELECT ${PROGRAMME_COLUMNS}, r.revision,
      (SELECT json_agg(session ORDER BY phase_position, cluster_position, id) FROM wanted WHERE programme_id = p.id) AS sessions,
      (SELECT json_agg(${facilitatorObject('(SELECT min(starts_on) FROM wanted)', '(SELECT max(ends_on) FROM wanted)')} ORDER BY f.id)
       FROM teaching t JOIN facilitators f ON f.id = t.facilitator_id WHERE f.programme_id = p.id) AS facilitators,
      (SELECT json_agg(${ENGAGEMENT}) FROM engaged e JOIN clusters c ON c.id = e.cluster_id WHERE c.programme_id = p.id) AS engagements
    FROM programmes p JOIN programme_revisions r ON r.programme_id = p.id
    WHERE p.id IN (SELECT programme_id FROM wanted)`;
}

/** By name, never `*`: a prepared statement must not change what it returns when a migration adds a column. */
export const PROGRAMME_COLUMNS = `p.id, p.name, p.time_zone, p.starts_on, p.ends_on, p.version, p.session_minutes, p.slot_step_minutes,
  p.buffer_before_minutes, p.buffer_after_minutes, p.minimum_notice_minutes, p.hold_minutes,
  p.maximum_per_facilitator_per_day, p.maximum_per_cluster_per_day, p.busy_maximum_age_minutes, p.when_busy_unknown`;

export const ENGAGEMENT_COLUMNS = `id, kind, session_id, cluster_id, facilitator_id, lower(span) AS starts_at, upper(span) AS ends_at,
  lower(protected_span) AS protected_from, upper(protected_span) AS protected_until,
  facilitator_day, facilitator_place, cluster_day, cluster_place, placed_at, expires_at, extensions_left`;

/** Of a session `s`, its phase `ph` and cluster `c`. */
export const SESSION = `json_build_object('id', s.id, 'state', s.state, 'topicId', s.topic_id,
  'phase', json_build_object('id', ph.id, 'name', ph.name, 'mode', ph.mode, 'startsOn', ph.starts_on, 'endsOn', ph.ends_on),
  'cluster', json_build_object('id', c.id, 'name', c.name, 'timeZone', c.time_zone, 'workingHours', c.working_hours, 'version', c.version))`;

/** Of a facilitator `f` and the topics `t` that they teach, with their busy times around these dates. */
export function facilitatorObject(firstDay: string, lastDay: string): string {
  return `json_build_object('id', f.id, 'name', f.name, 'timeZone', f.time_zone, 'workingHours', f.working_hours,
    'availability', f.availability, 'version', f.version, 'topicIds', t.topic_ids, 'busyVersion', f.busy_version,
    'busy', (
      -- Three days more on each side cover every zone and buffer.
      SELECT json_agg(json_build_object('start', ${milliseconds('starts_at')}, 'end', ${milliseconds('ends_at')}) ORDER BY starts_at)
      FROM busy_spans WHERE facilitator_id = f.id AND ends_at > ${firstDay} - 3 AND starts_at < ${lastDay} + 4
    ),
    'busyKnowledge', (
      SELECT json_build_object('readAt', ${milliseconds('min(COALESCE(good_at, added_at))')}, 'isUnread', bool_or(good_at IS NULL))
      FROM busy_calendars WHERE facilitator_id = f.id
    ))`;
}

/** Of an engagement `e`, by its columns as named above. */
export const ENGAGEMENT = `json_build_object('id', e.id, 'kind', e.kind, 'session_id', e.session_id, 'cluster_id', e.cluster_id, 'facilitator_id', e.facilitator_id,
  'starts_at', ${milliseconds('e.starts_at')}, 'ends_at', ${milliseconds('e.ends_at')},
  'protected_from', ${milliseconds('e.protected_from')}, 'protected_until', ${milliseconds('e.protected_until')},
  'facilitator_day', e.facilitator_day, 'facilitator_place', e.facilitator_place, 'cluster_day', e.cluster_day, 'cluster_place', e.cluster_place,
  'placed_at', ${milliseconds('e.placed_at')}, 'expires_at', ${milliseconds('e.expires_at')}, 'extensions_left', e.extensions_left)`;

/** An instant inside JSON: epoch milliseconds, as everywhere in our code. */
function milliseconds(instant: string): string {
  return `(date_part('epoch', ${instant}) * 1000)::bigint`;
}

export interface PolicyRow {
  session_minutes: number;
  slot_step_minutes: number;
  buffer_before_minutes: number;
  buffer_after_minutes: number;
  minimum_notice_minutes: number;
  hold_minutes: number;
  maximum_per_facilitator_per_day: number | null;
  maximum_per_cluster_per_day: number | null;
  busy_maximum_age_minutes: number;
  when_busy_unknown: 'warn' | 'block';
}

export interface SituationRow extends PolicyRow {
  id: string;
  name: string;
  time_zone: string;
  version: number;
  revision: number;
  sessions: SituationSession[];
  facilitators: FacilitatorRow[] | null;
  engagements: EngagementRow[] | null;
}

/** Without calendars there is nothing to aggregate. */
type FacilitatorRow = Omit<SituationFacilitator, 'busy' | 'busyKnowledge'> & { busy: Interval[] | null; busyKnowledge: { readAt: Instant | null; isUnread: boolean | null } };

function facilitatorFromRow(row: FacilitatorRow): SituationFacilitator {
  return { ...row, busy: row.busy ?? [], busyKnowledge: { readAt: row.busyKnowledge.readAt, isUnread: row.busyKnowledge.isUnread ?? false } };
}

export interface EngagementRow {
  id: string;
  kind: 'hold' | 'booking';
  session_id: string;
  cluster_id: string;
  facilitator_id: string;
  starts_at: Instant;
  ends_at: Instant;
  protected_from: Instant;
  protected_until: Instant;
  facilitator_day: IsoDate;
  facilitator_place: number | null;
  cluster_day: IsoDate;
  cluster_place: number | null;
  placed_at: Instant;
  expires_at: Instant | null;
  extensions_left: number | null;
}

export function policyFromRow(row: PolicyRow): Policy {
  return {
    sessionMinutes: row.session_minutes,
    slotStepMinutes: row.slot_step_minutes,
    bufferBeforeMinutes: row.buffer_before_minutes,
    bufferAfterMinutes: row.buffer_after_minutes,
    minimumNoticeMinutes: row.minimum_notice_minutes,
    holdMinutes: row.hold_minutes,
    maximumPerFacilitatorPerDay: row.maximum_per_facilitator_per_day ?? undefined,
    maximumPerClusterPerDay: row.maximum_per_cluster_per_day ?? undefined,
    busyMaximumAgeMinutes: row.busy_maximum_age_minutes,
    whenBusyUnknown: row.when_busy_unknown,
  };
}

export function engagementFromRow(row: EngagementRow): StoredEngagement {
  return {
    id: row.id,
    kind: row.kind,
    sessionId: row.session_id,
    clusterId: row.cluster_id,
    facilitatorId: row.facilitator_id,
    span: { start: row.starts_at, end: row.ends_at },
    protectedSpan: { start: row.protected_from, end: row.protected_until },
    facilitatorDay: row.facilitator_day,
    facilitatorPlace: row.facilitator_place,
    clusterDay: row.cluster_day,
    clusterPlace: row.cluster_place,
    placedAt: row.placed_at,
    expiresAt: row.expires_at,
    extensionsLeft: row.extensions_left,
  };
}
