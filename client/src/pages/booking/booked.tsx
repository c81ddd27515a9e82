import '../../styles/session.css';
import type { Booking } from '../../../../shared/api/bookings.ts';
import { inTopicOrder, useSessions } from '../../api/sessions.ts';
import { AddToCalendar } from '../../components/add-to-calendar.tsx';
import { DeliveryLine } from '../../components/deliveries.tsx';
import { Heading } from '../../components/heading.tsx';
import { Mark } from '../../components/mark.tsx';
import { When } from '../../components/when.tsx';
import { serverNow } from '../../format/clock.ts';
import { clock, dateAt } from '../../format/time.ts';
import { city, bookingWords, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { nextOf } from '../representative/deadlines.ts';
import { ChangeLimit } from './change-limit.tsx';
import type { StepProps } from './booking-page.tsx';

/** Step three: what was agreed, in both cities, and what follows from it. */
export function Booked({ session, catalogue, booking }: StepProps & { booking: Booking }) {
  const copy = words();
  const { timeZone, programmeId } = useViewer();
  const facilitator = catalogue.facilitators.get(booking.facilitatorId);
  const topic = catalogue.topics.get(session.topicId)?.name ?? '';
  const start = Date.parse(booking.start);
  return (
    <>
      <Heading key="booked" title={bookingWords().book.bookedHeading} />
      <div class="card stack booked">
        <p class="split"><b class="booked-topic">{topic}</b> <Mark state="booked" /></p>
        <p class="booked-when"><When start={start} end={Date.parse(booking.end)} zone={timeZone} /></p>
        {facilitator && <p>{bookingWords().book.withWhom(facilitator.name, clock(start, facilitator.timeZone), city(facilitator.timeZone))}</p>}
        <AddToCalendar booking={booking} topic={topic} who={facilitator?.name ?? ''} />
        <DeliveryLine programmeId={programmeId} bookingId={booking.id} />
        <ChangeLimit catalogue={catalogue} />
        <p class="actions"><a class="button" href={`/sessions/${session.id}`}>{copy.action.open}</a><a href="/">{bookingWords().book.toProgramme}</a></p>
      </div>
      <NextOne catalogue={catalogue} />
    </>
  );
}

/** What is to book next, while one is at it. */
function NextOne({ catalogue }: Pick<StepProps, 'catalogue'>) {
  const { programmeId, role } = useViewer();
  const copy = words();
  const { value: sessions } = useSessions(programmeId);
  if (!sessions || role !== 'representative') return null;
  const next = nextOf(inTopicOrder(sessions.filter(({ state }) => state === 'open' || state === 'missed'), catalogue.topics), catalogue.phases, serverNow(), dateAt(serverNow(), catalogue.programme.timeZone));
  if (!next) return null;
  const topic = catalogue.topics.get(next.session.topicId)?.name ?? '';
  return <p class="next-one"><span><Mark state="open" /> <b class="second">{bookingWords().book.nextSession(topic)}</b></span> <a class="button button-main" href={`/book/${next.session.id}`} aria-label={copy.action.bookTopic(topic)}>{copy.action.book}</a></p>;
}
