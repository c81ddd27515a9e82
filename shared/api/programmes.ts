import { z } from 'zod';
import { Availability } from './availability.ts';
import { PlanningDocument } from './planning.ts';
import { atMostAYear, Email, Id, inOrder, IsoDate, Language, MeetingAddress, minutes, Name, text, TimeZone, Version, WallTime, WallTimeEnd, Weekdays } from './primitives.ts';

const Key = text(100);

export const Policy = z.strictObject({
  sessionMinutes: minutes(1, 1440),
  slotStepMinutes: minutes(1, 1440),
  bufferBeforeMinutes: minutes(0, 1440),
  bufferAfterMinutes: minutes(0, 1440),
  minimumNoticeMinutes: minutes(0, 525_600),
  holdMinutes: minutes(1, 60),
  maximumPerFacilitatorPerDay: minutes(1, 1440).nullable(),
  maximumPerClusterPerDay: minutes(1, 1440).nullable(),
  /** How old what is known of a facilitator's external calendars may be, and what when it is older: slots with a warning, or none. */
  busyMaximumAgeMinutes: minutes(15, 43_200),
  whenBusyUnknown: z.enum(['warn', 'block'], 'write warn or block'),
});

/** What is not said: an hour on the half hour, a day's notice, five minutes to make up one's mind. */
export const PolicyInput = z.strictObject({
  sessionMinutes: Policy.shape.sessionMinutes.default(60),
  slotStepMinutes: Policy.shape.slotStepMinutes.default(30),
  bufferBeforeMinutes: Policy.shape.bufferBeforeMinutes.default(0),
  bufferAfterMinutes: Policy.shape.bufferAfterMinutes.default(0),
  minimumNoticeMinutes: Policy.shape.minimumNoticeMinutes.default(1440),
  holdMinutes: Policy.shape.holdMinutes.default(5),
  maximumPerFacilitatorPerDay: Policy.shape.maximumPerFacilitatorPerDay.default(null),
  maximumPerClusterPerDay: Policy.shape.maximumPerClusterPerDay.default(null),
  busyMaximumAgeMinutes: Policy.shape.busyMaximumAgeMinutes.default(360),
  whenBusyUnknown: Policy.shape.whenBusyUnknown.default('warn'),
});

export const WorkingHours = z.strictObject({ from: WallTime, to: WallTimeEnd, days: Weekdays.optional() })
  .refine((hours) => hours.from < hours.to, { path: ['to'], message: '`to` must be later than `from`' });

const Meeting = MeetingAddress.nullable();
const programmeFields = { name: Name, timeZone: TimeZone, startsOn: IsoDate, endsOn: IsoDate };
const phaseFields = { name: Name, mode: z.enum(['classroom', 'virtual']), startsOn: IsoDate, endsOn: IsoDate };
const facilitatorFields = {
  name: Name,
  email: Email,
  timeZone: TimeZone,
  language: Language.default('en'),
  workingHours: WorkingHours.nullable().default(null),
  availability: Availability.default({ rules: [], overrides: [] }),
  /** Of their own; goes before the programme's. */
  meetingAddress: Meeting.default(null),
};
const clusterFields = { name: Name, timeZone: TimeZone, workingHours: WorkingHours.nullable().default(null) };

export const RepresentativeInput = z.strictObject({
  name: Name,
  email: Email,
  language: Language.default('en'),
  timeZone: TimeZone.nullable().default(null),
});
/** What is left out stays as it is, of somebody who is there already: language and clock are also theirs to say. */
const RepresentativePatch = RepresentativeInput.extend({ language: Language.optional(), timeZone: TimeZone.nullable().optional() });
const representatives = z.array(RepresentativeInput).max(100).default([]);

/** A whole programme in one document; `key`s are names within it. */
export const ProgrammeDocument = z.strictObject({
  programme: z.strictObject({ ...programmeFields, meetingAddress: Meeting.default(null), policy: PolicyInput.prefault({}) }).refine(...inOrder),
  phases: z.array(z.strictObject({ key: Key, ...phaseFields }).refine(...inOrder).refine(...atMostAYear)).max(100).default([]),
  topics: z.array(z.strictObject({ key: Key, name: Name, phase: Key.nullable().default(null) })).max(200).default([]),
  facilitators: z.array(z.strictObject({ key: Key, ...facilitatorFields, topics: z.array(Key).max(200).default([]) })).max(500).default([]),
  clusters: z.array(z.strictObject({ key: Key, ...clusterFields, representatives })).max(500).default([]),
  planning: PlanningDocument.optional(),
}).superRefine((document, context) => {
  const lists = ['phases', 'topics', 'facilitators', 'clusters'] as const;
  for (const list of lists) refuseRepeatedKeys(document[list], list, context);
  const phases = new Map(document.phases.map((phase) => [phase.key, phase]));
  const topics = new Set(document.topics.map((topic) => topic.key));
  document.topics.forEach((topic, index) => {
    if (topic.phase !== null && !phases.has(topic.phase)) {
      context.addIssue({ code: 'custom', path: ['topics', index, 'phase'], message: `no phase has the key "${topic.phase}"` });
    }
  });
  document.planning?.orders.forEach((order, index) => (['before', 'after'] as const).forEach((end) => {
    if (!topics.has(order[end])) context.addIssue({ code: 'custom', path: ['planning', 'orders', index, end], message: `no topic has the key "${order[end]}"` });
  }));
  document.facilitators.forEach((facilitator, index) => facilitator.topics.forEach((key, place) => {
    if (!topics.has(key)) context.addIssue({ code: 'custom', path: ['facilitators', index, 'topics', place], message: `no topic has the key "${key}"` });
  }));
  document.phases.forEach((phase, index) => {
    if (phase.startsOn < document.programme.startsOn || phase.endsOn > document.programme.endsOn) {
      context.addIssue({ code: 'custom', path: ['phases', index, 'startsOn'], message: 'the phase lies outside the programme’s dates' });
    }
  });
});

const Keys = z.record(z.string(), Id);
export const ProgrammeCreated = z.strictObject({ id: Id, phases: Keys, topics: Keys, facilitators: Keys, clusters: Keys, sessions: z.number().int() });

/** Where it meets and its feed are for whoever runs it. */
export const Programme = z.strictObject({
  id: Id, ...programmeFields, policy: Policy, revision: z.number().int(), version: Version,
  meetingAddress: Meeting.optional(), feedUrl: z.string().optional(),
});
export const ProgrammePatch = z.strictObject({ ...programmeFields, meetingAddress: Meeting, policy: Policy.partial() }).partial();

export const Phase = z.strictObject({ id: Id, programmeId: Id, ...phaseFields, version: Version });
export const PhaseInput = z.strictObject(phaseFields).refine(...inOrder).refine(...atMostAYear);
export const PhasePatch = z.strictObject(phaseFields).partial();

export const Topic = z.strictObject({ id: Id, programmeId: Id, name: Name, phaseId: Id.nullable(), facilitatorIds: z.array(Id), version: Version });
export const TopicInput = z.strictObject({ name: Name, phaseId: Id.nullable().default(null), facilitatorIds: z.array(Id).max(500).default([]) });
export const TopicPatch = z.strictObject({ name: Name, facilitatorIds: z.array(Id).max(500) }).partial();

/** Address, meeting address and feed are for themselves and for whoever runs the programme. */
export const Facilitator = z.strictObject({
  id: Id, programmeId: Id, name: Name, email: Email, timeZone: TimeZone, language: Language,
  workingHours: WorkingHours.nullable(), topicIds: z.array(Id), version: Version, meetingAddress: Meeting, feedUrl: z.string(),
});
export const FacilitatorSeen = Facilitator.partial({ email: true, meetingAddress: true, feedUrl: true });
export const FacilitatorInput = z.strictObject({ ...facilitatorFields, topicIds: z.array(Id).max(200).default([]) });
export const FacilitatorPatch = z.strictObject({
  name: Name, email: Email, timeZone: TimeZone, language: Language, workingHours: WorkingHours.nullable(), topicIds: z.array(Id).max(200),
  meetingAddress: Meeting,
}).partial();

/** Each has a feed of their own, for them and for whoever runs the programme. */
export const Representative = z.strictObject({ id: Id, name: Name, email: Email, language: Language, timeZone: TimeZone.nullable(), feedUrl: z.string().optional() });
export const Cluster = z.strictObject({
  id: Id, programmeId: Id, name: Name, timeZone: TimeZone, workingHours: WorkingHours.nullable(),
  representatives: z.array(Representative), version: Version, feedUrl: z.string().optional(),
});
export const ClusterInput = z.strictObject({ ...clusterFields, representatives });
export const ClusterPatch = z.strictObject({
  name: Name, timeZone: TimeZone, workingHours: WorkingHours.nullable(),
  /** The whole list; who keeps their address keeps their identity. */
  representatives: z.array(RepresentativePatch).max(100),
}).partial();

export type ProgrammeDocument = z.output<typeof ProgrammeDocument>;
export type ProgrammeCreated = z.infer<typeof ProgrammeCreated>;
export type Programme = z.infer<typeof Programme>;
export type ProgrammePatch = z.infer<typeof ProgrammePatch>;
export type Phase = z.infer<typeof Phase>;
export type PhaseInput = z.output<typeof PhaseInput>;
export type PhasePatch = z.infer<typeof PhasePatch>;
export type Topic = z.infer<typeof Topic>;
export type TopicInput = z.output<typeof TopicInput>;
export type TopicPatch = z.infer<typeof TopicPatch>;
export type Facilitator = z.infer<typeof Facilitator>;
export type FacilitatorSeen = z.infer<typeof FacilitatorSeen>;
export type FacilitatorInput = z.output<typeof FacilitatorInput>;
export type FacilitatorPatch = z.infer<typeof FacilitatorPatch>;
export type RepresentativeInput = z.output<typeof RepresentativeInput>;
export type RepresentativePatch = z.output<typeof RepresentativePatch>;
export type Representative = z.infer<typeof Representative>;
export type Cluster = z.infer<typeof Cluster>;
export type ClusterInput = z.output<typeof ClusterInput>;
export type ClusterPatch = z.infer<typeof ClusterPatch>;

function refuseRepeatedKeys(list: readonly { key: string }[], name: string, context: z.RefinementCtx): void {
  const seen = new Set<string>();
  list.forEach(({ key }, index) => {
    if (seen.has(key)) context.addIssue({ code: 'custom', path: [name, index, 'key'], message: `the key "${key}" is used twice` });
    seen.add(key);
  });
}
