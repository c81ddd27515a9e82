import type { Coverage, Session, SessionFilter } from '../../../shared/api/sessions.ts';
import { epochDay } from '../../domain/calendar-date.ts';
import { accept, refuse, type Result } from '../../domain/result.ts';
import { localDate } from '../../domain/wall-time.ts';
import { overlappedBookings } from '../../store/busy-calendars.ts';
import { bookingsOfSessions, type StoredBooking } from '../../store/bookings.ts';
import { currentRevision } from '../../store/changes.ts';
import type { Queryable } from '../../store/database.ts';
import { holdsOfSessions } from '../../store/engagements.ts';
import { lastReminded } from '../../store/reminders.ts';
import { answersToBookings, type StoredAnswer } from '../../store/replies.ts';
import { findSession, listSessions, type SessionQuery, type StoredSession } from '../../store/sessions.ts';
import type { StoredEngagement } from '../../store/situation.ts';
import { actsForCluster, actsForFacilitator, coordinates, isParty, seesProgramme, takesPart, type Access, type ProgrammeAccess } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { bookingFor, iso, representHold } from './represent.ts';
import { noSuchSession } from '../booking/take-slot.ts';

const PAGE = 200;

/** The sessions a caller may see: a cluster its own, a facilitator those of their topics, a coordinator all. */
export async function sessionsOfProgramme(db: Queryable, call: Call, programmeId: string, filter: SessionFilter): Promise<Result<{ items: Session[]; nextCursor: string | null }>> {
  const programme = await seesProgramme(db, call.access, programmeId);
  if (!programme) return refuse('not-found', 'There is no such programme.');
  const limit = filter.limit ?? PAGE;
  const found = await listSessions(db, programme, { ...visible(call.access, filter), after: filter.cursor, limit: limit + 1 });
  const sessions = await withState(db, call, programme, found.slice(0, limit));
  return accept({
    items: sessions.filter(({ state }) => filter.state === undefined || state === filter.state),
    nextCursor: found.length > limit ? found[limit - 1]?.id ?? null : null,
  });
}

export async function sessionById(db: Queryable, call: Call, id: string): Promise<Result<Session>> {
  const found = await visibleSession(db, call.access, id);
  const [session] = found ? await withState(db, call, found.programmeId, [found]) : [];
  return session ? accept(session) : noSuchSession();
}

/** The session, where the caller may see it. */
export async function visibleSession(db: Queryable, access: Access, id: string): Promise<(StoredSession & { programmeId: ProgrammeAccess }) | null> {
  const found = await findSession(db, id);
  if (!found || !takesPart(access, found.programmeId)) return null;
  const [session] = await listSessions(db, found.programmeId, visible(access, { clusterId: found.clusterId, topicId: found.topicId }));
  return session ? { ...session, programmeId: found.programmeId } : null;
}

/** Cluster × topic: where each session stands and how long is left to book it. */
export async function coverageOfProgramme(db: Queryable, call: Call, programmeId: string): Promise<Result<Coverage>> {
  const programme = await seesProgramme(db, call.access, programmeId);
  if (!programme) return refuse('not-found', 'There is no such programme.');
  const revision = await currentRevision(db, programme);
  const found = await listSessions(db, programme, visible(call.access, {}));
  const sessions = await withState(db, call, programme, found);
  const reminded = coordinates(call.access, programmeId) ? await lastReminded(db, programmeId) : null;
  return accept({
    programmeId,
    revision,
    now: iso(call.now),
    cells: sessions.map((session, index) => ({
      sessionId: session.id,
      clusterId: session.clusterId,
      topicId: session.topicId,
      phaseId: session.phaseId,
      state: session.state,
      ...(session.booking && { booking: session.booking }),
      ...(session.hold && { hold: session.hold }),
      daysLeft: daysLeft(found[index]!, call),
      ...(session.answers && { answers: session.answers }),
      ...(session.busyConflict && { busyConflict: session.busyConflict }),
      ...(session.waivedBecause !== undefined && { waivedBecause: session.waivedBecause }),
      ...(reminded?.has(session.id) && { remindedAt: iso(reminded.get(session.id)!) }),
    })),
  });
}

/** What the caller asks for, narrowed to what they may see. */
function visible(access: Access, filter: SessionQuery): SessionQuery {
  if (access.role === 'representative') {
    // Another cluster's sessions are not there for them: no id is empty.
    return { ...filter, clusterId: (filter.clusterId ?? access.clusterId) === access.clusterId ? access.clusterId : '' };
  }
  return access.role === 'facilitator' ? { ...filter, facilitatorId: access.facilitatorId } : filter;
}

async function withState(db: Queryable, call: Call, programme: ProgrammeAccess, sessions: readonly StoredSession[]): Promise<Session[]> {
  const ids = sessions.map(({ id }) => id);
  const [bookings, holds] = await Promise.all([bookingsOfSessions(db, programme, ids), holdsOfSessions(db, programme, ids, call.now)]);
  const bookingIds = [...bookings.values()].map(({ id }) => id);
  const [overlapped, answers] = await Promise.all([overlappedBookings(db, programme, bookingIds), answersToBookings(db, programme, bookingIds)]);
  return sessions.map((session) => {
    const booking = bookings.get(session.id);
    const busyConflict = booking && overlapped.has(booking.id) && actsForFacilitator(call.access, booking);
    return { ...representSession(session, call, booking, holds.get(session.id)), ...(busyConflict && { busyConflict }), ...answersFor(call, booking, answers) };
  });
}

/** For its parties; absent while nobody has answered. */
function answersFor({ access }: Call, booking: StoredBooking | undefined, all: readonly StoredAnswer[]): Pick<Session, 'answers'> {
  if (!booking || !isParty(access, booking)) return {};
  const answers = all.filter(({ bookingId }) => bookingId === booking.id).map(({ isVerified, name, reply, role, wantsOtherTime }) => ({ name, role, reply, wantsOtherTime, verified: isVerified }));
  return answers.length === 0 ? {} : { answers };
}

function representSession(session: StoredSession, { access, now }: Call, booking?: StoredBooking, hold?: StoredEngagement): Session {
  const { id, programmeId, clusterId, topicId, phaseId, minutes, version } = session;
  const shown = booking && bookingFor(access, booking);
  return {
    id, programmeId, clusterId, topicId, phaseId, minutes, version,
    state: hold && (session.state === 'open' || session.state === 'missed') ? 'held' : session.state,
    ...(shown && { booking: shown }),
    ...(hold && actsForCluster(access, { programmeId, clusterId }) && { hold: representHold(hold, now) }),
    ...(session.waivedBecause !== null && actsForCluster(access, { programmeId, clusterId }) && { waivedBecause: session.waivedBecause }),
  };
}

function daysLeft({ phaseEndsOn, timeZone }: StoredSession, { now }: Call): number {
  return epochDay(phaseEndsOn) - epochDay(localDate(now, timeZone));
}
