import type { Booking } from '../../../../shared/api/bookings.ts';
import type { Session } from '../../../../shared/api/sessions.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { ZoneStrip } from '../../components/zone-strip.tsx';
import { comfortAt } from '../../format/comfort.ts';
import { hoursOf } from '../../format/hours.ts';
import { clock, dateAt } from '../../format/time.ts';
import { city, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';

/** The session drawn into both sides' days. */
export function BothDays({ booking, session, catalogue }: { booking: Booking; session: Session; catalogue: Catalogue }) {
  const { role, timeZone } = useViewer();
  const copy = words().comfort;
  const cluster = catalogue.clusters.get(session.clusterId);
  const facilitator = catalogue.facilitators.get(booking.facilitatorId);
  if (!cluster || !facilitator) return null;
  const start = Date.parse(booking.start);
  const sides = [
    { zone: cluster.timeZone, hours: hoursOf(cluster.workingHours), you: role === 'representative' },
    { zone: facilitator.timeZone, hours: hoursOf(facilitator.workingHours), you: role === 'facilitator' },
  ];
  const rows = role === 'facilitator' ? sides.toReversed() : sides;
  const comfort = copy.toCluster[comfortAt(start, cluster.timeZone, hoursOf(cluster.workingHours))][comfortAt(start, facilitator.timeZone, hoursOf(facilitator.workingHours))];
  const text = role === 'representative'
    ? copy.stripAlt(clock(start, cluster.timeZone), city(cluster.timeZone), clock(start, facilitator.timeZone), city(facilitator.timeZone), comfort)
    : `${words().timeIn(clock(start, cluster.timeZone), city(cluster.timeZone))}, ${words().timeIn(clock(start, facilitator.timeZone), city(facilitator.timeZone))}`;
  return <ZoneStrip rows={rows} date={dateAt(start, timeZone)} axisZone={timeZone} slot={{ start, end: Date.parse(booking.end) }} text={text} />;
}
