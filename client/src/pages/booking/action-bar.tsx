import { useEffect } from 'preact/hooks';
import type { Slot } from '../../../../shared/api/slots.ts';
import { deferred } from '../../components/deferred.tsx';
import { problemWords } from '../../components/error-note.tsx';
import { serverNow } from '../../format/clock.ts';
import { clock, dateAt, dayWords } from '../../format/time.ts';
import { keyOf, type Listing, nearest } from '../../live/listing.ts';
import { line, looking } from '../../live/connection.ts';
import { city, bookingWords, words } from '../../locales/index.ts';
import { announce } from '../../state/announcer.ts';
import type { StepProps } from './booking-page.tsx';
import { type Filters, isShown } from './filters.ts';
import type { Setback } from './use-hold.ts';

/** The picture is not needed to see the times, and is fetched once they are there. */
const ChosenStrip = deferred(async () => (await import('./chosen-strip.tsx')).ChosenStrip);

interface ActionBarProps extends StepProps {
  zone: string;
  listing: Listing;
  filters: Filters;
  chosen: Slot | null;
  lostChoice: Slot | null;
  busy: boolean;
  setback: Setback | null;
  action: (slot: Slot, zone: string) => string;
  actionName: (slot: Slot, zone: string) => string;
  onChoose: (slot: Slot) => void;
  onShowFresh: () => void;
}

/** At the foot of the screen, within the thumb's reach: the chosen time in both days, and the one button. */
export function ActionBar(props: ActionBarProps) {
  const { session, listing, filters, chosen, busy, zone } = props;
  const copy = words();
  useEffect(() => ChosenStrip.preload(), []);
  const others = (looking.value.get(session.id) ?? 1) - 1;
  const fresh = listing.fresh.filter((slot) => isShown(slot, filters)).length;
  return (
    <div class="action-bar">
      {(fresh > 0 || others > 0) && (
        <p class="bar-line">
          {fresh > 0 && <span>{bookingWords().book.newTimes(fresh)} <button type="button" class="link" onClick={props.onShowFresh}>{bookingWords().book.showNew}</button></span>}
          {others > 0 && <span class="quiet">{bookingWords().book.looking(others)}</span>}
        </p>
      )}
      <Loss {...props} />
      <div class="bar-main">
        {chosen ? <ChosenStrip session={session} catalogue={props.catalogue} chosen={chosen} zone={zone} /> : <p class="bar-hint quiet">{bookingWords().book.pick}</p>}
        {chosen && (
          <div class="bar-button">
            <button class="button button-main button-large" aria-disabled={busy} disabled={line.value === 'offline'} aria-label={busy ? undefined : props.actionName(chosen, zone)}>{props.action(chosen, zone)}</button>
            {line.value === 'offline' && <p class="small">{copy.app.needsConnection}</p>}
          </div>
        )}
      </div>
    </div>
  );
}

/** A time one wanted has gone: which, and the two nearest that have not. */
function Loss({ lostChoice, setback, listing, filters, chosen, zone, onChoose }: ActionBarProps) {
  const copy = bookingWords().book;
  const lost = lostChoice ?? (setback?.kind === 'lost' ? setback.place : null);
  const known = lost && listing.rows.find(({ slot }) => keyOf(slot) === keyOf(lost))?.slot;
  const free = { ...listing, rows: listing.rows.filter(({ slot }) => isShown(slot, filters)) };
  const offered = known ? nearest(free, known) : setback?.kind === 'lost' ? setback.alternatives.slice(0, 2) : [];
  const sentence = lostChoice ? copy.lostOne(clock(Date.parse(lostChoice.start), zone), city(zone)) : lost ? copy.lostRace : setback?.kind === 'failed' ? problemWords(setback.problem) : null;
  useEffect(() => {
    if (sentence) announce(sentence);
  }, [sentence]);
  if (!sentence || chosen) return null;
  return (
    <div class="note note-bad bar-note">
      <span>{sentence}</span>
      {offered.length > 0 && <span>{copy.nearest} {offered.map((slot) => <Offer key={keyOf(slot)} slot={slot} zone={zone} onChoose={onChoose} />)}</span>}
    </div>
  );
}

function Offer({ slot, zone, onChoose }: { slot: Slot; zone: string; onChoose: (slot: Slot) => void }) {
  const start = Date.parse(slot.start);
  return <button type="button" class="button button-small" onClick={() => onChoose(slot)}>{dayWords(dateAt(start, zone), serverNow())}, {words().timeIn(clock(start, zone), city(zone))}</button>;
}
