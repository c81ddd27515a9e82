import { useEffect, useRef, useState } from 'preact/hooks';
import type { MinuteSpan } from '../../format/spans.ts';
import { isBetween, moved, type Place } from './grid-move.ts';
import { CELL_MINUTES } from './week-columns.ts';
import type { GridProps } from './week-grid.tsx';
import { stateOf } from './week-hours.ts';

/** A stroke of the mouse that has not ended: where it began, and whether it opens. */
interface Stroke {
  from: Place;
  open: boolean;
}

/** What keys, mouse and finger do to the grid. */
export function usePainting({ columns, shown, active, onActive, onPaint, onUndo }: GridProps) {
  const grid = useRef<HTMLTableElement>(null);
  const [anchor, setAnchor] = useState<Place | null>(null);
  const [stroke, setStroke] = useState<Stroke | null>(null);
  const focusSoon = useFocusByKey(grid, active);
  const spanOf = (a: number, b: number): MinuteSpan => ({ from: shown.from + Math.min(a, b) * CELL_MINUTES, to: shown.from + (Math.max(a, b) + 1) * CELL_MINUTES });
  const wouldOpen = ({ day, row }: Place) => stateOf(columns[day]?.hours ?? [], spanOf(row, row)) !== 'open';
  const paint = (a: Place, b: Place, open: boolean) => {
    onPaint(columns.map((_, day) => day).filter((day) => isBetween({ day, row: a.row }, a, b)), spanOf(a.row, b.row), open);
    setAnchor(null);
  };
  useEffect(() => {
    if (!stroke) return undefined;
    const end = () => {
      setStroke(null);
      paint(stroke.from, active, stroke.open);
    };
    addEventListener('pointerup', end, { once: true });
    return () => removeEventListener('pointerup', end);
  });
  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape') setAnchor(null);
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') onUndo();
    else if (event.key === ' ' || event.key === 'Enter') paint(anchor ?? active, active, wouldOpen(anchor ?? active));
    else {
      const to = moved(active, event.key, columns.length, (shown.to - shown.from) / CELL_MINUTES);
      if (!to) return;
      setAnchor(event.shiftKey ? anchor ?? active : null);
      focusSoon();
      onActive(to);
    }
    event.preventDefault();
  }
  const handlers = {
    onKeyDown: press,
    onPointerDown: (event: PointerEvent) => {
      const place = placeOf(event.target);
      if (!place || event.pointerType !== 'mouse' || event.button !== 0) return;
      setStroke({ from: place, open: wouldOpen(place) });
      onActive(place);
    },
    onPointerOver: (event: PointerEvent) => {
      const place = stroke && placeOf(event.target);
      if (place) onActive(place);
    },
    onClick: (event: MouseEvent) => {
      const place = placeOf(event.target);
      // A mouse has painted already when its click comes.
      if (!place || (event as PointerEvent).pointerType === 'mouse') return;
      onActive(place);
      paint(place, place, wouldOpen(place));
    },
  };
  return { grid, stroke, from: stroke?.from ?? anchor, handlers };
}

/** Focus follows the active cell where a key moved it, and only then. */
function useFocusByKey(grid: { current: HTMLTableElement | null }, { day, row }: Place): () => void {
  const isDueRef = useRef(false);
  useEffect(() => {
    if (!isDueRef.current) return;
    isDueRef.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-place="${day} ${row}"]`)?.focus();
  }, [grid, day, row]);
  return () => { isDueRef.current = true; };
}

function placeOf(target: EventTarget | null): Place | null {
  const place = (target as Element | null)?.closest('[data-place]')?.getAttribute('data-place');
  if (!place) return null;
  const [day = 0, row = 0] = place.split(' ').map(Number);
  return { day, row };
}
