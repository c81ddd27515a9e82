import type { Catalogue } from '../../api/catalogue.ts';
import type { KnownCluster } from '../../api/endpoints.ts';
import { bandsOf, comfortAt } from '../../format/comfort.ts';
import { hoursOf } from '../../format/hours.ts';
import { clockOf, hoursWord, weekdayWord } from '../../format/time.ts';
import { addDays, instantOf, weekdayOf } from '../../format/zoned.ts';
import { city, facilitatorWords, words } from '../../locales/index.ts';
import { type Form, openSpans } from './availability-form.ts';

interface WeekPictureProps {
  form: Form;
  /** The facilitator's. */
  zone: string;
  catalogue: Catalogue;
}

/** The pattern drawn day by day, and under it where each cluster's office hours lie on the same clock. */
export function WeekPicture({ form, zone, catalogue }: WeekPictureProps) {
  const copy = facilitatorWords().availability;
  const monday = mondayOf(catalogue.phases.find(({ mode }) => mode === 'virtual')?.startsOn ?? catalogue.programme.startsOn);
  const days = [1, 2, 3, 4, 5, 6, 7].filter((day) => day <= 5 || openSpans(form.rules, day).length > 0);
  const clusters = [...catalogue.clusters.values()];
  return (
    <section class="card week-picture" aria-label={copy.picture}>
      <div class="strip-rows">
        {days.map((day) => <DayRow key={day} day={day} spans={openSpans(form.rules, day)} zone={zone} />)}
        <Axis />
        {clusters.map((cluster) => <ClusterRow key={cluster.id} cluster={cluster} form={form} zone={zone} monday={monday} />)}
      </div>
    </section>
  );
}

function DayRow({ day, spans, zone }: { day: number; spans: readonly { from: number; to: number }[]; zone: string }) {
  const text = spans.map(({ from, to }) => `${clockOf(from)}–${clockOf(to)}`).join(', ');
  return (
    <div class="strip-row">
      <span class="strip-city">{weekdayWord(day)}<span class="sr">{text ? `: ${facilitatorWords().availability.openWord} ${text} ${words().inCity(city(zone))}` : ': –'}</span></span>
      <span class="strip-day strip-closed" aria-hidden="true">
        {spans.map((span) => <span key={span.from} class="open-span" style={place(span.from, span.to)}><span>{clockOf(span.from)}–{clockOf(span.to)}</span></span>)}
      </span>
    </div>
  );
}

function ClusterRow({ cluster, form, zone, monday }: { cluster: KnownCluster; form: Form; zone: string; monday: string }) {
  const hours = hoursOf(cluster.workingHours);
  const common = commonMinutes(form, zone, monday, cluster);
  return (
    <div class="strip-row">
      <span class="strip-city">{city(cluster.timeZone)} <small>{facilitatorWords().availability.overlap(hoursWord(common))}</small></span>
      <span class="strip-day" aria-hidden="true">
        {bandsOf(instantOf(monday, 0, zone), 1440, cluster.timeZone, hours).map((band) => <span key={band.from} class={`band band-${band.comfort}`} style={place(band.from, band.to)} />)}
      </span>
    </div>
  );
}

function Axis() {
  return (
    <div class="strip-row strip-axis" aria-hidden="true">
      <span class="strip-city" />
      <span class="strip-day">{[0, 6, 12, 18].map((hour) => <span key={hour} class="strip-hour" style={{ left: `${(hour * 100) / 24}%` }}>{clockOf(hour * 60).slice(0, 2)}</span>)}</span>
    </div>
  );
}

const STEP_MINUTES = 15;

/** How many minutes of the open week are a cluster's office hours, in the week of `monday`. */
export function commonMinutes(form: Pick<Form, 'rules'>, zone: string, monday: string, cluster: Pick<KnownCluster, 'timeZone' | 'workingHours'>): number {
  const hours = hoursOf(cluster.workingHours);
  let common = 0;
  for (let day = 1; day <= 7; day += 1) {
    const date = addDays(monday, day - 1);
    for (const { from, to } of openSpans(form.rules, day)) {
      for (let minute = from; minute < to; minute += STEP_MINUTES) {
        if (comfortAt(instantOf(date, minute, zone), cluster.timeZone, hours) === 'day') common += Math.min(STEP_MINUTES, to - minute);
      }
    }
  }
  return common;
}

function mondayOf(date: string): string {
  return addDays(date, 1 - weekdayOf(date));
}

function place(from: number, to: number): { left: string; width: string } {
  return { left: `${(from * 100) / 1440}%`, width: `${((to - from) * 100) / 1440}%` };
}
