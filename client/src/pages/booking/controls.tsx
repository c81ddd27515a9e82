import { deferred } from '../../components/deferred.tsx';
import { deviceZone, offsetMinutesAt } from '../../format/time.ts';
import type { Listing } from '../../live/listing.ts';
import { city, bookingWords } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { MINUTE_MS, useNow } from '../../state/tick.ts';
import type { StepProps } from './booking-page.tsx';
import type { Filters } from './filters.ts';

const ZoneSearch = deferred(async () => (await import('../../components/zone-search.tsx')).ZoneSearch);

interface ControlsProps extends StepProps {
  listing: Listing;
  zone: string;
  onZone: (zone: string) => void;
  filters: Filters;
  onFilters: (filters: Filters) => void;
  outside: number;
}

/** On whose clock the times are shown, whose times, and how many more there are outside office hours. */
export function Controls({ session, catalogue, listing, zone, onZone, filters, onFilters, outside }: ControlsProps) {
  const copy = bookingWords().book;
  const { timeZone } = useViewer();
  const now = useNow(MINUTE_MS / 4);
  const givers = [...new Set(listing.rows.map(({ slot }) => slot.facilitatorId))].map((id) => catalogue.facilitators.get(id)).filter((each) => each !== undefined);
  const clusterZone = catalogue.clusters.get(session.clusterId)?.timeZone;
  const zones = [...new Set([timeZone, ...(clusterZone ? [clusterZone] : []), ...givers.map((giver) => giver.timeZone), deviceZone()])];
  return (
    <div class="controls">
      <div class="field field-inline field-zone">
        <label id="shown-in-label" for="shown-in">{copy.shownIn}</label>
        <ZoneSearch id="shown-in" value={zone} near={zones} label={copy.zoneOption} none={copy.noCity} onChoose={onZone} />
      </div>
      {givers.length > 1 && (
        <label class="field field-inline">
          <span class="sr">{copy.facilitator}</span>
          <select value={filters.facilitatorId ?? ''} onChange={(event) => onFilters({ ...filters, facilitatorId: event.currentTarget.value || null })}>
            <option value="">{copy.anyone}</option>
            {givers.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </select>
        </label>
      )}
      {(outside > 0 || filters.outsideHours) && (
        <label class="check">
          <input type="checkbox" checked={filters.outsideHours} onChange={(event) => onFilters({ ...filters, outsideHours: event.currentTarget.checked })} />
          <span>{copy.alsoOutside(outside)}</span>
        </label>
      )}
      <DeviceLine zone={zone} onZone={onZone} now={now} />
    </div>
  );
}

/** One quiet line when this device's clock is not the one that times are shown on. */
function DeviceLine({ zone, onZone, now }: { zone: string; onZone: (zone: string) => void; now: number }) {
  const copy = bookingWords().book;
  const device = deviceZone();
  if (offsetMinutesAt(now, device) === offsetMinutesAt(now, zone)) return null;
  return <p class="small quiet device">{copy.device(city(device), city(zone))} <button type="button" class="link" onClick={() => onZone(device)}>{copy.showDevice}</button></p>;
}
