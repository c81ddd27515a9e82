import { useState } from 'preact/hooks';
import type { BusyCalendar, CalendarFault } from '../../../../shared/api/calendars.ts';
import { addCalendar, getCalendars, refreshCalendar, removeCalendar } from '../../api/calendars.ts';
import type { Problem } from '../../api/http.ts';
import { readAgain, useReading } from '../../api/resource.ts';
import { ErrorNote } from '../../components/error-note.tsx';
import { Loaded } from '../../components/page.tsx';
import { fromNow } from '../../format/time.ts';
import { calendarsWords } from '../../locales/index.ts';
import { MINUTE_MS, useNow } from '../../state/tick.ts';
import { toast } from '../../state/toasts.ts';

/** Calendars elsewhere that keep a facilitator free: how each is doing, and another one's address. */
export function CalendarsPanel({ facilitatorId }: { facilitatorId: string }) {
  const copy = calendarsWords();
  const key = `calendars/${facilitatorId}`;
  const reading = useReading(key, () => getCalendars(facilitatorId));
  return (
    <section class="card stack" aria-labelledby="calendars">
      <div><h2 id="calendars">{copy.heading}</h2><p class="small quiet">{copy.lead}</p></div>
      <Loaded of={reading} heights={[60]}>
        {(calendars) => (calendars.length === 0
          ? <p class="quiet">{copy.none}</p>
          : <ul class="stack">{calendars.map((calendar) => <CalendarItem key={calendar.id} calendar={calendar} onAsked={() => lookAgain(key)} />)}</ul>)}
      </Loaded>
      <AddCalendar facilitatorId={facilitatorId} onAdded={() => lookAgain(key)} />
    </section>
  );
}

const LOOK_AFTER_MS = [0, 1000, 3000, 8000];

/** A reading takes a moment; that it said the same as before is not pushed to anybody. */
function lookAgain(key: string): void {
  for (const wait of LOOK_AFTER_MS) setTimeout(() => void readAgain(key), wait);
}

function CalendarItem({ calendar, onAsked }: { calendar: BusyCalendar; onAsked: () => void }) {
  const copy = calendarsWords();
  const name = calendar.name ?? calendar.address ?? copy.heading;
  const act = async (done: Promise<{ ok: boolean }>, said?: string) => {
    if ((await done).ok && said !== undefined) toast(said);
    onAsked();
  };
  return (
    <li class="split">
      <span>
        <b>{name}</b>{calendar.name !== null && calendar.address !== null && <small class="quiet"> {calendar.address}</small>}
        <CalendarState calendar={calendar} />
      </span>
      <span class="actions">
        <button type="button" class="button" aria-label={copy.refreshLabel(name)} onClick={() => void act(refreshCalendar(calendar.id))}>{copy.refresh}</button>
        <button type="button" class="button button-quiet" aria-label={copy.removeLabel(name)} onClick={() => void act(removeCalendar(calendar.id), copy.removed)}>{copy.remove}</button>
      </span>
    </li>
  );
}

function CalendarState({ calendar: { eventCount, fault, lastGoodRead, stale, state, warnings } }: { calendar: BusyCalendar }) {
  const copy = calendarsWords();
  const now = useNow(MINUTE_MS / 2);
  const read = lastGoodRead === null ? copy.never : `${copy.read(fromNow(Date.parse(lastGoodRead), now))} · ${copy.events(eventCount)}`;
  return (
    <output>
      <span class="second small quiet">{state === 'waiting' ? copy.waiting : read}</span>
      {state === 'failed' && fault && <span class="second small due">{copy.failed(copy.faults[kindOf(fault)])}{lastGoodRead !== null && ` ${copy.kept}`}</span>}
      {stale && state !== 'waiting' && <span class="second small due">{copy.stale}</span>}
      {warnings.length > 0 && <span class="second small quiet">{copy.inexact}</span>}
    </output>
  );
}

/** By what can be done about it. */
function kindOf(fault: CalendarFault): keyof ReturnType<typeof calendarsWords>['faults'] {
  switch (fault) {
    case 'bad-address': case 'not-public': case 'not-found': case 'too-many-redirects': return 'address';
    case 'refused': case 'gone': return 'closed';
    case 'not-a-calendar': case 'cut-off': case 'unreadable': return 'content';
    case 'too-large': case 'too-many-events': case 'too-long': case 'too-much': return 'large';
    case 'emptied': return 'emptied';
    case 'key-lost': return 'key';
    default: return 'silent';
  }
}

function AddCalendar({ facilitatorId, onAdded }: { facilitatorId: string; onAdded: () => void }) {
  const copy = calendarsWords();
  const [url, setUrl] = useState('');
  const [name, setName] = useState('');
  const [isAdding, setAdding] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const add = async (event: Event) => {
    event.preventDefault();
    setAdding(true);
    const added = await addCalendar(facilitatorId, { url, ...(name.trim() !== '' && { name }) });
    setAdding(false);
    setProblem(added.ok ? null : added.problem);
    if (!added.ok) return;
    setUrl('');
    setName('');
    onAdded();
  };
  return (
    <form class="stack" onSubmit={(event) => void add(event)}>
      <div class="line">
        <label class="field"><span>{copy.address}</span><input type="url" inputMode="url" required autocomplete="off" spellcheck={false} placeholder="https://" aria-describedby="calendar-hint" value={url} onInput={(event) => setUrl(event.currentTarget.value)} /></label>
        <label class="field"><span>{copy.name}</span><input type="text" maxLength={100} value={name} onInput={(event) => setName(event.currentTarget.value)} /></label>
        <button type="submit" class="button" aria-disabled={isAdding}>{isAdding ? copy.adding : copy.add}</button>
      </div>
      <p id="calendar-hint" class="small quiet">{copy.hint}</p>
      {problem && <ErrorNote problem={problem} />}
    </form>
  );
}
