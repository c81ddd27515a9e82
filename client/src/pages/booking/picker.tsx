import { useEffect, useState } from 'preact/hooks';
import type { Slot } from '../../../../shared/api/slots.ts';
import { refresh } from '../../api/resource.ts';
import { ErrorNote } from '../../components/error-note.tsx';
import { deferred } from '../../components/deferred.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { keyOf, type Listing } from '../../live/listing.ts';
import { line } from '../../live/connection.ts';
import { bookingWords, need } from '../../locales/index.ts';
import { announce } from '../../state/announcer.ts';
import { useViewer } from '../../state/me.ts';
import { ActionBar } from './action-bar.tsx';
import type { StepProps } from './booking-page.tsx';
import { Controls } from './controls.tsx';
import { DayGroup } from './day-group.tsx';
import { DayLinks } from './day-links.tsx';
import { daysOf } from './days.ts';
import { type Filters, freeCount, isShown, outsideCount, shownRows } from './filters.ts';
import { useListing } from './use-listing.ts';
import { useTally } from './use-tally.ts';
import type { Setback } from './use-hold.ts';

const NoTimes = deferred(async () => (await Promise.all([import('./no-times.tsx'), need('ways')]))[0].NoTimes);

interface PickerProps extends StepProps {
  busy: boolean;
  setback: Setback | null;
  /** Null: the viewer's own. */
  shownZone: string | null;
  onZone: (zone: string) => void;
  action: (slot: Slot, zone: string) => string;
  /** The action's name where the city must be heard too. */
  actionName: (slot: Slot, zone: string) => string;
  /** A time was picked, though nothing is asked for yet. */
  onPick?: () => void;
  onChosen: (slot: Slot) => void;
}

/** Times by day as radios; one button below them acts on the chosen one. */
export function Picker(props: PickerProps) {
  const { session, catalogue, setback, onChosen } = props;
  const viewer = useViewer();
  const zone = props.shownZone ?? viewer.timeZone;
  const [filters, setFilters] = useState<Filters>({ facilitatorId: null, outsideHours: false });
  const [chosen, setChosen] = useState<Slot | null>(null);
  const [lostChoice, setLostChoice] = useState<Slot | null>(null);
  const tally = useTally();
  const onLost = (slots: readonly Slot[], after: Listing) => {
    const shown = slots.filter((slot) => isShown(slot, filters));
    const gone = chosen && slots.find((slot) => keyOf(slot) === keyOf(chosen));
    if (gone) {
      setLostChoice(gone);
      setChosen(null);
    }
    tally(shown.length, freeCount(shownRows(after, filters)));
  };
  const { reading, listing, showFresh } = useListing(session, catalogue.programme.policy, onLost);
  useEffect(() => {
    if (setback?.kind === 'lost') setChosen(null);
  }, [setback]);
  if (!listing) return reading.problem ? <ErrorNote problem={reading.problem} onRetry={() => void refresh('slots')} /> : <Skeleton heights={[44, 32, 64, 64, 64, 32, 64, 64]} />;
  const rows = shownRows(listing, filters);
  const days = daysOf(rows, zone);
  const choose = (slot: Slot) => {
    setChosen(slot);
    setLostChoice(null);
    props.onPick?.();
  };
  return (
    <form class="picker" onSubmit={(event) => { event.preventDefault(); if (chosen && line.value !== 'offline') onChosen(chosen); }}>
      <Controls session={session} catalogue={catalogue} listing={listing} zone={zone} onZone={props.onZone} filters={filters} onFilters={setFilters} outside={outsideCount(listing, filters)} />
      <DayLinks days={days} />
      {rows.length === 0
        ? <NoTimes session={session} catalogue={catalogue} listing={listing} reasons={reading.value?.reasons ?? []} zone={zone} filters={filters} onFilters={setFilters} />
        : (
          <fieldset class="times">
            <legend class="sr">{bookingWords().book.timesLegend}</legend>
            {days.map((day) => <DayGroup key={day.date} day={day} zone={zone} catalogue={catalogue} chosen={chosen && keyOf(chosen)} onChoose={choose} />)}
          </fieldset>
        )}
      {(rows.length > 0 || listing.fresh.length > 0) && <ActionBar {...props} zone={zone} listing={listing} filters={filters} chosen={chosen} lostChoice={lostChoice} onChoose={choose} onShowFresh={() => { announce(''); showFresh(); }} />}
    </form>
  );
}
