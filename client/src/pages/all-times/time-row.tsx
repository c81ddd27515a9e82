import type { Session } from '../../../../shared/api/sessions.ts';
import type { Slot } from '../../../../shared/api/slots.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { ComfortDot } from '../../components/comfort-dot.tsx';
import { Mark } from '../../components/mark.tsx';
import { TimeThere, When } from '../../components/when.tsx';
import { serverNow } from '../../format/clock.ts';
import { clock, clockRange, dateAt, dayShort, dayWords } from '../../format/time.ts';
import { keyOf, listingOf } from '../../live/listing.ts';
import { allTimesWords, city, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { daysOf } from '../booking/days.ts';

interface TimeRowProps {
  session: Session;
  /** It has its time. */
  booking: Session['booking'] | undefined;
  catalogue: Catalogue;
  slots: readonly Slot[];
  slot: Slot | undefined;
  /** Somebody else has just taken what stood here. */
  isReplaced: boolean;
  /** Not now, said by whoever looks. */
  isLeft: boolean;
  onChoose: (slot: Slot | null) => void;
}

/** One session: its time on both clocks, and every other that it could have. */
export function TimeRow(props: TimeRowProps) {
  const { session, booking, catalogue } = props;
  const topic = catalogue.topics.get(session.topicId)?.name ?? '';
  const phase = catalogue.phases.find(({ id }) => id === session.phaseId)?.name;
  return (
    <li class="all-row">
      <div><h2 id={`all-${session.id}`}>{topic}</h2><p class="small quiet">{phase}</p></div>
      {booking ? <Booked session={session} booking={booking} /> : <ToBook {...props} topic={topic} />}
    </li>
  );
}

function Booked({ session, booking }: { session: Session; booking: NonNullable<Session['booking']> }) {
  const { timeZone } = useViewer();
  return (
    <div>
      <p><Mark state="booked" /> <When start={Date.parse(booking.start)} end={Date.parse(booking.end)} zone={timeZone} /></p>
      <p><a href={`/sessions/${session.id}`}>{words().action.open}</a></p>
    </div>
  );
}

function ToBook({ session, catalogue, slots, slot, isReplaced, isLeft, onChoose, topic }: TimeRowProps & { topic: string }) {
  const copy = allTimesWords();
  if (slots.length === 0) return <p>{copy.none} <a href={`/book/${session.id}`}>{copy.more}</a></p>;
  return (
    <div>
      <select class="all-choice" aria-label={copy.timeFor(topic)} aria-describedby={`there-${session.id}`} value={slot ? keyOf(slot) : ''} onChange={(event) => onChoose(slots.find((each) => keyOf(each) === event.currentTarget.value) ?? null)}>
        <option value="">{copy.notNow}</option>
        <Options slots={slots} catalogue={catalogue} />
      </select>
      <p id={`there-${session.id}`} class="small">
        {isReplaced && <b class="due">{copy.replaced} </b>}
        {slot ? <Beside slot={slot} catalogue={catalogue} /> : <span class="quiet">{isLeft ? copy.left : copy.noneBeside}</span>}
      </p>
    </div>
  );
}

/** The same time for the other side, and how it suits. */
function Beside({ slot, catalogue }: { slot: Slot; catalogue: Catalogue }) {
  const { timeZone } = useViewer();
  const copy = words();
  return (
    <>
      <TimeThere instant={Date.parse(slot.start)} zone={slot.facilitatorTimeZone} here={timeZone} /> {copy.joinList} {catalogue.facilitators.get(slot.facilitatorId)?.name}{' '}
      <span class="quiet"><ComfortDot comfort={slot.comfort.facilitator} /> {copy.comfort.toCluster[slot.comfort.cluster][slot.comfort.facilitator]}</span>
    </>
  );
}

/** By day; each with both clocks. */
function Options({ slots, catalogue }: { slots: readonly Slot[]; catalogue: Catalogue }) {
  const { timeZone } = useViewer();
  return (
    <>
      {daysOf(listingOf(slots).rows, timeZone).map(({ date, rows }) => (
        <optgroup key={date} label={dayWords(date, serverNow())}>
          {rows.map(({ slot }) => <option key={keyOf(slot)} value={keyOf(slot)}>{textOf(slot, timeZone, catalogue)}</option>)}
        </optgroup>
      ))}
    </>
  );
}

/** The chosen one is read without its group's name, so that each says its day. */
function textOf(slot: Slot, zone: string, catalogue: Catalogue): string {
  const [start, end] = [Date.parse(slot.start), Date.parse(slot.end)];
  const there = `${clock(start, slot.facilitatorTimeZone)} ${words().inCity(city(slot.facilitatorTimeZone))}`;
  return `${dayShort(dateAt(start, zone))}, ${clockRange(start, end, zone)} (${there}, ${catalogue.facilitators.get(slot.facilitatorId)?.name ?? ''})`;
}
