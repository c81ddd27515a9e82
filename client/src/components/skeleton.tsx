import { words } from '../locales/index.ts';

/** Grey boxes with the heights of what is coming; they show only after a moment, so that a quick answer does not flicker. */
export function Skeleton({ heights }: { heights: readonly number[] }) {
  return (
    <div class="skeleton" role="status" aria-busy="true">
      <span class="sr">{words().app.loading}</span>
      {heights.map((height, index) => <span key={`${index} ${height}`} class="bone" style={{ height: `${height}px` }} />)}
    </div>
  );
}
