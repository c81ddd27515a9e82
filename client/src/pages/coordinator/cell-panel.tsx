import { useState } from 'preact/hooks';
import type { Delivery } from '../../../../shared/api/deliveries.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { deferred } from '../../components/deferred.tsx';
import { useDeliveries } from '../../components/deliveries.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Mark } from '../../components/mark.tsx';
import { TimeThere, When } from '../../components/when.tsx';
import { serverNow } from '../../format/clock.ts';
import { clock, countdown, dateAt, dayShort, fromNow } from '../../format/time.ts';
import type { Cell, SessionSupply } from '../../live/board.ts';
import { city, coordinatorWords, need, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { SECOND_MS, useNow } from '../../state/tick.ts';
import { CellActs } from './cell-acts.tsx';

const CellHistory = deferred(async () => (await Promise.all([import('./cell-history.tsx'), need('desk')]))[0].CellHistory);

interface CellPanelProps {
  cell: Cell;
  catalogue: Catalogue;
  supply: SessionSupply | undefined;
  onClose: () => void;
}

/** One cluster's one topic: its time on three clocks, who comes, what became of each invitation. */
export function CellPanel({ cell, catalogue, supply, onClose }: CellPanelProps) {
  const copy = words();
  const observes = useViewer().role === 'observer';
  const cluster = catalogue.clusters.get(cell.clusterId);
  const topic = catalogue.topics.get(cell.topicId);
  return (
    <Dialog heading={`${cluster?.name ?? ''}: ${topic?.name ?? ''}`} onClose={onClose} wide>
      <div class="stack">
        <p><Mark state={cell.state} />{(cell.state === 'open' || cell.state === 'held') && <span class="quiet">{copy.joinList}{coordinatorWords().coverage.daysLeft(cell.daysLeft)}</span>}</p>
        {cell.hold && <HoldLeft until={Date.parse(cell.hold.expiresAt)} />}
        {cell.booking ? <BookingFacts cell={cell} booking={cell.booking} catalogue={catalogue} /> : <Unbooked cell={cell} supply={supply} />}
        {!observes && <CellActs cell={cell} catalogue={catalogue} onClose={onClose} />}
        {cell.booking && !observes && <Invitations bookingId={cell.booking.id} />}
        {!observes && <History sessionId={cell.sessionId} />}
      </div>
    </Dialog>
  );
}

function Unbooked({ cell, supply }: { cell: Cell; supply: SessionSupply | undefined }) {
  const copy = coordinatorWords().coverage;
  const cause = supply?.free === 0 ? copy.cause[supply.reasons?.[0]?.cause ?? ''] : undefined;
  const outside = supply?.reasons?.find(({ relaxation }) => relaxation?.['outsideHours'] === true)?.relaxation?.['slots'];
  return (
    <div>
      {cell.state === 'waived' ? <p>{cell.waivedBecause ? copy.waivedBecause(cell.waivedBecause) : copy.waiveHint}</p> : <p>{copy.noBooking}</p>}
      {cell.state === 'open' && supply && <p class="quiet">{supply.free === 0 ? `${copy.concern.full}${cause ? `: ${cause}` : ''}` : copy.freeTimes(supply.free, supply.comfortable)}{typeof outside === 'number' && `${words().joinList}${copy.relaxed(outside)}`}</p>}
      {cell.remindedAt && cell.state === 'open' && <p class="quiet">{copy.reminded(fromNow(Date.parse(cell.remindedAt), serverNow()))}</p>}
    </div>
  );
}

function HoldLeft({ until }: { until: number }) {
  const now = useNow(SECOND_MS);
  return <p>{coordinatorWords().coverage.panelHeld(countdown(until - now))}</p>;
}

function BookingFacts({ cell, booking, catalogue }: { cell: Cell; booking: NonNullable<Cell['booking']>; catalogue: Catalogue }) {
  const copy = words();
  const { timeZone, role } = useViewer();
  const cluster = catalogue.clusters.get(cell.clusterId);
  const facilitator = catalogue.facilitators.get(booking.facilitatorId);
  const start = Date.parse(booking.start);
  const others = [...new Set([cluster?.timeZone, facilitator?.timeZone])].filter((zone): zone is string => zone !== undefined && zone !== timeZone);
  return (
    <dl class="facts">
      <dt>{copy.session.when}</dt>
      <dd>
        <When start={start} end={Date.parse(booking.end)} zone={timeZone} />
        {others.length > 0 && <span class="second quiet">
          {others.map((zone, index) => <span key={zone}>{index > 0 && copy.joinList}<TimeThere instant={start} zone={zone} here={timeZone} /></span>)}
        </span>}
      </dd>
      <dt>{copy.session.who}</dt>
      <dd>{facilitator?.name}{(cluster?.representatives ?? []).map(({ id, name }) => <span key={id} class="second">{name}</span>)}</dd>
      {role !== 'observer' && (
        <>
          <dt>{copy.session.needsOfCluster}</dt>
          <dd class="prose">{booking.needs ?? <span class="quiet">{copy.session.noNeeds}</span>}</dd>
          <dt>{coordinatorWords().coverage.joinLink}</dt>
          <dd><a href={booking.joinUrl} target="_blank" rel="noreferrer">{booking.joinUrl}</a></dd>
        </>
      )}
    </dl>
  );
}

/** Asked for when it is opened. */
function History({ sessionId }: { sessionId: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="past" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{coordinatorWords().coverage.history}</summary>
      {isOpen && <CellHistory sessionId={sessionId} />}
    </details>
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
