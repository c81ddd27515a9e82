import type { Delivery } from '../../../../shared/api/deliveries.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { useDeliveries } from '../../components/deliveries.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Mark } from '../../components/mark.tsx';
import { TimeThere, When } from '../../components/when.tsx';
import { clock, countdown, dateAt, dayShort } from '../../format/time.ts';
import type { Cell } from '../../live/board.ts';
import { city, coordinatorWords, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { SECOND_MS, useNow } from '../../state/tick.ts';

interface CellPanelProps {
  cell: Cell;
  catalogue: Catalogue;
  onClose: () => void;
}

/** One cluster's one topic: its time on three clocks, who comes, what became of each invitation. */
export function CellPanel({ cell, catalogue, onClose }: CellPanelProps) {
  const copy = words();
  const cluster = catalogue.clusters.get(cell.clusterId);
  const topic = catalogue.topics.get(cell.topicId);
  return (
    <Dialog heading={`${cluster?.name ?? ''}: ${topic?.name ?? ''}`} onClose={onClose} wide>
      <div class="stack">
        <p><Mark state={cell.state} />{(cell.state === 'open' || cell.state === 'held') && <span class="quiet">{copy.joinList}{coordinatorWords().coverage.daysLeft(cell.daysLeft)}</span>}</p>
        {cell.hold && <HoldLeft until={Date.parse(cell.hold.expiresAt)} />}
        {cell.booking ? <BookingFacts cell={cell} booking={cell.booking} catalogue={catalogue} /> : <p>{coordinatorWords().coverage.noBooking}</p>}
        <p class="actions">
          {cell.state === 'open' && <a class="button button-main" href={`/book/${cell.sessionId}`}>{coordinatorWords().coverage.bookForThem}</a>}
          <a class="button" href={`/sessions/${cell.sessionId}`}>{coordinatorWords().coverage.details}</a>
        </p>
        {cell.booking && <Invitations bookingId={cell.booking.id} />}
      </div>
    </Dialog>
  );
}

function HoldLeft({ until }: { until: number }) {
  const now = useNow(SECOND_MS);
  return <p>{coordinatorWords().coverage.panelHeld(countdown(until - now))}</p>;
}

function BookingFacts({ cell, booking, catalogue }: { cell: Cell; booking: NonNullable<Cell['booking']>; catalogue: Catalogue }) {
  const copy = words();
  const { timeZone } = useViewer();
  const cluster = catalogue.clusters.get(cell.clusterId);
  const facilitator = catalogue.facilitators.get(booking.facilitatorId);
  const start = Date.parse(booking.start);
  return (
    <dl class="facts">
      <dt>{copy.session.when}</dt>
      <dd>
        <When start={start} end={Date.parse(booking.end)} zone={timeZone} />
        <span class="second quiet">
          {cluster && <TimeThere instant={start} zone={cluster.timeZone} here={timeZone} />}{facilitator && facilitator.timeZone !== cluster?.timeZone && <> {copy.joinList} <TimeThere instant={start} zone={facilitator.timeZone} here={timeZone} /></>}
        </span>
      </dd>
      <dt>{copy.session.who}</dt>
      <dd>{facilitator?.name}{(cluster?.representatives ?? []).map(({ id, name }) => <span key={id} class="second">{name}</span>)}</dd>
      <dt>{copy.session.needsOfCluster}</dt>
      <dd class="prose">{booking.needs ?? <span class="quiet">{copy.session.noNeeds}</span>}</dd>
      <dt>{coordinatorWords().coverage.joinLink}</dt>
      <dd><a href={booking.joinUrl} target="_blank" rel="noreferrer">{booking.joinUrl}</a></dd>
    </dl>
  );
}

function Invitations({ bookingId }: { bookingId: string }) {
  const { programmeId } = useViewer();
  const copy = words().delivery;
  const { value } = useDeliveries(programmeId, bookingId);
  return (
    <section aria-labelledby="panel-invitations">
      <h3 id="panel-invitations">{copy.heading}</h3>
      {value?.length === 0 && <p class="quiet">{copy.none}</p>}
      <ul class="invitations">{value?.toSorted((a, b) => b.sequence - a.sequence).map((delivery) => <Invitation key={delivery.id} delivery={delivery} />)}</ul>
    </section>
  );
}

function Invitation({ delivery }: { delivery: Delivery }) {
  const copy = words();
  const { timeZone } = useViewer();
  const sent = delivery.sentAt === null ? null : Date.parse(delivery.sentAt);
  return (
    <li class={`invitation invitation-${delivery.state}`}>
      <span class="invitation-who"><b>{delivery.attendee.name}</b> <small class="quiet">{delivery.attendee.email}</small></span>
      <span>{copy.delivery[delivery.state]}{sent !== null && <small class="quiet"> {dayShort(dateAt(sent, timeZone))}, {copy.timeIn(clock(sent, timeZone), city(timeZone))}</small>}</span>
      <span>{delivery.method === 'REQUEST' ? copy.delivery.reply[delivery.reply] : copy.session.cancel} <small class="quiet">{coordinatorWords().coverage.revision(delivery.sequence)}</small></span>
      {delivery.lastError && delivery.state !== 'sent' && <small class="field-error">{coordinatorWords().coverage.lastTry(delivery.lastError)} ({coordinatorWords().coverage.tries(delivery.tries)})</small>}
    </li>
  );
}
