import { ProgrammeDocument } from '../../../shared/api/programmes.ts';
import type { Report, ReportedBooking, ReportedParty, ReportedSession } from '../../domain/report.ts';
import { accept, type Result } from '../../domain/result.ts';
import type { Queryable } from '../../store/database.ts';
import { findAvailability, listClusters, listFacilitators } from '../../store/people.ts';
import { listPhases, listTopics } from '../../store/plan-parts.ts';
import { findRules } from '../../store/planning-rules.ts';
import { findProgramme } from '../../store/programmes.ts';
import { invitationsToReport, participantsToReport, sessionsToReport, type InvitedRow, type ParticipantRow, type SessionRow } from '../../store/report.ts';
import { coordinates } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { noSuchProgramme } from './change-programme.ts';
import { planningDocument } from '../planning/planning-rules.ts';

/** What a funder is shown; for whoever runs the programme, since it names people. */
export async function reportOfProgramme(db: Queryable, call: Call, programmeId: string): Promise<Result<Report>> {
  if (!coordinates(call.access, programmeId)) return noSuchProgramme();
  const programme = await findProgramme(db, programmeId);
  if (!programme) return noSuchProgramme();
  const [clusters, facilitators, sessions, participants, invitations] = await Promise.all([
    listClusters(db, programmeId), listFacilitators(db, programmeId), sessionsToReport(db, programmeId), participantsToReport(db, programmeId), invitationsToReport(db, programmeId),
  ]);
  const { name, timeZone, startsOn, endsOn } = programme;
  const parties = new Map([...clusters.map(clusterParty), ...facilitators.map(facilitatorParty)].map((party) => [party.id, party]));
  const facts = { parties, participants: grouped(participants), invitations: new Map(invitations.map((row) => [row.bookingId, row])) };
  return accept({
    at: call.now,
    programme: { name, timeZone, startsOn, endsOn },
    clusters: clusters.map(({ id }) => parties.get(id)!),
    facilitators: facilitators.map(({ id }) => parties.get(id)!),
    sessions: sessions.map((row) => reported(row, facts)),
  });
}

/** The programme as `POST /programmes` takes it: the same plan and people again, without what has been booked. */
export async function documentOfProgramme(db: Queryable, call: Call, programmeId: string): Promise<Result<ProgrammeDocument>> {
  if (!coordinates(call.access, programmeId)) return noSuchProgramme();
  const found = await findProgramme(db, programmeId);
  if (!found) return noSuchProgramme();
  const [phases, topics, facilitators, clusters] = await Promise.all([listPhases(db, programmeId), listTopics(db, programmeId), listFacilitators(db, programmeId), listClusters(db, programmeId)]);
  const keys = { ...keysOf('phase', phases), ...keysOf('topic', topics), ...keysOf('facilitator', facilitators), ...keysOf('cluster', clusters) };
  const availabilities = await Promise.all(facilitators.map(({ id }) => findAvailability(db, { id, programmeId })));
  // What the document's schema does not know (ids, versions, addresses of feeds) is not part of it.
  return accept(ProgrammeDocument.parse({
    programme: only({ ...found, policy: { ...found.policy, maximumPerFacilitatorPerDay: found.policy.maximumPerFacilitatorPerDay ?? null, maximumPerClusterPerDay: found.policy.maximumPerClusterPerDay ?? null } }, ProgrammeDocument.shape.programme.shape),
    phases: phases.map((phase) => ({ ...only(phase, ProgrammeDocument.shape.phases.unwrap().element.shape), key: keys[phase.id] })),
    topics: topics.map((topic) => ({ ...only(topic, ProgrammeDocument.shape.topics.unwrap().element.shape), key: keys[topic.id], phase: topic.phaseId && keys[topic.phaseId] })),
    facilitators: facilitators.map((facilitator, index) => ({
      ...only(facilitator, ProgrammeDocument.shape.facilitators.unwrap().element.shape),
      key: keys[facilitator.id], topics: topics.filter(({ id }) => facilitator.topicIds.includes(id)).map(({ id }) => keys[id]!), availability: availabilities[index]?.availability,
    })),
    clusters: clusters.map((cluster) => ({
      ...only(cluster, ProgrammeDocument.shape.clusters.unwrap().element.shape), key: keys[cluster.id],
      representatives: cluster.representatives.map((person) => only(person, ProgrammeDocument.shape.clusters.unwrap().element.shape.representatives.unwrap().element.shape)),
    })),
    planning: planningDocument(await findRules(db, programmeId), (id) => keys[id]!),
  }));
}

interface Facts {
  parties: ReadonlyMap<string, ReportedParty>;
  participants: ReadonlyMap<string, ParticipantRow[]>;
  invitations: ReadonlyMap<string, InvitedRow>;
}

function reported(row: SessionRow, facts: Facts): ReportedSession {
  const { id, topic, phase, state, waivedBecause } = row;
  const booking = bookingOf(row, facts);
  const minutes = booking ? (booking.span.end - booking.span.start) / 60_000 : row.policyMinutes;
  return { id, cluster: facts.parties.get(row.clusterId)!, topic, phase, state, waivedBecause, minutes, booking };
}

function bookingOf({ bookingId, facilitatorId, startsAt, endsAt, attended }: SessionRow, { parties, participants, invitations }: Facts): ReportedBooking | null {
  if (bookingId === null || facilitatorId === null || startsAt === null || endsAt === null) return null;
  const people = participants.get(bookingId) ?? [];
  return {
    facilitator: parties.get(facilitatorId)!,
    span: { start: startsAt, end: endsAt },
    people: people.map((person) => ({ name: person.name, role: person.role, attended: attended && attended.includes(person.id) })),
    invited: invitations.get(bookingId)?.invited ?? 0,
    delivered: invitations.get(bookingId)?.delivered ?? 0,
  };
}

function clusterParty({ id, name, timeZone, representatives }: Pick<ReportedParty, 'id' | 'name' | 'timeZone'> & { representatives: ReportedParty['people'] }): ReportedParty {
  return { id, name, timeZone, people: representatives };
}

function facilitatorParty({ id, name, timeZone, email, language }: Pick<ReportedParty, 'id' | 'name' | 'timeZone'> & ReportedParty['people'][number]): ReportedParty {
  return { id, name, timeZone, people: [{ name, email, language }] };
}

function grouped(participants: readonly ParticipantRow[]): Map<string, ParticipantRow[]> {
  const groups = new Map<string, ParticipantRow[]>();
  for (const row of participants) groups.set(row.bookingId, [...groups.get(row.bookingId) ?? [], row]);
  return groups;
}

/** `topic-1`, `topic-2` … by id, in their order. */
function keysOf(what: string, list: readonly { id: string }[]): Record<string, string> {
  return Object.fromEntries(list.map(({ id }, index) => [id, `${what}-${index + 1}`]));
}

/** The fields that a schema names. */
function only(from: object, shape: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(from).filter(([key]) => key in shape));
}
