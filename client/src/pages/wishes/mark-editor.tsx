import { useState } from 'preact/hooks';
import type { Preferences } from '../../../../shared/api/planning.ts';
import type { Session } from '../../../../shared/api/sessions.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { ErrorNote } from '../../components/error-note.tsx';
import { serverNow } from '../../format/clock.ts';
import type { MinuteSpan } from '../../format/spans.ts';
import { dateAt, dateRange, dayShort, dayWords, hoursWord, offsetLabel, weekdayWord } from '../../format/time.ts';
import { addDays, weekdayOf } from '../../format/zoned.ts';
import { city, wishesWords, words } from '../../locales/index.ts';
import { announce } from '../../state/announcer.ts';
import type { Place } from '../facilitator/grid-move.ts';
import { type Block, freeParts } from '../facilitator/week-columns.ts';
import { BrushChoice, MarkForm } from './mark-form.tsx';
import { MarkGrid } from './mark-grid.tsx';
import { type Brush, copiedTo, marked, type Marks, minutesMarked } from './marks.ts';
import { sessionsOn } from './sessions-on.ts';
import { type Marking, useMarks } from './use-marks.ts';

/** One date of the week that is marked. */
export interface MarkDay {
  date: string;
  name: string;
  short: string;
  tab: string;
  zone: string;
  /** The cluster's own sessions: shown, never marked over. */
  blocks: readonly Block[];
}

interface EditorProps {
  saved: Preferences;
  /** Mondays. */
  weeks: readonly string[];
  sessions: readonly Session[];
  catalogue: Catalogue;
}

/** A week of half hours to be marked by mouse, keys, finger or fields, saved stroke by stroke. */
export function MarkEditor({ saved, weeks, sessions, catalogue }: EditorProps) {
  const copy = wishesWords();
  const zone = saved.timeZone;
  const marking = useMarks(saved);
  const [at, setAt] = useState(() => Math.max(0, weeks.findIndex((monday) => addDays(monday, 6) >= dateAt(serverNow(), zone))));
  const [brush, setBrush] = useState<Brush>('preferred');
  const [active, setActive] = useState<Place>({ day: 0, row: 4 });
  const [isWhole, setWhole] = useState(false);
  const monday = weeks[at]!;
  const days = [0, 1, 2, 3, 4, 5, 6].map((later) => dayOf(addDays(monday, later), zone, sessions, catalogue));
  const dates = days.map(({ date }) => date);
  const shown = isWhole || marking.marks.some(({ date, from, to }) => dates.includes(date) && (from < '07:00' || to > '20:00')) ? { from: 0, to: 1440 } : USUAL;
  const paint = (indexes: readonly number[], span: MinuteSpan, mark = brush) => {
    const meant = indexes.flatMap((index) => days[index] ?? []);
    const parts = (date: string) => freeParts(meant.find((day) => day.date === date)!, span);
    step(marking, marked(marking.latest(), meant.map(({ date }) => date), parts, mark));
    announce(copy.marked(hoursWord(meant.length * (span.to - span.from)), copy.marks[mark]));
  };
  const undo = () => {
    if (!marking.canUndo) return;
    marking.undo();
    announce(copy.undone);
  };
  return (
    <>
      <div class="lead-save"><p class="lead">{copy.lead(city(zone), offsetLabel(serverNow(), zone))} {copy.summary(hoursWord(minutesMarked(marking.marks, dates, 'preferred')), hoursWord(minutesMarked(marking.marks, dates, 'no')))}</p><SaveState marking={marking} /></div>
      <div class="week-choice">
        <WeekSteps weeks={weeks} at={at} catalogue={catalogue} onAt={(next) => { setAt(next); setActive({ day: 0, row: 4 }); }} />
        <BrushChoice brush={brush} onBrush={setBrush} />
        {weeks.length > 1 && <button type="button" class="button" onClick={() => { step(marking, copiedTo(marking.latest(), monday, weeks.filter((each) => each !== monday))); announce(copy.copied); }}>{copy.copyWeek}</button>}
      </div>
      <MarkForm days={days} day={active.day} brush={brush} onDay={(day) => setActive({ ...active, day })} onMark={paint} canUndo={marking.canUndo} onUndo={undo} />
      <div class="day-tabs">
        {days.map(({ date, tab }, day) => <button type="button" key={date} aria-pressed={day === active.day} onClick={() => setActive({ ...active, day })}><span>{tab}</span></button>)}
      </div>
      <p class="small quiet how-to-mouse">{copy.howTo}</p><p class="small quiet how-to-touch">{copy.howToTouch}</p>
      <MarkGrid days={days} marks={marking.marks} shown={shown} label={copy.grid(dateRange(monday, addDays(monday, 6)))} active={active} onActive={setActive} onPaint={paint} onUndo={undo} />
      <p class="whole-day"><button type="button" class="link" onClick={() => { setWhole(!isWhole); setActive({ day: active.day, row: 4 }); }}>{isWhole ? copy.lessDay : copy.wholeDay}</button></p>
    </>
  );
}

function WeekSteps({ weeks, at, catalogue, onAt }: { weeks: readonly string[]; at: number; catalogue: Catalogue; onAt: (at: number) => void }) {
  const copy = wishesWords();
  const monday = weeks[at]!;
  const phase = catalogue.phases.find((each) => each.startsOn <= addDays(monday, 6) && monday <= each.endsOn);
  return (
    <div class="week-steps">
      <button type="button" class="icon-button" aria-label={copy.previous} disabled={at === 0} onClick={() => onAt(at - 1)}><span class="turn" aria-hidden="true">‹</span></button>
      <p><b>{dateRange(monday, addDays(monday, 6))}</b>{phase && <small class="second quiet">{phase.name}</small>}</p>
      <button type="button" class="icon-button" aria-label={copy.next} disabled={at === weeks.length - 1} onClick={() => onAt(at + 1)}><span class="turn" aria-hidden="true">›</span></button>
    </div>
  );
}

const USUAL: MinuteSpan = { from: 7 * 60, to: 20 * 60 };

function dayOf(date: string, zone: string, sessions: readonly Session[], catalogue: Catalogue): MarkDay {
  return { date, zone, name: dayWords(date, serverNow()), short: dayShort(date), tab: `${weekdayWord(weekdayOf(date), 'short')} ${Number(date.slice(8))}`, blocks: sessionsOn(sessions, catalogue, date, zone) };
}

function step(marking: Marking, next: Marks): void {
  if (JSON.stringify(next) !== JSON.stringify(marking.latest())) marking.stroke(next);
}

/** Whether what is on screen is what the server has; when it could not be saved, why, and how to try again. */
function SaveState({ marking }: { marking: Marking }) {
  const copy = wishesWords();
  if (marking.problem?.code === 'stale') {
    return (
      <div class="note note-held" role="alert">
        <p>{copy.stale}</p>
        <p class="actions"><button type="button" class="button" onClick={marking.takeTheirs}>{copy.takeTheirs}</button><button type="button" class="button" onClick={marking.keepMine}>{copy.keepMine}</button></p>
      </div>
    );
  }
  if (marking.problem) return <ErrorNote problem={marking.problem} heading={words().problem.notSaved} onRetry={marking.retry} />;
  return <p class="small quiet save-state">{marking.isSaving ? copy.saving : marking.isChanged ? copy.unsaved : copy.saved}</p>;
}
