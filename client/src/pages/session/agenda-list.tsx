import type { ComponentChildren } from 'preact';
import type { byStart } from '../../api/sessions.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { Mark } from '../../components/mark.tsx';
import { TimeThere } from '../../components/when.tsx';
import { clockRange, dateAt, dayWords } from '../../format/time.ts';
import { addDays } from '../../format/zoned.ts';
import { city, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';

type Agreed = ReturnType<typeof byStart>[number];

interface AgendaListProps {
  sessions: readonly Agreed[];
  catalogue: Catalogue;
  now: number;
  /** Shows what each cluster wants to work on. */
  withNeeds?: boolean;
  /** What is said under a day's sessions. */
  underDay?: (date: string) => ComponentChildren;
}

/** Sessions under the headings of their days, each with the other side's clock. */
export function AgendaList({ sessions, catalogue, now, withNeeds = false, underDay }: AgendaListProps) {
  const { timeZone } = useViewer();
  const dates = [...new Set(sessions.map(({ booking }) => dateAt(Date.parse(booking.start), timeZone)))];
  return (
    <>
      {dates.map((date) => (
        <section key={date} class="agenda-day" aria-labelledby={`day-${date}`}>
          <h3 id={`day-${date}`}>{dayWords(date, now)}<DayWord date={date} today={dateAt(now, timeZone)} /></h3>
          <ul class="agenda">
            {sessions.filter(({ booking }) => dateAt(Date.parse(booking.start), timeZone) === date).map((session) => <AgendaItem key={session.id} session={session} catalogue={catalogue} withNeeds={withNeeds} />)}
          </ul>
          {underDay?.(date)}
        </section>
      ))}
    </>
  );
}

function DayWord({ date, today }: { date: string; today: string }) {
  const copy = words().day;
  const word = date === today ? copy.today : date === addDays(today, 1) ? copy.tomorrow : null;
  return word ? <span class="day-count"> {word}</span> : null;
}

function AgendaItem({ session, catalogue, withNeeds }: { session: Agreed; catalogue: Catalogue; withNeeds: boolean }) {
  const copy = words();
  const { timeZone, role } = useViewer();
  const { booking } = session;
  const cluster = catalogue.clusters.get(session.clusterId);
  const facilitator = catalogue.facilitators.get(booking.facilitatorId);
  const other = role === 'facilitator' ? cluster : facilitator;
  const topic = catalogue.topics.get(session.topicId)?.name;
  const start = Date.parse(booking.start);
  return (
    <li class="agenda-item">
      <p class="agenda-time"><span class="time">{clockRange(start, Date.parse(booking.end), timeZone)}</span> <small>{copy.inCity(city(timeZone))}</small></p>
      <div class="agenda-what">
        <p class="agenda-title"><a href={`/sessions/${session.id}`}>{role === 'facilitator' ? cluster?.name : topic}</a>{session.state !== 'booked' && <Mark state={session.state} />}</p>
        <p class="small quiet">
          {role === 'facilitator' ? topic : role === 'representative' ? facilitator?.name : `${cluster?.name}${copy.joinList}${facilitator?.name}`}
          {other && other.timeZone !== timeZone && <> {copy.joinList} <TimeThere instant={start} zone={other.timeZone} here={timeZone} /></>}
        </p>
        {withNeeds && booking.needs && <p class="agenda-needs"><span class="small quiet">{copy.session.needsOfCluster}</span><br />{booking.needs}</p>}
      </div>
    </li>
  );
}
