import { serverNow } from '../../format/clock.ts';
import { dayTiny, dayWords } from '../../format/time.ts';
import { bookingWords } from '../../locales/index.ts';
import type { Day } from './days.ts';
import { freeCount } from './filters.ts';

/** A way to each day with how many times it has: on a telephone a week is a long scroll. */
export function DayLinks({ days }: { days: readonly Day[] }) {
  const copy = bookingWords().book;
  if (days.length < 2) return null;
  return (
    <nav class="day-links" aria-label={copy.days}>
      {days.map(({ date, rows }) => (
        <a key={date} href={`#${headOf(date)}`} onClick={(event) => { event.preventDefault(); goTo(date); }}>
          <span aria-hidden="true">{dayTiny(date)}</span><small aria-hidden="true">{freeCount(rows)}</small>
          <span class="sr">{dayWords(date, serverNow())}, {copy.times(freeCount(rows))}</span>
        </a>
      ))}
    </nav>
  );
}

/** Id of a day's heading. */
export function headOf(date: string): string {
  return `day-${date}`;
}

/** The heading sticks to the top, so it is the day around it that is brought into sight. */
function goTo(date: string): void {
  const head = document.getElementById(headOf(date));
  head?.focus({ preventScroll: true });
  head?.parentElement?.scrollIntoView({ block: 'start' });
}
