import '../styles/zones.css';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { findZones, type Found } from '../format/find-zones.ts';
import { clock, offsetLabel } from '../format/time.ts';
import { city } from '../locales/index.ts';
import { announce } from '../state/announcer.ts';
import { MINUTE_MS, useNow } from '../state/tick.ts';

interface ZoneSearchProps {
  id: string;
  value: string;
  /** Zones to choose from before anything is typed. */
  near: readonly string[];
  /** `Madrid — 10:04 now`. */
  label: (city: string, time: string) => string;
  /** Said where no city has such a name. */
  none: string;
  describedBy?: string;
  onChoose: (zone: string) => void;
}

const SHOWN = 7;

/** A city to tell the time by, found by typing: people think in cities and the clock on their wall. Nothing changes before one is chosen. */
export function ZoneSearch({ id, value, near, label, none, describedBy, onChoose }: ZoneSearchProps) {
  const now = useNow(MINUTE_MS / 4);
  /** Null: closed. */
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const found = foundFor(typed, near);
  const isLost = typed !== null && found.length === 0;
  useEffect(() => {
    if (isLost) announce(none);
  }, [isLost, none]);
  const field = useRef<HTMLInputElement>(null);
  const isOpen = typed !== null;
  // Whatever is typed next is a new search.
  useLayoutEffect(() => {
    if (!isOpen && document.activeElement === field.current) field.current?.select();
  }, [isOpen]);
  const present = label(city(value), clock(now, value));
  const look = (text: string) => {
    setTyped(text);
    setAt(0);
  };
  const choose = (zone: string) => {
    setTyped(null);
    onChoose(zone);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      if (typed === null) look('');
      else setAt((at + step + found.length) % Math.max(1, found.length));
    } else if (event.key === 'Enter') {
      const chosen = found[at];
      if (chosen) choose(chosen.zone);
    } else if (event.key === 'Escape' && typed !== null) setTyped(null);
    else return;
    event.preventDefault();
  };
  return (
    <span class="zone-search">
      <input
        ref={field} id={id} role="combobox" aria-autocomplete="list" aria-expanded={found.length > 0} aria-controls={found.length > 0 ? `${id}-list` : undefined} aria-describedby={describedBy}
        aria-activedescendant={found[at] ? `${id}-${at}` : undefined} autocomplete="off" spellcheck={false} placeholder={present} value={typed ?? present}
        onFocus={(event) => event.currentTarget.select()} onClick={() => typed === null && look('')} onInput={(event) => look(event.currentTarget.value)} onKeyDown={onKeyDown} onBlur={() => setTyped(null)}
      />
      {isLost && <span class="zones small quiet">{none}</span>}
      {found.length > 0 && <Options id={id} found={found} at={at} now={now} label={label} onChoose={choose} />}
    </span>
  );
}

function foundFor(typed: string | null, near: readonly string[]): Found[] {
  if (typed === null) return [];
  return typed.trim() === '' ? near.map((zone) => ({ zone, name: city(zone) })) : findZones(typed, city, SHOWN);
}

/** What is found. The keys are the field's, which keeps the focus: a press on the list must not take it away, or the list would be gone before the click. */
function Options({ id, found, at, now, label, onChoose }: Pick<ZoneSearchProps, 'id' | 'label'> & { found: readonly Found[]; at: number; now: number; onChoose: (zone: string) => void }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.children[at]?.scrollIntoView({ block: 'nearest' }), [at]);
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as its options
    <div ref={list} id={`${id}-list`} class="zones" role="listbox" aria-labelledby={`${id}-label`}>
      {found.map(({ zone, name }, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/prefer-tag-over-role -- ARIA's combobox: no tag holds options below a field, and its keys are the field's
        <div key={zone} id={`${id}-${index}`} class="zone" role="option" tabIndex={-1} aria-selected={index === at} onMouseDown={(event) => event.preventDefault()} onClick={() => onChoose(zone)}>
          <span>{label(name, clock(now, zone))}</span> <small class="quiet">{name === city(zone) ? '' : `${city(zone)}, `}{offsetLabel(now, zone)}</small>
        </div>
      ))}
    </div>
  );
}
