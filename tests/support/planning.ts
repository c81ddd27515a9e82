
import type { ProgrammeDocument } from '../../shared/api/programmes.ts';

import type { Situation, StoredEngagement } from '../../server/store/situation.ts';
import { seeded } from './random.ts';

/** A programme's document as the server reads it back from its tables: what planning starts from. Keys are ids. */
export function situationOf(document: ProgrammeDocument, engagements: StoredEngagement[] = []): Situation {
  const phases = new Map(document.phases.map((phase) => [phase.key, { id: phase.key, ...phase }]));
  const { maximumPerFacilitatorPerDay, maximumPerClusterPerDay, ...policy } = document.programme.policy;
  return {
    programmeId: 'programme',
    name: document.programme.name,
    timeZone: document.programme.timeZone,
    policy: { ...policy, maximumPerFacilitatorPerDay: maximumPerFacilitatorPerDay ?? undefined, maximumPerClusterPerDay: maximumPerClusterPerDay ?? undefined },
    version: 1,
    revision: 1,
    sessions: document.clusters.flatMap((cluster) => document.topics.flatMap((topic) => {
      const phase = topic.phase === null ? undefined : phases.get(topic.phase);
      return phase?.mode !== 'virtual' ? [] : [{
        id: `${cluster.key} ${topic.key}`,
        state: 'open' as const,
        topicId: topic.key,
        phase,
        cluster: { id: cluster.key, name: cluster.name, timeZone: cluster.timeZone, workingHours: cluster.workingHours, version: 1 },
      }];
    })),
    facilitators: document.facilitators.map((each) => ({
      id: each.key, name: each.name, timeZone: each.timeZone, workingHours: each.workingHours, availability: each.availability, topicIds: each.topics, version: 1,
      busyVersion: 0, busy: [], busyKnowledge: { readAt: null, isUnread: false },
    })),
    engagements,
  };
}

const ZONES = [
  'Europe/Madrid', 'Europe/Paris', 'Europe/Warsaw', 'Europe/Dublin', 'Europe/Copenhagen', 'Europe/Athens', 'Europe/Lisbon', 'Africa/Nairobi',
  'Asia/Singapore', 'Asia/Kolkata', 'America/New_York', 'America/Sao_Paulo',
];

/** A programme as large as wanted: three virtual weeks over a clock change, two topics in each, people in twelve zones. */
export function largeDocument({ clusters, facilitators, seed, monday = '2026-03-23' }: { clusters: number; facilitators: number; seed: number; monday?: string }) {
  const random = seeded(seed);
  const weeks = [0, 7, 14].map((days) => later(monday, days));
  const topics = Array.from({ length: 6 }, (_, index) => ({ key: `topic-${index}`, name: `Topic ${index}`, phase: `week-${Math.floor(index / 2)}` }));
  return {
    programme: {
      name: 'A large programme', timeZone: 'Europe/Copenhagen', startsOn: weeks[0]!, endsOn: later(monday, 18),
      policy: {
        sessionMinutes: 60, slotStepMinutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 15, minimumNoticeMinutes: 1440, holdMinutes: 5,
        maximumPerFacilitatorPerDay: 4, maximumPerClusterPerDay: 1,
      },
    },
    phases: weeks.map((startsOn, index) => ({ key: `week-${index}`, name: `Week ${index}`, mode: 'virtual', startsOn, endsOn: later(startsOn, 4) })),
    topics,
    facilitators: Array.from({ length: facilitators }, (_, index) => ({
      key: `facilitator-${index}-of-${facilitators}-${seed}`, name: `Facilitator ${index}`, email: `facilitator-${index}@example.org`, timeZone: ZONES[(index * 5) % ZONES.length]!,
      // Every topic is taught by as many as may be; who teaches what else is chance.
      topics: [...new Set([`topic-${index % 6}`, `topic-${(index + 3) % 6}`, `topic-${random.whole(0, 5)}`])],
      availability: {
        rules: [
          { days: random.chance(0.3) ? [1, 2, 4] : [1, 2, 3, 4, 5], from: random.pick(['08:00', '08:30', '09:00', '10:00']), to: random.pick(['12:00', '12:30', '13:00']) },
          { days: [1, 2, 3, 4, 5], from: random.pick(['13:00', '13:30', '14:00']), to: random.pick(['16:30', '17:30', '19:00']) },
        ],
        overrides: random.chance(0.3) ? [{ date: weeks[2]!, spans: [] }] : [],
      },
    })),
    clusters: Array.from({ length: clusters }, (_, index) => ({
      key: `cluster-${index}`, name: `Cluster ${index}`, timeZone: ZONES[random.whole(0, random.chance(0.8) ? 6 : ZONES.length - 1)]!,
      workingHours: random.chance(0.5) ? { from: random.pick(['08:00', '09:00']), to: random.pick(['16:00', '17:00', '18:00']) } : null,
      representatives: [{ name: `Manager ${index}`, email: `manager-${index}@example.org` }],
    })),
  };
}

function later(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}
