import type { Catalogue } from '../../api/catalogue.ts';
import { Mark } from '../../components/mark.tsx';
import { TimeThere } from '../../components/when.tsx';
import { clockRange } from '../../format/time.ts';
import { city, officeWords, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import type { Agreed } from './day-page.tsx';

/** The day's sessions by time; their numbers stand in the picture too. */
export function DayList({ sessions, catalogue }: { sessions: readonly Agreed[]; catalogue: Catalogue }) {
  const copy = words();
  const { timeZone } = useViewer();
  return (
    <ol class="day-list">
      {sessions.map((session, index) => {
        const { booking } = session;
        const [cluster, facilitator] = [catalogue.clusters.get(session.clusterId), catalogue.facilitators.get(booking.facilitatorId)];
        const start = Date.parse(booking.start);
        const others = [...new Set([cluster?.timeZone, facilitator?.timeZone])].filter((zone): zone is string => zone !== undefined && zone !== timeZone);
        return (
          <li class="day-item" key={session.id}>
            <span class="day-number">{index + 1}</span>
            <span><span class="time">{clockRange(start, Date.parse(booking.end), timeZone)}</span><span class="sr"> {copy.inCity(city(timeZone))}</span></span>
            <span><a href={`/sessions/${session.id}`}><b>{officeWords().day.with(cluster?.name ?? '', facilitator?.name ?? '')}</b></a>
              <span class="second small quiet">{catalogue.topics.get(session.topicId)?.name}{others.map((zone) => <span key={zone}>{copy.joinList}<TimeThere instant={start} zone={zone} here={timeZone} /></span>)}</span></span>
            <Mark state={session.state} />
          </li>
        );
      })}
    </ol>
  );
}
