import '../../styles/office.css';
import '../../styles/strip.css';
import type { Session } from '../../../../shared/api/sessions.ts';
import { type Catalogue, useCatalogue } from '../../api/catalogue.ts';
import { both, byStart, useSessions } from '../../api/sessions.ts';
import { Heading } from '../../components/heading.tsx';
import { Loaded } from '../../components/page.tsx';
import { Rooms } from '../../components/rooms.tsx';
import { serverNow } from '../../format/clock.ts';
import { dateAt, dayWords } from '../../format/time.ts';
import { addDays, datesBetween } from '../../format/zoned.ts';
import { city, officeWords, roomsWords } from '../../locales/index.ts';
import { go } from '../../router.tsx';
import { useViewer } from '../../state/me.ts';
import { DayList } from './day-list.tsx';
import { DayPicture } from './day-picture.tsx';

export type Agreed = ReturnType<typeof byStart>[number];

/** One day on everybody's clock: the sessions as a list, and the same as a picture. */
export function DayPage({ params }: { params?: Record<string, string> }) {
  const { programmeId, timeZone } = useViewer();
  return (
    <>
      <Heading title={roomsWords().day} />
      <Rooms of="coverage" />
      <p class="lead">{officeWords().day.lead(city(timeZone))}</p>
      <Loaded of={both(useCatalogue(programmeId), useSessions(programmeId))} heights={[44, 160, 200]}>
        {([catalogue, sessions]) => <OneDay catalogue={catalogue} sessions={sessions} asked={params?.['date']} />}
      </Loaded>
    </>
  );
}

function OneDay({ catalogue, sessions, asked }: { catalogue: Catalogue; sessions: readonly Session[]; asked: string | undefined }) {
  const copy = officeWords().day;
  const { timeZone } = useViewer();
  const now = serverNow();
  const agreed = byStart(sessions);
  const days = [...new Set(agreed.map(({ booking }) => dateAt(Date.parse(booking.start), timeZone)))];
  const today = dateAt(now, timeZone);
  const date = asked !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : days.find((day) => day >= today) ?? days.at(-1) ?? today;
  const ours = agreed.filter(({ booking }) => dateAt(Date.parse(booking.start), timeZone) === date);
  const next = days.find((day) => day > date);
  const { startsOn, endsOn } = catalogue.programme;
  const choices = [...new Set([...datesBetween(startsOn, endsOn), date])].toSorted();
  return (
    <>
      <div class="day-tools">
        <button type="button" class="button" aria-label={copy.before} onClick={() => go(`/day/${addDays(date, -1)}`)}>←</button>
        <label><span class="sr">{copy.choose}</span><select value={date} onChange={(event) => go(`/day/${event.currentTarget.value}`)}>{choices.map((day) => <option key={day} value={day}>{dayWords(day, now)}</option>)}</select></label>
        <button type="button" class="button" aria-label={copy.after} onClick={() => go(`/day/${addDays(date, 1)}`)}>→</button>
        <a href="/sessions">{copy.allSessions}</a>
      </div>
      <h2 aria-live="polite">{dayWords(date, now)} <span class="day-count">{copy.count(ours.length)}</span></h2>
      {ours.length === 0 && <p class="empty">{copy.none} {next !== undefined && <a href={`/day/${next}`}>{copy.next(dayWords(next, now))}</a>}</p>}
      {ours.length > 0 && <DayList sessions={ours} catalogue={catalogue} />}
      {ours.length > 0 && <section class="parties" aria-labelledby="day-picture"><h2 id="day-picture">{copy.picture}</h2><DayPicture items={ours.map(({ clusterId, booking }) => ({ clusterId, facilitatorId: booking.facilitatorId, start: booking.start, end: booking.end }))} catalogue={catalogue} date={date} /></section>}
    </>
  );
}
