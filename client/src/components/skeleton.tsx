import { words } from '../locales/index.ts';

/** Grey boxes with the heights of what is coming; they show only after a moment, so that a quick answer does not flicker. */
export function Skeleton({ heights }: { heights: readonly number[] }) {
  return (
    <output class="skeleton" aria-busy="true">
      <span class="sr">{words().app.loading}</span>
      {placed(heights).map(({ top, height }) => <span key={top} class="bone" style={{ height: `${height}px` }} />)}
    </output>
  );
}

function placed(heights: readonly number[]): { top: number; height: number }[] {
  const boxes: { top: number; height: number }[] = [];
  for (const height of heights) boxes.push({ top: (boxes.at(-1)?.top ?? 0) + height, height });
  return boxes;
}
