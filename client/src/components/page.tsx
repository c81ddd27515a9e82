import type { ComponentChildren } from 'preact';
import type { Reading } from '../api/resource.ts';
import { refresh } from '../api/resource.ts';
import { line } from '../live/connection.ts';
import { clock } from '../format/time.ts';
import { city, words } from '../locales/index.ts';
import { useViewer } from '../state/me.ts';
import { ErrorNote } from './error-note.tsx';
import { Skeleton } from './skeleton.tsx';

/** Shows what has been read, a skeleton before it has come, a note when it has not. Old knowledge stays, and says how old. */
export function Loaded<T>({ of, heights, children }: { of: Reading<T>; heights: readonly number[]; children: (value: T) => ComponentChildren }) {
  if (of.value === undefined) {
    return of.problem ? <ErrorNote problem={of.problem} onRetry={() => void refresh('')} /> : <Skeleton heights={heights} />;
  }
  return <>{of.problem && <StaleNote at={of.at} />}{children(of.value)}</>;
}

function StaleNote({ at }: { at: number | null }) {
  const { timeZone } = useViewer();
  const { app } = words();
  if (at === null || line.value === 'offline') return null;
  return (
    <output class="note">
      {app.away} {app.asOf(clock(at, timeZone), city(timeZone))} <button type="button" class="link" onClick={() => void refresh('')}>{app.retry}</button>
    </output>
  );
}
