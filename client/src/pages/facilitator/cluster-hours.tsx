import { bandsOf, comfortAt } from '../../format/comfort.ts';
import { hoursOf } from '../../format/hours.ts';
import { length, type MinuteSpan } from '../../format/spans.ts';
import { clockOf, hoursWord } from '../../format/time.ts';
import { instantOf } from '../../format/zoned.ts';
import { hoursWords } from '../../locales/index.ts';
import type { ClusterGroup } from './cluster-groups.ts';
import type { DayColumn } from './week-columns.ts';

const STEP_MINUTES = 15;

interface ClusterHoursProps {
  groups: readonly ClusterGroup[];
  columns: readonly DayColumn[];
  zone: string;
  /** Date of each column; in the pattern, of the week that stands for all. */
  dates: readonly string[];
}

/** Where the clusters' office hours lie on the facilitator's clock, and how many of the open hours meet them. */
export function ClusterHours({ groups, columns, zone, dates }: ClusterHoursProps) {
  const copy = hoursWords();
  return (
    <section class="card" aria-labelledby="cluster-hours">
      <h2 id="cluster-hours">{copy.clusters}</h2>
      <div class="strip-rows">
        {groups.map((group) => (
          <div class="strip-row" key={group.names.join()}>
            <span class="strip-city">{group.names.join(', ')} <small>{copy.overlap(hoursWord(commonMinutes(group, columns, dates)))}</small></span>
            <span class="strip-day" aria-hidden="true">
              {bandsOf(instantOf(dates[2] ?? '', 0, zone), 1440, group.cluster.timeZone, hoursOf(group.cluster.workingHours)).map((band) => (
                <span key={band.from} class={`band band-${band.comfort}`} style={{ left: `${(band.from * 100) / 1440}%`, width: `${((band.to - band.from) * 100) / 1440}%` }} />
              ))}
            </span>
          </div>
        ))}
        <div class="strip-row strip-axis" aria-hidden="true">
          <span class="strip-city" />
          <span class="strip-day">{[0, 6, 12, 18].map((hour) => <span key={hour} class="strip-hour" style={{ left: `${(hour * 100) / 24}%` }}>{clockOf(hour * 60).slice(0, 2)}</span>)}</span>
        </div>
      </div>
    </section>
  );
}

/** How many minutes of the open week are a group's office hours. */
export function commonMinutes({ cluster }: Pick<ClusterGroup, 'cluster'>, columns: readonly Pick<DayColumn, 'hours' | 'zone'>[], dates: readonly string[]): number {
  const office = hoursOf(cluster.workingHours);
  const common = columns.flatMap(({ hours, zone }, day) => hours.flatMap((span) => steps(span)
    .filter(({ from }) => comfortAt(instantOf(dates[day] ?? '', from, zone), cluster.timeZone, office) === 'day')));
  return length(common);
}

function steps({ from, to }: MinuteSpan): MinuteSpan[] {
  return Array.from({ length: Math.ceil((to - from) / STEP_MINUTES) }, (_, index) => ({ from: from + index * STEP_MINUTES, to: Math.min(to, from + (index + 1) * STEP_MINUTES) }));
}
