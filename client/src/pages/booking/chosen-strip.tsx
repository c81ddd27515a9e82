import type { Slot } from '../../../../shared/api/slots.ts';
import { ZoneStrip } from '../../components/zone-strip.tsx';
import { hoursOf } from '../../format/hours.ts';
import { clock, dateAt } from '../../format/time.ts';
import { city, words } from '../../locales/index.ts';
import type { StepProps } from './booking-page.tsx';

/** The chosen time in both sides' days, on the shown clock's axis. */
export function ChosenStrip({ session, catalogue, chosen, zone }: StepProps & { chosen: Slot; zone: string }) {
  const copy = words().comfort;
  const cluster = catalogue.clusters.get(session.clusterId);
  const facilitator = catalogue.facilitators.get(chosen.facilitatorId);
  if (!cluster || !facilitator) return null;
  const start = Date.parse(chosen.start);
  const text = copy.stripAlt(clock(start, cluster.timeZone), city(cluster.timeZone), clock(start, chosen.facilitatorTimeZone), city(chosen.facilitatorTimeZone), copy.toCluster[chosen.comfort.cluster][chosen.comfort.facilitator]);
  const rows = [
    { zone: cluster.timeZone, hours: hoursOf(cluster.workingHours), you: true },
    { zone: chosen.facilitatorTimeZone, hours: hoursOf(facilitator.workingHours) },
  ];
  return <ZoneStrip rows={rows} date={dateAt(start, zone)} axisZone={zone} slot={{ start, end: Date.parse(chosen.end) }} text={text} />;
}
