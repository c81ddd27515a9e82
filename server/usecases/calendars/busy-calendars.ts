import type { BusyCalendar, BusyCalendarInput, BusyTime } from '../../../shared/api/calendars.ts';
import { REST_MINUTES, staleSince, USUAL_BUSY_AGE_MINUTES } from '../../domain/busy-calendar.ts';
import { addMinutes, type Instant, type Interval } from '../../domain/interval.ts';
import { accept, refuse, type Refusal, type Result } from '../../domain/result.ts';
import { bringReadingForward, busyConflicts, busyWithin, calendarsOfFacilitator, deleteCalendar, findCalendar, insertCalendar, touchBusy, type StoredCalendar } from '../../store/busy-calendars.ts';
import { appendChanges } from '../../store/changes.ts';
import type { Queryable, Tx } from '../../store/database.ts';
import { lockCalendars } from '../../store/engagements.ts';
import { findFacilitator } from '../../store/people.ts';
import { findProgramme, type StoredProgramme } from '../../store/programmes.ts';
import { actsForFacilitator, type Own } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { iso } from '../listing/represent.ts';
import { noSuchFacilitator } from '../programme/change-people.ts';
import { busyChanges } from './keep-reading.ts';
import { openSeal } from '../webhooks/seal.ts';

/** A facilitator's external calendars: nobody but them ever sees more of an address than its host, and they no more than that either. */

const MAXIMUM_CALENDARS = 10;

export async function calendarsFor(db: Queryable, call: Call, facilitatorId: string): Promise<Result<{ items: BusyCalendar[]; nextCursor: null }>> {
  const found = await findOwner(db, call, facilitatorId);
  if (!found) return noSuchFacilitator();
  const { facilitator, programme } = found;
  const calendars = await calendarsOfFacilitator(db, facilitator);
  return accept({ items: calendars.map((calendar) => represent(calendar, call, programme)), nextCursor: null });
}

/** When they have their facilitator busy, for the week in which the facilitator opens hours. */
export async function busyTimesOf(db: Queryable, call: Call, facilitatorId: string, span: Interval): Promise<Result<{ items: BusyTime[]; nextCursor: null }>> {
  const owner = await findOwner(db, call, facilitatorId);
  if (!owner) return noSuchFacilitator();
  const found = await busyWithin(db, owner.facilitator, span);
  return accept({ items: found.map(({ start, end, ...of }) => ({ ...of, start: iso(start), end: iso(end) })), nextCursor: null });
}

/** It is read within seconds; until then its facilitator's busy times are not known. */
export async function addCalendar(tx: Tx, call: Call, input: { facilitatorId: string; calendar: BusyCalendarInput }): Promise<Result<BusyCalendar>> {
  const { facilitatorId } = input;
  const found = await findOwner(tx, call, facilitatorId);
  if (!found) return noSuchFacilitator();
  const { facilitator, programme } = found;
  const url = addressOf(input.calendar.url, call);
  if (!url) return refuse('invalid', 'This address is not asked.', { errors: [{ path: 'body.url', message: 'write the calendar’s public ICS address, https://… without a password in it' }] });
  if ((await calendarsOfFacilitator(tx, facilitator)).length >= MAXIMUM_CALENDARS) return refuse('policy', `A facilitator has ${MAXIMUM_CALENDARS} calendars at most. Remove one first.`);
  const id = call.settings.newId('cal');
  const seal = openSeal(call.settings.secretKey);
  const isNew = await insertCalendar(tx, facilitator, {
    id, name: input.calendar.name ?? null, host: url.host, sealedAddress: seal.close(url.href, id), addressHash: seal.hash(url.href),
  }, call.now);
  if (!isNew) return refuse('invalid', 'This calendar is there already.', { errors: [{ path: 'body.url', message: 'this calendar is there already' }] });
  await touchBusy(tx, facilitator);
  appendChanges(tx, facilitator.programmeId, [availabilityChanged(facilitatorId, call.access.actor)], call.now);
  return accept(represent((await findCalendar(tx, id))!, call, programme));
}

export async function calendarById(db: Queryable, call: Call, id: string): Promise<Result<BusyCalendar>> {
  const found = await findVisible(db, call, id);
  return found ? accept(represent(found.calendar, call, found.programme)) : noSuchCalendar();
}

/** Its busy times go with it. */
export async function removeCalendar(tx: Tx, call: Call, id: string): Promise<Result<null>> {
  const found = await findVisible(tx, call, id);
  if (!found) return noSuchCalendar();
  const { facilitator } = found;
  const { id: facilitatorId } = facilitator;
  await lockCalendars(tx, [facilitatorId]);
  const before = await busyConflicts(tx, facilitator, call.now);
  await deleteCalendar(tx, { id, programmeId: facilitator.programmeId });
  await touchBusy(tx, facilitator);
  const after = await busyConflicts(tx, facilitator, call.now);
  appendChanges(tx, facilitator.programmeId, [availabilityChanged(facilitatorId, call.access.actor), ...busyChanges(facilitatorId, before, after, call.access.actor)], call.now);
  return accept(null);
}

/** Reads it as soon as a reader is free; asked again at once, it waits a little. */
export async function refreshCalendar(tx: Tx, call: Call, id: string): Promise<Result<BusyCalendar>> {
  const found = await findVisible(tx, call, id);
  if (!found) return noSuchCalendar();
  const { triedAt } = found.calendar;
  await bringReadingForward(tx, { id, programmeId: found.facilitator.programmeId }, Math.max(call.now, triedAt === null ? 0 : addMinutes(triedAt, REST_MINUTES)) as Instant);
  return accept(represent((await findCalendar(tx, id))!, call, found.programme));
}

async function findVisible(db: Queryable, call: Call, id: string): Promise<(Owner & { calendar: StoredCalendar }) | null> {
  const calendar = await findCalendar(db, id);
  const owner = calendar && await findOwner(db, call, calendar.facilitatorId);
  return owner && { ...owner, calendar };
}

/** Whose calendar it is, where that is the caller's business. */
interface Owner {
  facilitator: Own;
  programme: StoredProgramme;
}

async function findOwner(db: Queryable, call: Call, facilitatorId: string): Promise<Owner | null> {
  const found = await findFacilitator(db, facilitatorId);
  const facilitator = found && { id: facilitatorId, programmeId: found.programmeId, facilitatorId };
  if (!facilitator || !actsForFacilitator(call.access, facilitator)) return null;
  const programme = await findProgramme(db, facilitator.programmeId);
  return programme && { facilitator, programme };
}

function represent(calendar: StoredCalendar, { access, now }: Call, { policy }: StoredProgramme): BusyCalendar {
  const { id, facilitatorId, name, state, fault, warnings, events, goodAt, triedAt, nextReadingAt } = calendar;
  const isOwner = access.role === 'facilitator' && access.facilitatorId === facilitatorId;
  const since = staleSince({ readAt: goodAt ?? calendar.addedAt, isUnread: goodAt === null }, policy.busyMaximumAgeMinutes ?? USUAL_BUSY_AGE_MINUTES, now);
  return {
    id, facilitatorId, name, state, fault, warnings,
    address: isOwner ? `${calendar.host}/…` : null,
    eventCount: events,
    lastGoodRead: written(goodAt),
    lastTried: written(triedAt),
    nextReading: written(nextReadingAt)!,
    stale: since !== null,
  };
}

function written(instant: Instant | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}

/** Null for what would not be asked; where a name leads is seen at each reading. */
function addressOf(text: string, { settings }: Call): URL | null {
  const plain = text.replace(/^webcals?:/i, 'https:');
  if (!URL.canParse(plain) || settings.isOffLimits(plain)) return null;
  const url = new URL(plain);
  return ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === '' ? url : null;
}

function availabilityChanged(facilitatorId: string, actor: string) {
  return { kind: 'availability.changed', subject: { type: 'facilitator', id: facilitatorId }, data: { facilitatorId }, actor, audience: { everyone: true } } as const;
}

function noSuchCalendar(): Refusal {
  return refuse('not-found', 'There is no such calendar.');
}
