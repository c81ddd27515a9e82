import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { AvailabilityAnswer } from '../../../../shared/api/availability.ts';
import type { Session } from '../../../../shared/api/sessions.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { deferred, insist } from '../../components/deferred.tsx';
import { serverNow } from '../../format/clock.ts';
import { length, type MinuteSpan } from '../../format/spans.ts';
import { dateAt, dateRange, hoursWord, offsetLabel } from '../../format/time.ts';
import { addDays } from '../../format/zoned.ts';
import { city, hoursWords, need } from '../../locales/index.ts';
import type { Place } from './grid-move.ts';
import { RangeForm } from './range-form.tsx';
import { SaveState } from './save-state.tsx';
import { strokes } from './strokes.ts';
import { type Editing, useAvailability } from './use-availability.ts';
import { useBusy } from './use-busy.ts';
import { WeekChoice } from './week-choice.tsx';
import { bookedOn, CELL_MINUTES, isBooked, type DayColumn, mondayOf, patternColumns, weekColumns } from './week-columns.ts';
import { WeekGrid } from './week-grid.tsx';

const HoursLists = deferred(async () => (await Promise.all([import('./hours-lists.tsx'), need('facilitator')]))[0].HoursLists);
/** Below the week, and drawn after it. */
const ClusterHours = deferred(async () => (await import('./cluster-hours.tsx')).ClusterHours);
const WhyNot = deferred(async () => (await Promise.all([import('./why-not.tsx'), need('why')]))[0].WhyNot);

interface EditorProps {
  catalogue: Catalogue;
  sessions: readonly Session[];
  saved: AvailabilityAnswer;
  facilitatorId: string;
}

/** One grid for the ordinary week and for what is different in one: painted, typed or tapped, saved stroke by stroke. */
export function AvailabilityEditor({ catalogue, sessions, saved, facilitatorId }: EditorProps) {
  const copy = hoursWords();
  const editing = useAvailability(saved, facilitatorId);
  const zone = editing.base.timeZone;
  const [first] = useState(() => firstWeek(catalogue, facilitatorId));
  const [monday, setMonday] = useState<string | null>(null);
  const busy = useBusy(facilitatorId, monday ?? first, 7);
  const columns = monday === null ? patternColumns(editing.form, zone) : weekColumns(editing.form, zone, monday, (date, of) => [...bookedOn(sessions, catalogue, date, of), ...busy(date, of)], serverNow());
  const [active, setActive] = useState<Place | null>(null);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? { from: 0, to: 1440 } : shownHours(columns);
  const place = active ?? { day: 0, row: Math.max(0, (540 - shown.from) / CELL_MINUTES) };
  const { groups, comforts } = useClusterGroups(catalogue, monday ?? first, zone);
  const acts = strokes(editing, columns);
  const open = columns.reduce((sum, { hours }) => sum + length(hours), 0);
  const booked = columns.reduce((sum, { blocks }) => sum + length(blocks.filter(isBooked)), 0);
  return (
    <>
      <div class="lead-save">
        <p class="lead">{copy.lead(city(zone), offsetLabel(serverNow(), zone))} {monday === null ? copy.opens(hoursWord(open)) : copy.opensWeek(hoursWord(open), hoursWord(booked))}</p>
        <SaveState editing={editing} />
      </div>
      <WeekChoice catalogue={catalogue} monday={monday} first={first} onMonday={(next) => { setMonday(next); setActive(null); }} />
      <RangeForm columns={columns} day={place.day} onDay={(day) => setActive({ ...place, day })} {...acts} />
      <DayTabs columns={columns} day={place.day} onDay={(day) => setActive({ ...place, day })} />
      <p class="small quiet how-to-mouse">{copy.howTo}</p><p class="small quiet how-to-touch">{copy.howToTouch}</p>
      <WeekGrid
        columns={columns} shown={shown} active={place} onActive={setActive} onPaint={acts.onPaint} onUndo={acts.onUndo}
        label={copy.grid(monday === null ? copy.pattern : dateRange(monday, addDays(monday, 6)))}
        comforts={comforts}
      />
      <p class="whole-day"><button type="button" class="link" onClick={() => { setWhole(!isWhole); setActive(null); }}>{isWhole ? copy.lessDay : copy.wholeDay}</button></p>
      {active && columns[place.day] && (
        <WhyNot facilitatorId={facilitatorId} column={columns[place.day]!} minutes={shown.from + place.row * CELL_MINUTES} cellMinutes={CELL_MINUTES} version={editing.base.version} />
      )}
      <ClusterHours groups={groups} columns={columns} zone={zone} dates={columns.map(({ date }, index) => date ?? addDays(first, index))} />
      <Lists editing={editing} catalogue={catalogue} />
    </>
  );
}

type Groups = typeof import('./cluster-groups.ts');
const groupsCode = signal<Groups | null>(null);

async function fetchGroups(): Promise<void> {
  groupsCode.value = await insist(() => import('./cluster-groups.ts'));
}

/** When which clusters are at their desks: a thin line at the grid's edge, whose code comes once the grid is there. */
function useClusterGroups(catalogue: Catalogue, monday: string, zone: string) {
  useEffect(() => void fetchGroups(), []);
  const code = groupsCode.value;
  const groups = code?.clusterGroups(catalogue, monday) ?? [];
  const comforts = (minute: number) => (code ? groups.map((group) => ({ of: group.names.join(), comfort: code.comfortOf(group, addDays(monday, 2), minute, zone) })) : []);
  return { groups, comforts };
}

function Lists({ editing, catalogue }: { editing: Editing; catalogue: Catalogue }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="lists" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{hoursWords().lists}</summary>
      {isOpen && <HoursLists editing={editing} catalogue={catalogue} />}
    </details>
  );
}

/** On a phone the grid shows one day: these choose it. */
function DayTabs({ columns, day, onDay }: { columns: readonly DayColumn[]; day: number; onDay: (day: number) => void }) {
  return (
    <div class="day-tabs">
      {columns.map((column, index) => (
        <button type="button" key={column.short} aria-pressed={index === day} onClick={() => onDay(index)}>
          <span>{column.tab}</span> <small>{hoursWords().ofDay(hoursWord(length(column.hours)))}</small>
        </button>
      ))}
    </div>
  );
}

const EARLIEST = 7 * 60;
const LATEST = 20 * 60;

/** The hours of a usual day, and whatever lies beyond them that is open or booked. */
function shownHours(columns: readonly DayColumn[]): MinuteSpan {
  const spans = columns.flatMap(({ hours, blocks }) => [...hours, ...blocks.filter(isBooked)]);
  const from = Math.min(EARLIEST, ...spans.map((span) => span.from));
  const to = Math.max(LATEST, ...spans.map((span) => span.to));
  return { from: Math.floor(from / 60) * 60, to: Math.ceil(to / 60) * 60 };
}

/** The first week that is not over and has sessions this facilitator could give; else the programme's first. */
function firstWeek({ programme, phases, topics }: Catalogue, facilitatorId: string): string {
  const today = dateAt(serverNow(), programme.timeZone);
  const given = new Set([...topics.values()].filter(({ facilitatorIds }) => facilitatorIds.includes(facilitatorId)).map(({ phaseId }) => phaseId));
  return mondayOf(phases.find(({ id, endsOn }) => given.has(id) && endsOn >= today)?.startsOn ?? programme.startsOn);
}
