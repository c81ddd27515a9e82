import { useEffect } from 'preact/hooks';
import type { Delivery } from '../../../shared/api/deliveries.ts';
import { getDeliveries } from '../api/booking.ts';
import { type Reading, readAgain, useReading } from '../api/resource.ts';
import { words } from '../locales/index.ts';

export function useDeliveries(programmeId: string, bookingId: string): Reading<Delivery[]> {
  const key = `deliveries/${bookingId}`;
  const reading = useReading(key, () => getDeliveries(programmeId, bookingId));
  const isSending = reading.value?.some(({ state }) => state === 'queued') ?? false;
  useEffect(() => (isSending ? askUntilSent(key) : undefined), [isSending, key]);
  return reading;
}

/** News of mail is pushed to coordinators only; others ask, ever less often, while something is on its way. */
function askUntilSent(key: string): () => void {
  let wait = 1000;
  let timer = setTimeout(ask, wait);
  function ask(): void {
    void readAgain(key);
    wait = Math.min(wait * 1.25, 60_000);
    timer = setTimeout(ask, wait);
  }
  return () => clearTimeout(timer);
}

/** `Invitation to 3 people · 2 delivered · 1 sending`, live; a bounced address is named at once. */
export function DeliveryLine({ programmeId, bookingId }: { programmeId: string; bookingId: string }) {
  const copy = words().delivery;
  const { value } = useDeliveries(programmeId, bookingId);
  if (!value) return null;
  const present = presentOf(value);
  if (present.length === 0) return <p class="small quiet">{copy.none}</p>;
  const counts = (['sent', 'queued', 'failed', 'bounced'] as const)
    .map((state) => [state, present.filter((delivery) => delivery.state === state).length] as const)
    .filter(([, count]) => count > 0).map(([state, count]) => copy.counts[state](count));
  return (
    <output class="deliveries">
      <span class="second">{[copy.summary(present.length), ...counts].join(words().joinList)}</span>
      {present.filter(({ state }) => state === 'bounced').map(({ id, attendee }) => <span key={id} class="second field-error">{copy.bouncedLine(attendee.email ?? attendee.name)}</span>)}
    </output>
  );
}

/** The last invitation to each person; earlier revisions are history. */
export function presentOf(deliveries: readonly Delivery[]): Delivery[] {
  const latest = new Map<string, Delivery>();
  for (const delivery of deliveries.toSorted((a, b) => a.sequence - b.sequence)) {
    if (delivery.state !== 'superseded') latest.set(delivery.attendee.id, delivery);
  }
  return [...latest.values()];
}
