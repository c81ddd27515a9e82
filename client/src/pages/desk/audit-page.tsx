import '../../styles/office.css';
import { useState } from 'preact/hooks';
import type { AuditEntry } from '../../../../shared/api/audit.ts';
import type { Session } from '../../../../shared/api/sessions.ts';
import { type Catalogue, useCatalogue } from '../../api/catalogue.ts';
import { auditFile, type AuditView, getAudit } from '../../api/desk.ts';
import { useReading } from '../../api/resource.ts';
import { both, useSessions } from '../../api/sessions.ts';
import { DateField } from '../../components/date-field.tsx';
import { FileLink } from '../../components/file-link.tsx';
import { Heading } from '../../components/heading.tsx';
import { Loaded } from '../../components/page.tsx';
import { Rooms } from '../../components/rooms.tsx';
import { city, deskWords, roomsWords, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { AuditRow } from './audit-row.tsx';

const STEP = 50;
const MOST = 500;

/** Who did what, when: to page through, to narrow down, to take out. */
export function AuditPage() {
  const { programmeId } = useViewer();
  const [view, setView] = useState<AuditView>({});
  const [limit, setLimit] = useState(STEP);
  const reading = useReading(`audit/${programmeId}/${JSON.stringify(view)}/${limit}`, () => getAudit(programmeId, view, limit));
  const [actor, setActor] = useState<string | null>(null);
  const narrow = (change: AuditView) => { setView({ ...view, ...change }); setLimit(STEP); };
  const onlyOf = (entry: AuditEntry | null, name: string | null) => { setActor(name); narrow({ actor: entry?.actor.id }); };
  return (
    <>
      <Heading title={roomsWords().changes} />
      <Rooms of="log" />
      <p class="lead">{deskWords().audit.lead}</p>
      <Tools programmeId={programmeId} view={view} onView={narrow} />
      {actor !== null && <p class="note">{deskWords().audit.ofOne(actor)} <button type="button" class="link" onClick={() => onlyOf(null, null)}>{deskWords().audit.everyone}</button></p>}
      <Loaded of={both(both(useCatalogue(programmeId), useSessions(programmeId)), reading)} heights={[300]}>
        {([[catalogue, sessions], { items, nextCursor }]) => <Entries items={items} catalogue={catalogue} sessions={sessions} onOnly={onlyOf} hasMore={nextCursor !== null} limit={limit} onMore={() => setLimit(Math.min(MOST, limit * 2))} />}
      </Loaded>
    </>
  );
}

function Tools({ programmeId, view, onView }: { programmeId: string; view: AuditView; onView: (change: AuditView) => void }) {
  const copy = deskWords().audit;
  return (
    <div class="log-tools">
      <label class="field"><span>{copy.kind}</span>
        <select value={view.kind ?? ''} onChange={(event) => onView({ kind: (event.currentTarget.value || undefined) as AuditView['kind'] })}>
          <option value="">{copy.allKinds}</option>
          {Object.entries(copy.kinds).map(([kind, name]) => <option key={kind} value={kind}>{name}</option>)}
        </select>
      </label>
      <DateField id="audit-from" label={copy.from} value={view.from ?? ''} onChange={(date) => onView({ from: date || undefined })} />
      <DateField id="audit-to" label={copy.to} value={view.to ?? ''} onChange={(date) => onView({ to: date || undefined })} />
      <p class="take">{copy.take} <FileLink href={auditFile(programmeId, 'csv', view)} label="CSV" name="audit.csv" /> <FileLink href={auditFile(programmeId, 'json', view)} label="JSON" name="audit.json" /></p>
    </div>
  );
}

interface EntriesProps {
  items: readonly AuditEntry[];
  catalogue: Catalogue;
  sessions: readonly Session[];
  hasMore: boolean;
  limit: number;
  onMore: () => void;
  onOnly: (entry: AuditEntry, name: string) => void;
}

function Entries({ items, catalogue, sessions, hasMore, limit, onMore, onOnly }: EntriesProps) {
  const copy = deskWords().audit;
  const { timeZone } = useViewer();
  const byId = new Map(sessions.map((session) => [session.id, session]));
  if (items.length === 0) return <p class="empty">{copy.none}</p>;
  return (
    <>
      <table class="log">
        <caption class="sr">{copy.lead}</caption>
        <thead><tr><th scope="col">{copy.head.when} <small>{words().inCity(city(timeZone))}</small></th><th scope="col">{copy.head.who}</th><th scope="col">{copy.head.what}</th><th scope="col">{copy.head.about}</th></tr></thead>
        <tbody>{items.map((entry) => <AuditRow key={entry.revision} entry={entry} catalogue={catalogue} sessions={byId} onOnly={onOnly} />)}</tbody>
      </table>
      {hasMore && limit < MOST && <p class="more"><button type="button" class="button" onClick={onMore}>{copy.more}</button></p>}
      {hasMore && limit >= MOST && <p class="more quiet">{copy.tooMany}</p>}
    </>
  );
}
