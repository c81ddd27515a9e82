import type { AuditEntry } from '../../../../shared/api/audit.ts';
import { deskWords, words } from '../../locales/index.ts';

/** Whoever did it, by name where they are still known. */
export function actorOf({ actor: { name, role } }: AuditEntry): string {
  const { actor } = deskWords().audit;
  return name ?? (role === 'owner' || role === 'system' ? actor[role] : actor.unknown);
}

/** What of it: `added`, a session's new state, a mail's. */
export function factOf({ kind, data, subject }: AuditEntry): string {
  const { about, what } = deskWords().audit;
  const said = data['created'] === true ? 'added' : data['removed'] === true ? 'removed' : text(data['what']);
  const word = said === '' ? '' : what[said] ?? said;
  if (kind === 'programme.changed') return [about[subject.type], word].filter(Boolean).join(': ');
  const state = text(data['state']);
  const { state: states, delivery } = words();
  if (kind === 'session.changed' && state in states) return states[state as keyof typeof states];
  if (kind === 'delivery.changed') return state === 'queued' || state === 'sent' || state === 'failed' || state === 'bounced' ? delivery[state] : '';
  if (kind === 'reply.received') return delivery.reply[text(data['reply']) as keyof typeof delivery.reply] ?? '';
  return kind === 'attendance.recorded' ? states[text(data['outcome']) as keyof typeof states] ?? '' : word;
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
