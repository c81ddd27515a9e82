import type { AuditEntry } from '../../../../shared/api/audit.ts';
import type { Session } from '../../../../shared/api/sessions.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { clock, dateAt, dayShort } from '../../format/time.ts';
import { accountWords, city, deskWords, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { actorOf, factOf, text } from './audit-words.ts';

interface AuditRowProps {
  entry: AuditEntry;
  catalogue: Catalogue;
  sessions: ReadonlyMap<string, Session>;
  onOnly: (entry: AuditEntry, name: string) => void;
}

/** One change, with whoever made it by name, and what it was about by theirs. */
export function AuditRow({ entry, catalogue, sessions, onOnly }: AuditRowProps) {
  const copy = deskWords().audit;
  const { timeZone } = useViewer();
  const at = Date.parse(entry.at);
  const name = actorOf(entry);
  const session = sessions.get(sessionIdOf(entry));
  return (
    <tr>
      <td class="log-when">{dayShort(dateAt(at, timeZone))} <span class="time">{clock(at, timeZone)}</span><span class="narrow-only"> {words().inCity(city(timeZone))}</span></td>
      <td><button type="button" class="link plain" aria-label={copy.onlyOf(name)} onClick={() => onOnly(entry, name)}>{name}</button>{entry.actor.name !== null && <small>{roleWord(entry)}</small>}</td>
      <td>{copy.kinds[entry.kind]} <small>{factOf(entry)}</small></td>
      <td>{session
        ? <a href={`/sessions/${session.id}`}>{catalogue.clusters.get(session.clusterId)?.name}: {catalogue.topics.get(session.topicId)?.name}</a>
        : partyOf(entry, catalogue)}</td>
    </tr>
  );
}

function roleWord({ actor: { role } }: AuditEntry): string {
  return role === 'system' || role === 'unknown' ? '' : accountWords().role[role];
}

function sessionIdOf({ data, subject }: AuditEntry): string {
  return subject.type === 'session' ? subject.id : text(data['sessionId']);
}

/** The cluster or facilitator that a change was about, where it was about no session. */
function partyOf({ data, subject }: AuditEntry, { clusters, facilitators, topics, phases }: Catalogue): string {
  const ids = [subject.id, text(data['clusterId']), text(data['facilitatorId'])];
  for (const id of ids) {
    const party = clusters.get(id) ?? facilitators.get(id) ?? topics.get(id) ?? phases.find((phase) => phase.id === id);
    if (party) return party.name;
  }
  return '';
}
