import type { Swap } from '../../../../shared/api/swaps.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { TimeThere, When } from '../../components/when.tsx';
import { swapsWords, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';

/** When, on one's own clock and on the facilitator's, and with whom; whose place it is stays unsaid. */
export function PlaceLine({ place, catalogue }: { place: Swap['booking']; catalogue: Catalogue }) {
  const { timeZone } = useViewer();
  const facilitator = catalogue.facilitators.get(place.facilitatorId);
  const start = Date.parse(place.start);
  return (
    <>
      <When start={start} end={Date.parse(place.end)} zone={timeZone} />
      {facilitator && <> {swapsWords().with(facilitator.name)}{facilitator.timeZone !== timeZone && <> {words().joinList} <TimeThere instant={start} zone={facilitator.timeZone} here={timeZone} /></>}</>}
    </>
  );
}
