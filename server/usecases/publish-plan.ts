import type { PlanPublication } from '../../shared/api/plans.ts';
import { addDays, epochDay } from '../domain/calendar-date.ts';
import { addMinutes } from '../domain/interval.ts';
import { accept, refuse, type Refusal, type Result } from '../domain/result.ts';
import { findBooking, insertBooking, reviseBooking, type StoredBooking } from '../store/bookings.ts';
import { appendChanges, type Change } from '../store/changes.ts';
import type { Tx } from '../store/database.ts';
import { lockCalendars, placeEngagement, removeEngagement } from '../store/engagements.ts';
import { findAvailability, saveAvailability } from '../store/people.ts';
import { findRules } from '../store/planning-rules.ts';
import { lockPlan, updatePlan, type StoredPlacement, type StoredPlan } from '../store/plans.ts';
import type { Situation, StoredEngagement } from '../store/situation.ts';
import { coordinates } from './access.ts';
import { bookingOf, changesOfBooking } from './book-session.ts';
import type { Call } from './call.ts';
import { changesOfMove, revisedAt } from './move-booking.ts';
import { planChanged } from './plan-changes.ts';
import { goneFrom, isUnmoved, readSolvable, type Gone } from './plan-reads.ts';
import { iso } from './represent.ts';
import { holdPlaced, slotTaken } from './slot-changes.ts';
import { noSuchPlan } from './start-plan.ts';
import { decide, decidedOn, engagementFor, lapseOf, sweepOutOfTheWay, type TakenSlot } from './take-slot.ts';
import { tellAttendees } from './tell-booking.ts';

/**
 * Books everything that is planned, in one transaction, or nothing: then it says what has gone. What is booked already
 * moves in place: same UID, one update each. Where a programme lets clusters confirm, new places are kept for them instead.
 */
export async function publishPlan(tx: Tx, call: Call, id: string): Promise<Result<PlanPublication>> {
  const plan = await lockPlan(tx, id);
  if (!plan || !coordinates(call.access, plan.programmeId)) return noSuchPlan();
  if (plan.state !== 'ready' || !plan.result) return refuse('policy', plan.state === 'solving' ? 'This plan is still being solved.' : `This plan is ${plan.state}.`);
  const seen = await readSolvable(tx, plan, call.now);
  // Everyone of the programme, so that nobody books by moving while this does; takers of free slots are stopped by the constraints.
  await lockCalendars(tx, [...seen.situation.facilitators.map((each) => each.id), ...seen.situation.sessions.map(({ cluster }) => cluster.id)]);
  const solvable = await readSolvable(tx, plan, call.now);
  const gone = goneFrom(solvable, plan);
  if (gone.length > 0) return refuseGone(plan, gone);
  const { confirmWithinHours } = await findRules(tx, plan.programmeId);
  const taken = await takePlaces(tx, call, solvable.situation, plan.result.placements, confirmWithinHours);
  if (!taken.ok) return taken;
  const made = await writeDown(tx, call, taken.value);
  await recordAbsences(tx, plan);
  await updatePlan(tx, { ...plan, state: 'published', publishedAt: call.now });
  const told = planChanged('plan.published', { ...plan, state: 'published' }, call.access.actor, { booked: made.booked.length, moved: made.moved.length, offered: made.offered.length });
  appendChanges(tx, plan.programmeId, [...made.changes, ...absenceChanges(plan, call), told], call.now);
  return accept({ planId: plan.id, booked: made.booked, moved: made.moved, offered: made.offered });
}

function refuseGone({ result }: StoredPlan, gone: readonly Gone[]): Refusal {
  const [first] = gone;
  const detail = `${gone.length} of ${result?.placements.length} places can no longer be had (${first?.why}). Nothing has been booked. Solve the plan again for just those: POST /plans/:id/solution {"gone": true}.`;
  return refuse('slot-taken', detail, { errors: gone.map(({ sessionId, why }) => ({ path: `placements.${sessionId}`, message: why })) });
}

interface Taken {
  readonly slot: TakenSlot;
  /** The engagement that a moved booking had. */
  readonly old: StoredEngagement | null;
}

/** Old places of what moves are given back first, so that sessions may change places with each other. */
async function takePlaces(tx: Tx, call: Call, read: Situation, placements: readonly StoredPlacement[], confirmWithinHours: number | null): Promise<Result<Taken[]>> {
  const changing = placements.filter((each) => !isUnmoved(each));
  const moving = new Set(changing.flatMap(({ present }) => present?.bookingId ?? []));
  const situation = { ...read, engagements: read.engagements.filter((each) => !moving.has(each.id)) };
  for (const id of moving) await removeEngagement(tx, id);
  const taken: Taken[] = [];
  for (const placement of changing) {
    const old = read.engagements.find((each) => each.id === placement.present?.bookingId) ?? null;
    const slot = await takePlace(tx, call, situation, placement, old ? null : confirmWithinHours);
    if (!slot.ok) return slot;
    situation.engagements.push(slot.value.engagement);
    taken.push({ slot: slot.value, old });
  }
  return accept(taken);
}

async function takePlace(tx: Tx, call: Call, situation: Situation, placement: StoredPlacement, confirmWithinHours: number | null): Promise<Result<TakenSlot>> {
  const session = situation.sessions.find(({ id }) => id === placement.sessionId)!;
  const decision = decide(situation, session, placement, call.now, call.now);
  if (!decision.ok) return decision;
  const isHold = confirmWithinHours !== null;
  const engagement = engagementFor(decision.value, call.now, {
    id: placement.present?.bookingId ?? call.settings.newId(isHold ? 'hld' : 'bkg'),
    kind: isHold ? 'hold' : 'booking',
    expiresAt: isHold ? addMinutes(call.now, confirmWithinHours * 60) : null,
    extensionsLeft: isHold ? 0 : null,
  });
  const lapsed = await sweepOutOfTheWay(tx, situation, engagement, call.now);
  situation.engagements = situation.engagements.filter((each) => !lapsed.some(({ id }) => id === each.id));
  if (await placeEngagement(tx, engagement, decidedOn(decision.value))) return accept({ ...decision.value, engagement, ownHold: null, lapsed });
  return refuse('slot-taken', `Somebody has just taken the place planned for ${session.cluster.name}. Nothing has been booked; look at the plan again.`, {
    errors: [{ path: `placements.${session.id}`, message: 'this time has just been taken' }],
  });
}

interface Made {
  readonly booked: { sessionId: string; bookingId: string }[];
  readonly moved: { sessionId: string; bookingId: string }[];
  readonly offered: { sessionId: string; holdId: string; expiresAt: string }[];
  readonly changes: Change[];
}

async function writeDown(tx: Tx, call: Call, taken: readonly Taken[]): Promise<Made> {
  const made: Made = { booked: [], moved: [], offered: [], changes: [] };
  const { actor } = call.access;
  for (const { slot, old } of taken) {
    const { engagement } = slot;
    const { id, sessionId, expiresAt } = engagement;
    if (expiresAt !== null) {
      made.offered.push({ sessionId, holdId: id, expiresAt: iso(expiresAt) });
      made.changes.push(...slot.lapsed.flatMap(lapseOf), holdPlaced(engagement, call.now, actor), slotTaken(engagement, actor));
    } else if (old) {
      const before = (await findBooking(tx, id))!;
      const after = revisedAt(before, engagement, call.now);
      reviseBooking(tx, after, null);
      await tellAttendees(tx, call, before, after);
      made.moved.push({ sessionId, bookingId: id });
      made.changes.push(...slot.lapsed.flatMap(lapseOf), ...changesOfMove(before, after, engagement, old, null, actor));
    } else {
      const booking: StoredBooking = bookingOf(slot, call, null);
      insertBooking(tx, booking);
      await tellAttendees(tx, call, null, booking);
      made.booked.push({ sessionId, bookingId: id });
      made.changes.push(...changesOfBooking(booking, slot, actor));
    }
  }
  return made;
}

/** Who is away has no hours on those dates, or clusters would book them there. */
async function recordAbsences(tx: Tx, { wish }: StoredPlan): Promise<void> {
  for (const { facilitatorId, from, until } of wish.away) {
    const found = await findAvailability(tx, facilitatorId);
    if (!found) continue;
    const dates = datesBetween(from, until);
    const overrides = [...found.availability.overrides.filter(({ date }) => !dates.includes(date)), ...dates.map((date) => ({ date, spans: [] }))];
    await saveAvailability(tx, facilitatorId, { ...found.availability, overrides: overrides.toSorted((a, b) => (a.date < b.date ? -1 : 1)) }, null);
  }
}

function datesBetween(from: string, until: string): string[] {
  return Array.from({ length: epochDay(until) - epochDay(from) + 1 }, (_, index) => addDays(from, index));
}

function absenceChanges({ wish }: StoredPlan, { access }: Call): Change[] {
  return [...new Set(wish.away.map(({ facilitatorId }) => facilitatorId))].map((facilitatorId) => ({
    kind: 'availability.changed', subject: { type: 'facilitator', id: facilitatorId }, data: { facilitatorId }, actor: access.actor, audience: { everyone: true },
  }));
}

