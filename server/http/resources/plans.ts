import { Foresight } from '../../../shared/api/foresight.ts';
import { PlanningRules, PreferenceReminderInput, PreferenceRemindersAsked, PreferenceRounds, Preferences, PreferencesInput } from '../../../shared/api/planning.ts';
import * as api from '../../../shared/api/plans.ts';
import { Swap, SwapInput, SwapsOfBooking } from '../../../shared/api/swaps.ts';
import { listOf } from '../../../shared/api/primitives.ts';
import { accept, type Result } from '../../domain/result.ts';
import { invitationLetter } from '../../mail/invitation-letter.ts';
import { noticeLetter } from '../../mail/notice-letter.ts';
import type { Call } from '../../usecases/call.ts';
import { changePlan } from '../../usecases/planning/change-plan.ts';
import { lettersOfPlan } from '../../usecases/planning/preview-letters.ts';
import { publishPlan } from '../../usecases/planning/publish-plan.ts';
import { foresee } from '../../usecases/planning/foresee.ts';
import { preferencesOfCluster, rulesOfProgramme, setPreferences, setRules } from '../../usecases/planning/planning-rules.ts';
import { askForHours, preferenceRound } from '../../usecases/planning/preference-round.ts';
import { placesInPlan, planById, plansOfProgramme, stopOrDiscard } from '../../usecases/planning/read-plan.ts';
import { startPlan, startSolution } from '../../usecases/planning/start-plan.ts';
import { agreeToSwap, askForSwap, endSwap, swapsFor, swapsIn } from '../../usecases/booking/swap-bookings.ts';
import { read, write, type Endpoint, type Input } from '../endpoint.ts';
import type { Services } from '../services.ts';

/** Timetables: proposed by a job, reviewed by a coordinator, then published. */
export const plans: Endpoint[] = [
  write({ method: 'post', path: '/programmes/:id/plans', summary: 'Ask for a timetable; it is solved by a job', body: api.PlanInput, answer: api.Plan, status: 202, weight: 50 },
    (tx, call, { params, body }) => startPlan(tx, call, params.id!, body)),
  read({ path: '/programmes/:id/plans', summary: 'List the plans of a programme, the newest first', answer: listOf(api.PlanSummary) },
    ({ db }, call, { params }) => plansOfProgramme(db, call, params.id!)),
  read({ path: '/plans/:id', summary: 'Read a plan: places, what has none and why, and how good it is', answer: api.Plan },
    ({ db }, call, { params }) => planById(db, call, params.id!)),
  read({ path: '/plans/:id/places', summary: 'List the places that a session may be moved to in a plan', query: api.PlanPlaceFilter, answer: api.PlanPlaces },
    ({ db }, call, { params, query }) => placesInPlan(db, call, params.id!, query.sessionId)),
  read({ path: '/plans/:id/letters', summary: 'Preview the mails that publishing would send about a session', query: api.PlanPlaceFilter, answer: api.PlanLetters },
    previewOf),
  write({ method: 'patch', path: '/plans/:id', summary: 'Pin, move or take away places', body: api.PlanPatch, answer: api.Plan },
    (tx, call, { params, body, ifVersion }) => changePlan(tx, call, { id: params.id!, patch: body, ifVersion })),
  write({ method: 'post', path: '/plans/:id/solution', summary: 'Solve it again: what is pinned stays', body: api.PlanSolutionInput, answer: api.Plan, status: 202, weight: 50 },
    (tx, call, { params, body }) => startSolution(tx, call, params.id!, body)),
  write({ method: 'post', path: '/plans/:id/publication', summary: 'Book all that is planned, or say what has gone', answer: api.PlanPublication },
    (tx, call, { params }) => publishPlan(tx, call, params.id!)),
  write({ method: 'delete', path: '/plans/:id', summary: 'Stop a plan being solved, or discard one', answer: null },
    (tx, call, { params }) => stopOrDiscard(tx, call, params.id!)),

  read({ path: '/programmes/:id/foresight', summary: 'What is coming: common hours, clock changes, holidays, supply and demand, what cannot fit', answer: Foresight },
    ({ db }, call, { params }) => foresee(db, call, params.id!)),
  read({ path: '/programmes/:id/planning', summary: 'Read what the programme asks of its timetables', answer: PlanningRules },
    ({ db }, call, { params }) => rulesOfProgramme(db, call, params.id!)),
  write({ method: 'put', path: '/programmes/:id/planning', summary: 'Say what the programme asks of its timetables', body: PlanningRules, answer: PlanningRules },
    (tx, call, { params, body }) => setRules(tx, call, params.id!, body)),
  read({ path: '/programmes/:id/preferences', summary: 'Which clusters have marked the hours that suit them, and who was last asked to when', answer: PreferenceRounds },
    ({ db }, call, { params }) => preferenceRound(db, call, params.id!)),
  write({ method: 'post', path: '/programmes/:id/preferences/reminders', summary: 'Ask clusters by mail to mark the hours that suit them; those that have, or were asked within the hour, are left alone', body: PreferenceReminderInput, answer: PreferenceRemindersAsked, status: 202 },
    (tx, call, { params, body }) => askForHours(tx, call, params.id!, body.clusterIds)),
  read({ path: '/clusters/:id/preferences', summary: 'Read the hours that a cluster prefers, can do and cannot', answer: Preferences },
    ({ db }, call, { params }) => preferencesOfCluster(db, call, params.id!)),
  write({ method: 'put', path: '/clusters/:id/preferences', summary: 'Mark hours as preferred, possible or no', body: PreferencesInput, answer: Preferences },
    (tx, call, { params, body, ifVersion }) => setPreferences(tx, call, { clusterId: params.id!, marks: body.marks, ifVersion })),

  read({ path: '/programmes/:id/swaps', summary: 'List the swaps that you have asked for, or are asked for', answer: listOf(Swap) },
    ({ db }, call, { params }) => swapsIn(db, call, params.id!)),
  read({ path: '/bookings/:id/swaps', summary: 'What a booking could change places with, and the swaps it is in', answer: SwapsOfBooking },
    ({ db }, call, { params }) => swapsFor(db, call, params.id!)),
  write({ method: 'post', path: '/bookings/:id/swaps', summary: 'Ask another cluster to change places', body: SwapInput, answer: Swap, status: 201, allowance: 'letters' },
    (tx, call, { params, body }) => askForSwap(tx, call, params.id!, body)),
  write({ method: 'post', path: '/swaps/:id/agreement', summary: 'Agree: both bookings move in one step', answer: Swap },
    (tx, call, { params }) => agreeToSwap(tx, call, params.id!)),
  write({ method: 'delete', path: '/swaps/:id', summary: 'Take the wish back, or decline it', answer: null },
    (tx, call, { params }) => endSwap(tx, call, params.id!)),
];

async function previewOf({ db, sender }: Services, call: Call, { params, query: { sessionId } }: Input<{ sessionId?: string | undefined }>): Promise<Result<unknown>> {
  const found = await lettersOfPlan(db, call, params.id!, sessionId);
  if (!found.ok) return found;
  const notices = found.value.notices.map((notice) => {
    const { to, subject, text } = noticeLetter(notice, new Date(call.now), sender);
    return { to, name: notice.recipient.name, role: 'representative', method: 'NOTICE', subject, text };
  });
  const letters = found.value.invitations.map((invitation) => {
    const { to, subject, text } = invitationLetter(invitation, sender);
    return { to, name: invitation.recipient.name, role: invitation.recipient.role, method: invitation.method, subject, text };
  });
  return accept({ sessionId, letters: [...letters, ...notices] });
}
