import type { SessionState } from '../../../shared/api/sessions.ts';
import { words } from '../locales/index.ts';

/** A state as a shape and a word, never as a colour alone. `label` says it in other words. */
export function Mark({ state, label }: { state: SessionState; label?: string }) {
  return (
    <span class={`mark mark-${state}`}>
      <svg class="mark-shape" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">{shapes[state]}</svg>
      {label ?? words().state[state]}
    </span>
  );
}

const ring = <circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" stroke-width="1.8" />;

const shapes = {
  open: ring,
  held: <>{ring}<path d="M8 2.4a5.6 5.6 0 0 0 0 11.2z" fill="currentColor" /></>,
  booked: <circle cx="8" cy="8" r="6.5" fill="currentColor" />,
  done: <path d="M2.5 8.6l3.6 3.6 7.4-8" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" />,
  missed: <path d="M3.5 3.5l9 9m0-9l-9 9" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" />,
  waived: <path d="M3 8h10" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" />,
};
