import '../../styles/office.css';
import { useState } from 'preact/hooks';
import { type Catalogue, useCatalogue } from '../../api/catalogue.ts';
import { getAllDeliveries, getReminders } from '../../api/office.ts';
import { useReading } from '../../api/resource.ts';
import { both, useSessions } from '../../api/sessions.ts';
import { Heading } from '../../components/heading.tsx';
import { Loaded } from '../../components/page.tsx';
import { Rooms } from '../../components/rooms.tsx';
import { city, officeWords, roomsWords, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { type Filter, type Mail, mailsOf, passes } from './letters.ts';
import { MailRow } from './mail-row.tsx';

const SHOWN = 50;
const FILTERS: readonly Filter[] = ['all', 'trouble', 'queued', 'sent', 'declined'];

/** Every mail that goes out, what became of it and what was answered, live. */
export function LogPage() {
  const { programmeId } = useViewer();
  const deliveries = useReading(`deliveries/all/${programmeId}`, () => getAllDeliveries(programmeId));
  const reminders = useReading(`deliveries/reminders/${programmeId}`, () => getReminders(programmeId));
  return (
    <>
      <Heading title={roomsWords().mail} />
      <Rooms of="log" />
      <p class="lead">{officeWords().log.lead}</p>
      <Loaded of={both(both(useCatalogue(programmeId), useSessions(programmeId)), both(deliveries, reminders))} heights={[60, 24, 300]}>
        {([[catalogue, sessions], [sent, asked]]) => <Mails catalogue={catalogue} mails={mailsOf(sent, asked, sessions)} />}
      </Loaded>
    </>
  );
}

function Mails({ catalogue, mails }: { catalogue: Catalogue; mails: readonly Mail[] }) {
  const copy = officeWords().log;
  const [filter, setFilter] = useState<Filter>('all');
  const [sought, setSought] = useState('');
  const [count, setCount] = useState(SHOWN);
  const needle = sought.trim().toLowerCase();
  const found = mails.filter((mail) => passes(mail, filter) && `${mail.name} ${mail.email} ${namesOf(mail, catalogue)}`.toLowerCase().includes(needle));
  if (mails.length === 0) return <p class="empty">{copy.none}</p>;
  return (
    <>
      <div class="log-tools">
        <label class="field"><span>{copy.filter}</span><select value={filter} onChange={(event) => setFilter(event.currentTarget.value as Filter)}>{FILTERS.map((each) => <option key={each} value={each}>{copy.filters[each]} ({mails.filter((mail) => passes(mail, each)).length})</option>)}</select></label>
        <label class="field find"><span>{copy.find}</span><input type="search" value={sought} onInput={(event) => setSought(event.currentTarget.value)} /></label>
      </div>
      <output class="small quiet">{copy.shown(found.length)}</output>
      {found.length === 0 ? <p class="empty">{copy.noneFound}</p> : <LogTable mails={found.slice(0, count)} catalogue={catalogue} />}
      {found.length > count && <p><button type="button" class="button" onClick={() => setCount(count + SHOWN)}>{copy.more(Math.min(SHOWN, found.length - count))}</button></p>}
    </>
  );
}

function LogTable({ mails, catalogue }: { mails: readonly Mail[]; catalogue: Catalogue }) {
  const copy = officeWords().log;
  const { timeZone } = useViewer();
  return (
    <table class="log">
      <caption class="sr">{copy.lead}</caption>
      <thead><tr><th scope="col">{copy.when} <small>{words().inCity(city(timeZone))}</small></th><th scope="col">{copy.who}</th><th scope="col">{copy.what}</th><th scope="col">{copy.state}</th><th scope="col">{copy.reply}</th><th scope="col"><span class="sr">{copy.again}</span></th></tr></thead>
      <tbody>{mails.map((mail) => <MailRow key={mail.id} mail={mail} about={namesOf(mail, catalogue)} />)}</tbody>
    </table>
  );
}

function namesOf({ session }: Mail, { clusters, topics }: Catalogue): string {
  return session ? `${clusters.get(session.clusterId)?.name ?? ''}: ${topics.get(session.topicId)?.name ?? ''}` : '';
}
