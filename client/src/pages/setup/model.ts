import type { Availability } from '../../../../shared/api/availability.ts';
import type { Cluster, RepresentativeInput } from '../../../../shared/api/programmes.ts';
import { addDays } from '../../format/zoned.ts';
import type { Language } from './sheet/columns.ts';
import type { Cells, Entry, Fault } from './sheet/read-rows.ts';
import { plain } from './sheet/columns.ts';

/** A programme as far as it has been filled in: the document that makes one, with whatever else an uploaded one had in it. */
export interface Setup {
  programme: { name: string; timeZone: string; startsOn: string; endsOn: string };
  phases: SetupPhase[];
  topics: SetupTopic[];
  clusters: SetupCluster[];
  facilitators: SetupFacilitator[];
  planning?: { holidaysWorked?: string[] };
  /** Rows of spreadsheets that are not right yet. */
  aside?: AsideRow[];
}

export interface SetupPhase { key: string; name: string; mode: 'classroom' | 'virtual'; startsOn: string; endsOn: string }
export interface SetupTopic { key: string; name: string; phase: string | null }
export interface SetupCluster { key: string; name: string; timeZone: string; workingHours: Cluster['workingHours']; representatives: RepresentativeInput[] }
export interface SetupFacilitator {
  key: string; name: string; email: string; timeZone: string; language: Language; workingHours: Cluster['workingHours']; availability: Availability; topics: string[];
}
export interface AsideRow { file: string; row: number; cells: Cells; faults: Fault[] }

export function emptySetup(timeZone: string, startsOn: string): Setup {
  return { programme: { name: '', timeZone, startsOn, endsOn: addDays(startsOn, 34) }, phases: [], topics: [], clusters: [], facilitators: [] };
}

/** Of a document that was uploaded; null where it is none. Whatever it has besides stays in it. */
export function setupOf(document: unknown): Setup | null {
  if (!isRecord(document) || !isRecord(document['programme'])) return null;
  const list = <Item extends object>(name: string, blank: Item): Item[] => (Array.isArray(document[name]) ? document[name].filter(isRecord).map((item) => ({ ...blank, ...item })) : []);
  const { about: _about, ...rest } = document;
  return {
    ...rest,
    programme: { name: '', timeZone: '', startsOn: '', endsOn: '', ...document['programme'] },
    phases: list<SetupPhase>('phases', { key: '', name: '', mode: 'virtual', startsOn: '', endsOn: '' }),
    topics: list<SetupTopic>('topics', { key: '', name: '', phase: null }),
    clusters: list<SetupCluster>('clusters', { key: '', name: '', timeZone: '', workingHours: null, representatives: [] }),
    facilitators: list<SetupFacilitator>('facilitators', { key: '', name: '', email: '', timeZone: '', language: 'en', workingHours: null, availability: { rules: [], overrides: [] }, topics: [] }),
  };
}

/** What the server makes a programme of. */
export function documentOf({ aside: _aside, ...setup }: Setup): Omit<Setup, 'aside'> {
  return setup;
}

/** A name for one more item that none has yet. */
export function freshKey(prefix: string, items: readonly { key: string }[]): string {
  for (let number = items.length + 1; ; number += 1) if (items.every(({ key }) => key !== `${prefix}-${number}`)) return `${prefix}-${number}`;
}

/** The same programme so many days later: dates of its weeks and of everybody's hours. */
export function movedBy(setup: Setup, days: number): Setup {
  const move = (date: string) => (/^\d{4}-\d\d-\d\d$/.test(date) ? addDays(date, days) : date);
  const span = <Item extends { startsOn: string; endsOn: string }>(item: Item): Item => ({ ...item, startsOn: move(item.startsOn), endsOn: move(item.endsOn) });
  return {
    ...setup,
    programme: span(setup.programme),
    phases: setup.phases.map(span),
    facilitators: setup.facilitators.map((facilitator) => ({ ...facilitator, availability: movedHours(facilitator.availability, move) })),
    // Next year's holidays fall on other days.
    ...(setup.planning && { planning: { ...setup.planning, holidaysWorked: [] } }),
  };
}

function movedHours({ rules, overrides, travel, ...rest }: Availability, move: (date: string) => string): Availability {
  return {
    ...rest,
    rules: rules.map((rule) => ({ ...rule, ...(rule.validFrom && { validFrom: move(rule.validFrom) }), ...(rule.validUntil && { validUntil: move(rule.validUntil) }) })),
    overrides: overrides.map((override) => ({ ...override, date: move(override.date) })),
    ...(travel && { travel: travel.map((journey) => ({ ...journey, from: move(journey.from), until: move(journey.until) })) }),
  };
}

/** With what a spreadsheet's row says: a new party, or one more person or other facts of one that is there. */
export function withEntry(setup: Setup, entry: Entry): Setup {
  return entry.kind === 'cluster' ? { ...setup, clusters: withCluster(setup.clusters, entry) } : { ...setup, facilitators: withFacilitator(setup, entry) };
}

function withCluster(clusters: readonly SetupCluster[], { name, person, email, timeZone, language, hours }: Entry): SetupCluster[] {
  const known = clusters.find((each) => plain(each.name) === plain(name));
  const cluster = known ?? { key: freshKey('cluster', clusters), name, timeZone, workingHours: null, representatives: [] };
  const others = cluster.representatives.filter((each) => plain(each.email) !== plain(email));
  const changed = {
    ...cluster, timeZone: timeZone || cluster.timeZone, workingHours: hours ?? cluster.workingHours,
    representatives: email === '' ? cluster.representatives : [...others, { name: person, email, language, timeZone: null }],
  };
  return known ? clusters.map((each) => (each === known ? changed : each)) : [...clusters, changed];
}

function withFacilitator({ facilitators, topics }: Setup, { name, email, timeZone, language, hours, topics: names }: Entry): SetupFacilitator[] {
  const known = facilitators.find((each) => plain(each.email) === plain(email));
  const facilitator = known ?? { key: freshKey('facilitator', facilitators), workingHours: null, availability: { rules: [], overrides: [] }, topics: [] };
  const keys = topics.filter((topic) => names.includes(topic.name)).map(({ key }) => key);
  const changed = {
    ...facilitator, name, email, timeZone, language, topics: keys.length > 0 ? keys : facilitator.topics,
    availability: hours ? weekdays(hours.from, hours.to) : facilitator.availability,
  };
  return known ? facilitators.map((each) => (each === known ? changed : each)) : [...facilitators, changed];
}

/** Monday to Friday. */
export function weekdays(from: string, to: string): Availability {
  return { rules: [{ days: [1, 2, 3, 4, 5], from, to }], overrides: [] };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
