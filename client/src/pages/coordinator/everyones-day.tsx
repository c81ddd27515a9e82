import { useState } from 'preact/hooks';
import type { Catalogue } from '../../api/catalogue.ts';
import { ZoneStrip } from '../../components/zone-strip.tsx';
import { bandsOf, commonHours } from '../../format/comfort.ts';
import { hoursOf, type WorkingHours } from '../../format/hours.ts';
import { clockOf, dateAt, dayWords, listWords } from '../../format/time.ts';
import { datesBetween, instantOf, weekdayOf } from '../../format/zoned.ts';
import { city, coordinatorWords } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';

/** One working day of the virtual weeks on every city's clock, and the hours that are office hours for all. */
export function EveryonesDay({ catalogue, now }: { catalogue: Catalogue; now: number }) {
  const copy = coordinatorWords().coverage;
  const { timeZone } = useViewer();
  const days = catalogue.phases.filter(({ mode }) => mode === 'virtual').flatMap(({ startsOn, endsOn }) => datesBetween(startsOn, endsOn)).filter((date) => weekdayOf(date) <= 5);
  const today = dateAt(now, timeZone);
  const [chosen, setChosen] = useState<string | null>(null);
  const date = chosen ?? days.find((day) => day >= today) ?? days[0];
  if (date === undefined) return null;
  const rows = citiesOf(catalogue);
  const start = instantOf(date, 0, timeZone);
  const text = commonWords(rows, start, timeZone);
  return (
    <section class="everyone" aria-labelledby="everyone">
      <div class="split">
        <h2 id="everyone">{copy.everyone}</h2>
        <label class="field field-inline">
          <span class="sr">{copy.everyoneDay}</span>
          <select value={date} onChange={(event) => setChosen(event.currentTarget.value)}>{days.map((day) => <option key={day} value={day}>{dayWords(day, now)}</option>)}</select>
        </label>
      </div>
      <p>{text}</p>
      <ZoneStrip rows={rows} date={date} axisZone={timeZone} text={text} />
    </section>
  );
}

/** The hours that suit everyone; where there are none, those that would if one city were left out. */
function commonWords(rows: readonly { zone: string; hours: WorkingHours }[], start: number, timeZone: string): string {
  const copy = coordinatorWords().coverage;
  const bands = rows.map(({ zone, hours }) => bandsOf(start, 1440, zone, hours));
  const common = commonHours(bands);
  if (common.length > 0) return copy.common(spansWords(common), city(timeZone));
  const without = rows.map(({ zone }, index) => ({ zone, spans: commonHours(bands.filter((_, place) => place !== index)) }))
    .toSorted((a, b) => length(b.spans) - length(a.spans))[0];
  return without && without.spans.length > 0 ? copy.commonWithout(city(without.zone), spansWords(without.spans), city(timeZone)) : copy.noCommon;
}

function spansWords(spans: readonly { from: number; to: number }[]): string {
  return listWords(spans.map(({ from, to }) => `${clockOf(from)}–${clockOf(to)}`));
}

function length(spans: readonly { from: number; to: number }[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** One row per city: of several parties in one city the narrowest hours count. */
function citiesOf({ clusters, facilitators }: Catalogue): { zone: string; hours: WorkingHours }[] {
  const hours = new Map<string, WorkingHours>();
  for (const { timeZone, workingHours } of [...clusters.values(), ...facilitators.values()]) {
    const own = hoursOf(workingHours);
    const known = hours.get(timeZone);
    hours.set(timeZone, known ? { ...known, from: Math.max(known.from, own.from), to: Math.min(known.to, own.to) } : own);
  }
  return [...hours].map(([zone, own]) => ({ zone, hours: own }));
}
