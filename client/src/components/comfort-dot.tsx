import type { Comfort } from '../format/comfort.ts';

/** The colour of an hour; the words beside it say the same. */
export function ComfortDot({ comfort }: { comfort: Comfort }) {
  return <span class={`dot dot-${comfort}`} aria-hidden="true" />;
}
