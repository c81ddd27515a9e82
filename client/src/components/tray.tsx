import '../styles/tray.css';
import { useEffect, useState } from 'preact/hooks';
import { endPlan, getPlans } from '../api/plans.ts';
import { refresh, useReading } from '../api/resource.ts';
import { trayWords } from '../locales/index.ts';
import { usePath } from '../router.tsx';
import { announce } from '../state/announcer.ts';
import { useViewer } from '../state/me.ts';
import { clearWorks, type Work, works } from '../state/work.ts';

/** What is still at work wherever one looks, and what has become of it: how far, to be stopped, to be opened. */
export function Tray() {
  const plan = usePlanWork();
  const all = plan ? [plan, ...works.value] : works.value;
  useSpokenEnds(all);
  if (all.length === 0) return null;
  const copy = trayWords();
  const running = all.filter(({ state }) => state === 'running');
  return (
    <>
      <button type="button" class="tray" popovertarget="tray">
        <span class={running.length > 0 ? 'tray-mark tray-busy' : 'tray-mark'} aria-hidden="true" />
        <span><span class="sr">{running.length > 0 ? copy.running(running.length) : copy.over}: </span>{shortWords(running, all)}</span>
      </button>
      <div id="tray" class="popover tray-list" popover="auto">
        <h2>{copy.heading}</h2>
        <ul>{all.map((work) => <Line key={work.id} work={work} />)}</ul>
        {works.value.some(({ state }) => state !== 'running') && <button type="button" class="button" onClick={clearWorks}>{copy.clear}</button>}
      </div>
    </>
  );
}

/** Planning is the server's work; it is told of like any other. */
interface AnyWork extends Work {
  /** 0 to 1. */
  part?: number;
}

const PLAN = 0;

/** The plan in the making, and what has become of one that was being made while this tab was open; its own page says it better. */
function usePlanWork(): AnyWork | null {
  const { programmeId } = useViewer();
  const isThere = usePath() === '/plan';
  const { value: plans } = useReading(`plan/all/${programmeId}`, () => getPlans(programmeId));
  const newest = plans?.find(({ state }) => state !== 'published');
  const [seen, setSeen] = useState<string | null>(null);
  const isSolving = newest?.state === 'solving';
  const id = newest?.id ?? null;
  useEffect(() => {
    if (isSolving) setSeen(id);
    else if (isThere) setSeen(null);
  }, [isSolving, id, isThere]);
  if (!newest || isThere || (!isSolving && seen !== newest.id)) return null;
  const copy = trayWords();
  const link = { href: '/plan' };
  const placed = copy.planned(newest.placed, newest.placed + newest.unplaced);
  if (isSolving) return { id: PLAN, name: copy.planning, state: 'running', part: newest.progress, link, stop: () => void endPlan(newest.id).then(() => refresh('plan')) };
  if (newest.state === 'failed') return { id: PLAN, name: copy.planning, state: 'failed', link };
  return { id: PLAN, name: placed, state: newest.state === 'stopped' ? 'stopped' : 'done', link };
}

/** Said when work begins and when it ends; what lies between is there to look at. */
function useSpokenEnds(all: readonly AnyWork[]): void {
  const present = all.map(({ name, state }) => `${name}: ${trayWords().state[state]}`).join('. ');
  useEffect(() => {
    if (present !== '') announce(present);
  }, [present]);
}

function shortWords(running: readonly AnyWork[], all: readonly AnyWork[]): string {
  const copy = trayWords();
  const [first] = running;
  if (!first) return copy.state[all.at(-1)?.state ?? 'done'];
  if (running.length > 1) return String(running.length);
  return first.part === undefined ? first.name : copy.percent(Math.round(first.part * 100));
}

function Line({ work }: { work: AnyWork }) {
  const copy = trayWords();
  const { name, state, part, kilobytes, fault, link, open, stop } = work;
  return (
    <li>
      <p><b>{name}</b> <span class="small quiet">{part !== undefined && state === 'running' ? copy.percent(Math.round(part * 100)) : copy.state[state]}{kilobytes !== undefined && ` · ${copy.kilobytes(kilobytes)}`}</span></p>
      {state === 'running' && <progress class="meter" max={1} value={part} aria-label={name} />}
      {fault !== undefined && <p class="field-error">{fault}</p>}
      <p class="actions">
        {link && <a class="link" href={link.href} download={link.download} onClick={() => link.download === undefined && document.getElementById('tray')?.hidePopover()}>{link.download === undefined ? copy.open : copy.keep}</a>}
        {open && <button type="button" class="link" onClick={open}>{copy.open}</button>}
        {state === 'running' && stop && <button type="button" class="button button-small" aria-label={copy.stopName(name)} onClick={stop}>{copy.stop}</button>}
      </p>
    </li>
  );
}
