import type { Booking } from '../../../../shared/api/bookings.ts';
import { clock } from '../../format/time.ts';
import { city, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { useNow } from '../../state/tick.ts';

/** Joining opens this long before the start. */
const EARLY_MS = 10 * 60_000;

/** The way into the meeting from ten minutes before it until its end; before that, when it will open. */
export function JoinLink({ booking }: { booking: Booking }) {
  const { timeZone } = useViewer();
  const now = useNow(5000);
  const copy = words().session;
  const opens = Date.parse(booking.start) - EARLY_MS;
  if (now >= Date.parse(booking.end)) return <p class="quiet">{copy.over}</p>;
  if (now < opens) return <p class="quiet join-soon">{copy.joinSoon(clock(opens, timeZone), city(timeZone))}</p>;
  return <a class="button button-main button-large" href={booking.joinUrl} target="_blank" rel="noreferrer">{copy.join}</a>;
}
