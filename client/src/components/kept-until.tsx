import { clock, dateAt, dayWords } from '../format/time.ts';
import { serverNow } from '../format/clock.ts';
import { city, words } from '../locales/index.ts';
import { useViewer } from '../state/me.ts';

/** Until when a place is kept that a published plan offers: days, not minutes, so nothing counts down. */
export function KeptUntil({ until }: { until: number }) {
  const { timeZone } = useViewer();
  return <>{words().keptUntil(dayWords(dateAt(until, timeZone), serverNow()), clock(until, timeZone), city(timeZone))}</>;
}

const HOUR_MS = 3_600_000;

/** Longer than any hold that somebody places by hand: a plan's offer, to be confirmed within its hours. */
export function isOffer(until: number, now: number): boolean {
  return until - now > HOUR_MS;
}
