import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../locales/index.ts';

/** The first page keeps the browser's own focus; later ones take it to their heading, so that a screen reader hears where it is. */
let arrived = false;

/** The page's `h1` and title. Give it a `key` per step: it takes focus when it appears. */
export function Heading({ title, children }: { title: string; children?: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${words().app.name}`;
  }, [title]);
  // Before it is painted: in no frame has nothing focus.
  useLayoutEffect(() => {
    if (arrived) heading.current?.focus({ preventScroll: false });
    arrived = true;
  }, []);
  return <h1 ref={heading} tabIndex={-1}>{children ?? title}</h1>;
}
