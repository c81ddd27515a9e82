import type { PlanPublication } from '../../../shared/api/plans.ts';
import { addDays, epochDay } from '../../domain/calendar-date.ts';
import type { Notice } from '../../domain/notice.ts';
import { accept, refuse, type Refusal, type Result } from '../../domain/result.ts';
import { appendChanges, type Change } from '../../store/changes.ts';
import type { Tx } from '../../store/database.ts';
import { lockCalendars } from '../../store/engagements.ts';
import { findAvailability, lockFacilitator, saveAvailability } from '../../store/people.ts';
import { findRules } from '../../store/planning-rules.ts';
import { lockPlan, updatePlan, type StoredPlan } from '../../store/plans.ts';
import { runs, type Run } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { isDraft, noDraft } from './draft.ts';
import { planChanged } from './plan-changes.ts';
import { goneFrom, readSolvable, type Gone } from './plan-reads.ts';
import { noSuchPlan } from './start-plan.ts';
import { tellOffers } from './tell-offers.ts';
import { takePlaces, writeDown } from '../booking/take-places.ts';

/**
 * Books everything that is planned, in one transaction, or nothing: then it says what has gone. What is booked already
 * moves in place: same UID, one update each. Where a programme lets clusters confirm, new places are kept for them instead.
 */
export async function publishPlan(tx: Tx, call: Call, id: string): Promise<Result<PlanPublication>> {
  const published = await publish(tx, call, id);
  return published.ok ? accept(published.value.publication) : published;
}

/** The same, with the letters that are no invitations. */
export async function publish(tx: Tx, call: Call, id: string): Promise<Result<{ publication: PlanPublication; notices: Notice[] }>> {
  const plan = await lockPlan(tx, id);
  if (!plan || !runs(call.access, plan)) return noSuchPlan();
  if (!isDraft(plan)) return noDraft(plan);
  const seen = await readSolvable(tx, plan, call.now);
  // Everyone of the programme, so that nobody books by moving while this does; takers of free slots are stopped by the constraints.
  await lockCalendars(tx, [...seen.situation.facilitators.map((each) => each.id), ...seen.situation.sessions.map(({ cluster }) => cluster.id)]);
  const solvable = await readSolvable(tx, plan, call.now);
  const gone = goneFrom(solvable, plan);
  if (gone.length > 0) return refuseGone(plan, gone);
  const { confirmWithinHours } = await findRules(tx, plan.programmeId);
  const taken = await takePlaces(tx, call, plan.programmeId, solvable.situation, plan.result.placements, confirmWithinHours);
  if (!taken.ok) return taken;
  const made = await writeDown(tx, call, taken.value);
  const notices = await tellOffers(tx, call, plan.programmeId, solvable, taken.value.flatMap(({ slot: { engagement } }) => (engagement.kind === 'hold' ? [engagement] : [])));
  await recordAbsences(tx, plan);
  await updatePlan(tx, { ...plan, state: 'published', publishedAt: call.now });
  const told = planChanged('plan.published', { ...plan, state: 'published' }, call.access.actor, { booked: made.booked.length, moved: made.moved.length, offered: made.offered.length });
  appendChanges(tx, plan.programmeId, [...made.changes, ...absenceChanges(plan, call), told], call.now);
  return accept({ publication: { planId: plan.id, booked: made.booked, moved: made.moved, offered: made.offered }, notices });
}

function refuseGone({ result }: StoredPlan, gone: readonly Gone[]): Refusal {
  const [first] = gone;
  const detail = `${gone.length} of ${result?.placements.length} places can no longer be had (${first?.why}). Nothing has been booked. Solve the plan again for just those: POST /plans/:id/solution {"gone": true}.`;
  return refuse('slot-taken', detail, { errors: gone.map(({ sessionId, why }) => ({ path: `placements.${sessionId}`, message: why })) });
}

/** Who is away has no hours on those dates, or clusters would book them there. Hours that they save at this very moment are theirs. */
async function recordAbsences(tx: Tx, { programmeId, wish }: Run<StoredPlan>): Promise<void> {
  for (const { facilitatorId, from, until } of wish.away) {
    const facilitator = { id: facilitatorId, programmeId };
    const found = await lockFacilitator(tx, facilitator) && await findAvailability(tx, facilitator);
    if (!found) continue;
    const dates = datesBetween(from, until);
    const overrides = [...found.availability.overrides.filter(({ date }) => !dates.includes(date)), ...dates.map((date) => ({ date, spans: [] }))];
    await saveAvailability(tx, facilitator, { ...found.availability, overrides: overrides.toSorted((a, b) => (a.date < b.date ? -1 : 1)) }, null);
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

