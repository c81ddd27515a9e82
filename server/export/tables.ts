import type { Language } from '../domain/invitation.ts';
import { hoursByCluster, hoursByFacilitator, hoursOfAll, type Hours, type Report, type ReportedSession } from '../domain/report.ts';
import { localIso } from '../domain/wall-time.ts';
import { reportWords, type ReportWords } from './words.ts';

/** Numbers are numbers, an instant is a `Date`, all else is text. */
export type Value = string | number | Date | null;

export interface Table {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

export const tableNames = ['sessions', 'attendance', 'hours', 'roster'] as const;
export type TableName = (typeof tableNames)[number];

/** A report as tables, in a language; local times carry their zone's offset of that day. */
export function tableOf(report: Report, name: TableName, language: Language): Table {
  const said = reportWords[language];
  return { sessions: sessionsTable, attendance: attendanceTable, hours: hoursTable, roster: rosterTable }[name](report, said);
}

function sessionsTable({ sessions }: Report, said: ReportWords): Table {
  const { columns: c } = said;
  return {
    name: said.sessions,
    head: [c.cluster, c.topic, c.phase, c.state, c.facilitator, c.utc, `${c.time} (${c.cluster})`, c.zone, c.minutes, c.came, c.absent, c.invitations, c.reason],
    rows: sessions.map((session) => [
      session.cluster.name, session.topic, session.phase, said.states[session.state], session.booking?.facilitator.name ?? null,
      session.booking && new Date(session.booking.span.start), session.booking && localIso(session.booking.span.start, session.cluster.timeZone), session.cluster.timeZone,
      session.minutes, namesOf(session, true), namesOf(session, false), session.booking && `${session.booking.delivered}/${session.booking.invited}`, session.waivedBecause,
    ]),
  };
}

/** A row for each person of each session that has been recorded. */
function attendanceTable({ sessions }: Report, said: ReportWords): Table {
  const { columns: c } = said;
  const recorded = sessions.filter(({ booking }) => booking?.people.some(({ attended }) => attended !== null));
  return {
    name: said.attendance,
    head: [c.cluster, c.topic, c.utc, c.minutes, c.name, c.role, c.attended],
    rows: recorded.flatMap(({ booking, cluster, topic, minutes }) => (booking?.people ?? []).map((person) =>
      [cluster.name, topic, new Date(booking!.span.start), minutes, person.name, said.roles[person.role], person.attended ? said.yes : said.no])),
  };
}

function hoursTable(report: Report, said: ReportWords): Table {
  const { columns: c, states } = said;
  return {
    name: said.hours,
    head: [c.role, c.name, states.done, c.heldHours, states.booked, c.bookedHours, states.missed, states.open, states.waived],
    rows: [
      ...hoursByCluster(report).map((hours) => hoursRow(c.cluster, hours)),
      ...hoursByFacilitator(report).map((hours) => hoursRow(c.facilitator, hours)),
      hoursRow(said.total, hoursOfAll(report)),
    ],
  };
}

function hoursRow(group: string, { name, sessions, heldMinutes, bookedMinutes }: Hours): Value[] {
  return [group, name, sessions.done, heldMinutes / 60, sessions.booked, bookedMinutes / 60, sessions.missed, sessions.open, sessions.waived];
}

function rosterTable({ clusters, facilitators }: Report, said: ReportWords): Table {
  const { columns: c, roles } = said;
  return {
    name: said.roster,
    head: [c.role, c.cluster, c.name, c.email, c.language, c.zone],
    rows: [
      ...clusters.flatMap(({ name, timeZone, people }) => people.map((person) => [roles.representative, name, person.name, person.email, person.language, timeZone])),
      ...facilitators.flatMap(({ timeZone, people }) => people.map((person) => [roles.facilitator, null, person.name, person.email, person.language, timeZone])),
    ],
  };
}

function namesOf({ booking }: ReportedSession, attended: boolean): string | null {
  const names = booking?.people.filter((person) => person.attended === attended).map(({ name }) => name) ?? [];
  return names.length > 0 ? names.join('; ') : null;
}
