import type { Booking } from '../../../../shared/api/bookings.ts';
import type { Session } from '../../../../shared/api/sessions.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { type Side, TwoClocks } from '../../components/two-clocks.tsx';
import { ZoneStrip } from '../../components/zone-strip.tsx';
import { hoursOf } from '../../format/hours.ts';
import { clock, dateAt } from '../../format/time.ts';
import { city, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';

/** A session on both sides' clocks, and drawn into both their days. One's own side comes first. */
export function BothDays({ booking, session, catalogue }: { booking: Booking; session: Session; catalogue: Catalogue }) {
  const { timeZone } = useViewer();
  const sides = useSides(booking, session, catalogue);
  const start = Date.parse(booking.start);
  const end = Date.parse(booking.end);
  const text = sides.map(({ zone }) => words().timeIn(clock(start, zone), city(zone))).join(', ');
  return (
    <div class="both-days">
      <TwoClocks start={start} end={end} sides={sides} />
      <ZoneStrip rows={sides} date={dateAt(start, timeZone)} axisZone={timeZone} slot={{ start, end }} text={text} />
    </div>
  );
}

function useSides(booking: Booking, session: Session, catalogue: Catalogue): Side[] {
  const { role } = useViewer();
  const cluster = catalogue.clusters.get(session.clusterId);
  const facilitator = catalogue.facilitators.get(booking.facilitatorId);
  const sides = [
    ...(cluster ? [{ name: cluster.name, zone: cluster.timeZone, hours: hoursOf(cluster.workingHours), you: role === 'representative' }] : []),
    ...(facilitator ? [{ name: facilitator.name, zone: facilitator.timeZone, hours: hoursOf(facilitator.workingHours), you: role === 'facilitator' }] : []),
  ];
  return role === 'facilitator' ? sides.toReversed() : sides;
}
