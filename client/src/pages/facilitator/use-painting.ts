import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { MinuteSpan } from '../../format/spans.ts';
import { useEvent } from '../../state/use-event.ts';
import { isBetween, moved, type Place } from './grid-move.ts';
import { CELL_MINUTES } from './week-columns.ts';
import { stateOf } from './week-hours.ts';

/** What painting has to know of a grid: how its days are open, where one is, and what to do. */
interface Painted {
  columns: readonly { hours: readonly MinuteSpan[] }[];
  shown: MinuteSpan;
  active: Place;
  onActive: (place: Place) => void;
  onPaint: (days: readonly number[], span: MinuteSpan, open: boolean) => void;
  onUndo: () => void;
}

/** A stroke of the mouse that has not ended: where it began, and whether it opens. */
interface Stroke {
  from: Place;
  open: boolean;
}

/** What keys, mouse and finger do to the grid. */
export function usePainting({ columns, shown, active, onActive, onPaint, onUndo }: Painted) {
  const grid = useRef<HTMLTableElement>(null);
  const [anchor, setAnchor] = useState<Place | null>(null);
  const [stroke, setStroke] = useState<Stroke | null>(null);
  // Keys and strokes may be quicker than the drawing: where they have got to is kept outside it too.
  const reachedRef = useRef({ at: active, anchor });
  const ownRef = useRef(new WeakSet<Place>());
  useLayoutEffect(() => {
    // Led elsewhere by the day's tabs or fields, and not by an older drawing of our own steps.
    if (!ownRef.current.has(active)) reachedRef.current.at = active;
  }, [active]);
  function reach(place: Place): void {
    ownRef.current.add(place);
    reachedRef.current.at = place;
    onActive(place);
  }
  function focusOn({ day, row }: Place, scrolls = false): void {
    grid.current?.querySelector<HTMLElement>(`[data-place="${day} ${row}"]`)?.focus({ preventScroll: !scrolls });
  }
  function hold(place: Place | null): void {
    reachedRef.current.anchor = place;
    setAnchor(place);
  }
  const spanOf = (a: number, b: number): MinuteSpan => ({ from: shown.from + Math.min(a, b) * CELL_MINUTES, to: shown.from + (Math.max(a, b) + 1) * CELL_MINUTES });
  const wouldOpen = ({ day, row }: Place) => stateOf(columns[day]?.hours ?? [], spanOf(row, row)) !== 'open';
  const paint = (a: Place, b: Place, open: boolean) => {
    onPaint(columns.map((_, day) => day).filter((day) => isBetween({ day, row: a.row }, a, b)), spanOf(a.row, b.row), open);
    hold(null);
  };
  const end = useEvent((begun: Stroke) => {
    setStroke(null);
    focusOn(reachedRef.current.at);
    paint(begun.from, reachedRef.current.at, begun.open);
  });
  function press(event: KeyboardEvent): void {
    const { at, anchor: held } = reachedRef.current;
    if (event.key === 'Escape') hold(null);
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') onUndo();
    else if (event.key === ' ' || event.key === 'Enter') paint(held ?? at, at, wouldOpen(held ?? at));
    else {
      const to = moved(at, event.key, columns.length, (shown.to - shown.from) / CELL_MINUTES);
      if (!to) return;
      hold(event.shiftKey ? held ?? at : null);
      reach(to);
      focusOn(to, true);
    }
    event.preventDefault();
  }
  const handlers = {
    onKeyDown: press,
    onPointerDown: (event: PointerEvent) => {
      const place = placeOf(event.target);
      if (!place || event.pointerType !== 'mouse' || event.button !== 0) return;
      // Focus without its scrolling: the page must not move under the stroke.
      event.preventDefault();
      (event.target as HTMLElement).closest<HTMLElement>('[data-place]')?.focus({ preventScroll: true });
      const begun = { from: place, open: wouldOpen(place) };
      setStroke(begun);
      reach(place);
      addEventListener('pointerup', () => end(begun), { once: true });
    },
    // Whatever gives a cell focus, assistive technology too, makes it the one that keys act on.
    onFocusIn: (event: FocusEvent) => {
      const place = placeOf(event.target);
      if (place && (place.day !== reachedRef.current.at.day || place.row !== reachedRef.current.at.row)) reach(place);
    },
    onPointerOver: (event: PointerEvent) => {
      const place = stroke && placeOf(event.target);
      if (place) reach(place);
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

function placeOf(target: EventTarget | null): Place | null {
  const place = (target as Element | null)?.closest('[data-place]')?.getAttribute('data-place');
  if (!place) return null;
  const [day = 0, row = 0] = place.split(' ').map(Number);
  return { day, row };
}
