import { cecil } from '../../server/demo/cecil.ts';
import { movedTo, nextMonday } from '../../server/demo/moved.ts';
import type { Api } from './api.ts';

export type Document = ReturnType<typeof cecilInFuture>;

/** The real programme, its weeks laid from the Monday after next week on. */
export function cecilInFuture() {
  return movedTo(cecil, nextMonday(new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)));
}

export interface Made {
  id: string;
  phases: Record<string, string>;
  topics: Record<string, string>;
  facilitators: Record<string, string>;
  clusters: Record<string, string>;
  sessions: number;
}

export async function makeProgramme(owner: Api, document: unknown): Promise<Made> {
  const made = await owner.post<Made>('/programmes', document);
  if (made.status !== 201) throw new Error(`programme refused: ${JSON.stringify(made.body)}`);
  return made.body;
}

export interface SessionRow {
  id: string;
  clusterId: string;
  topicId: string;
  phaseId: string;
  state: string;
  booking?: { id: string; start: string };
  hold?: { id: string };
}

export async function sessionsOf(api: Api, programmeId: string): Promise<SessionRow[]> {
  return (await api.get(`/programmes/${programmeId}/sessions`)).body.items;
}

/** `count` clusters that all need the one topic which all facilitators teach, day and night, in one virtual week. */
export function crowd({ clusters, facilitators, topics = 1, policy = {} }: { clusters: number; facilitators: number; topics?: number; policy?: Record<string, unknown> }) {
  const monday = nextMonday(new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10));
  const sunday = new Date(Date.parse(monday) + 6 * 86_400_000).toISOString().slice(0, 10);
  const names = (count: number, name: string) => Array.from({ length: count }, (_, index) => `${name}-${index + 1}`);
  return {
    monday,
    document: {
      programme: {
        name: 'A crowd', timeZone: 'UTC', startsOn: monday, endsOn: sunday,
        policy: { sessionMinutes: 60, slotStepMinutes: 30, minimumNoticeMinutes: 0, holdMinutes: 5, ...policy },
      },
      phases: [{ key: 'week', name: 'Week', mode: 'virtual', startsOn: monday, endsOn: sunday }],
      topics: names(topics, 'topic').map((key) => ({ key, name: key, phase: 'week' })),
      facilitators: names(facilitators, 'facilitator').map((key) => ({
        key, name: key, email: `${key}@example.org`, timeZone: 'UTC', topics: names(topics, 'topic'),
        availability: { rules: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }] },
      })),
      clusters: names(clusters, 'cluster').map((key) => ({
        key, name: key, timeZone: 'UTC', representatives: [{ name: key, email: `${key}@example.org` }],
      })),
    },
  };
}
