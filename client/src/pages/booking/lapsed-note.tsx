import { useEffect } from 'preact/hooks';
import { clock } from '../../format/time.ts';
import { city, bookingWords } from '../../locales/index.ts';
import { announce } from '../../state/announcer.ts';
import { useViewer } from '../../state/me.ts';
import type { Place } from './use-hold.ts';

/** The hold ran out: what was written is kept, and one press asks for the same time again. */
export function LapsedNote({ place, busy, onAgain }: { place: Place; busy: boolean; onAgain: (place: Place) => void }) {
  const { timeZone } = useViewer();
  const copy = bookingWords().book;
  const text = copy.lapsed(clock(Date.parse(place.start), timeZone), city(timeZone));
  useEffect(() => announce(text), [text]);
  return (
    <div class="note note-held">
      <p>{text}</p>
      <button type="button" class="button" aria-disabled={busy} onClick={() => onAgain(place)}>{copy.sameAgain}</button>
    </div>
  );
}
