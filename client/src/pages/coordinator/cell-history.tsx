import type { AuditEntry } from '../../../../shared/api/audit.ts';
import { getAudit } from '../../api/desk.ts';
import { useReading } from '../../api/resource.ts';
import { Loaded } from '../../components/page.tsx';
import { When } from '../../components/when.tsx';
import { clock, dateAt, dayShort } from '../../format/time.ts';
import { city, deskWords, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { actorOf, factOf, text } from '../desk/audit-words.ts';

const MOST = 100;

/** Who held, booked, moved, cancelled or waived one session, and what calendars answered; newest first. */
export function CellHistory({ sessionId }: { sessionId: string }) {
  const { programmeId } = useViewer();
  const reading = useReading(`coverage/history/${sessionId}`, () => getAudit(programmeId, { subject: sessionId }, MOST));
  return (
    <Loaded of={reading} heights={[24, 24]}>
      {({ items }) => (items.length === 0
        ? <p class="quiet">{deskWords().audit.none}</p>
        : <ol class="history">{telling(items).map((entry) => <Line key={entry.revision} entry={entry} />)}</ol>)}
    </Loaded>
  );
}

function Line({ entry }: { entry: AuditEntry }) {
  const { timeZone } = useViewer();
  const at = Date.parse(entry.at);
  const [start, end] = [Date.parse(text(entry.data['start'])), Date.parse(text(entry.data['end']))];
  const fact = factOf(entry);
  return (
    <li>
      <span class="quiet">{dayShort(dateAt(at, timeZone))}, {words().timeIn(clock(at, timeZone), city(timeZone))}</span>
      <span>
        <b>{deskWords().audit.kinds[entry.kind]}</b>{fact !== '' && <>{words().joinList}{fact}</>}{words().joinList}{actorOf(entry)}
        {entry.kind !== 'hold.ended' && start > 0 && <span class="second"><When start={start} end={end} zone={timeZone} /></span>}
      </span>
    </li>
  );
}

/** A session's new state is not worth a line of its own beside what brought it about. */
function telling(entries: readonly AuditEntry[]): AuditEntry[] {
  return entries.filter(({ kind, at }) => kind !== 'session.changed' || entries.every((other) => other.at !== at || other.kind === kind));
}
