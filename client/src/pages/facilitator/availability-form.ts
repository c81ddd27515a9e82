import type { Availability, AvailabilityAnswer } from '../../../../shared/api/availability.ts';

/** A line of the form keeps its number while others come and go, so that focus stays where it is. */
export type Line<T> = T & { line: number };
export type Rule = Availability['rules'][number];
export type Span = { from: string; to: string };
export interface Override { date: string; spans: readonly Line<Span>[] }
export type Journey = NonNullable<Availability['travel']>[number];

/** What is on the form: as the server has it, but half-filled lines are allowed until it is saved. */
export interface Form {
  rules: readonly Line<Rule>[];
  overrides: readonly Line<Override>[];
  travel: readonly Line<Journey>[];
}

let lastLine = 0;

export function line<T extends object>(content: T): Line<T> {
  lastLine += 1;
  return { ...content, line: lastLine };
}

export type FaultKind = 'order' | 'days' | 'date' | 'dateTwice' | 'dateOrder' | 'zone';

/** A line that cannot be saved as it is. */
export interface Fault {
  /** Id of the field it stands beside. */
  field: string;
  kind: FaultKind;
}

export function formOf({ rules, overrides, travel }: AvailabilityAnswer): Form {
  return {
    rules: rules.map(line),
    overrides: overrides.toSorted((a, b) => (a.date < b.date ? -1 : 1)).map(({ date, spans }) => line({ date, spans: spans.map(line) })),
    travel: travel.map(line),
  };
}

/** As the server takes it. */
export function availabilityOf({ rules, overrides, travel }: Form): Availability {
  return {
    rules: rules.map(bare),
    overrides: overrides.toSorted((a, b) => (a.date < b.date ? -1 : 1)).map(({ date, spans }) => ({ date, spans: spans.map(bare) })),
    travel: travel.map(bare),
  };
}

function bare<T>(numbered: Line<T>): Omit<Line<T>, 'line'> {
  const { line: _, ...content } = numbered;
  return content;
}

/** Every fault at once, in the order of the form. */
export function faultsOf(form: Form, zones: ReadonlySet<string>): Fault[] {
  return [
    ...form.rules.flatMap((rule, index) => ruleFaults(rule, index)),
    ...form.overrides.flatMap((override, index) => overrideFaults(override, index, form.overrides)),
    ...form.travel.flatMap((journey, index) => travelFaults(journey, index, zones)),
  ];
}

function ruleFaults(rule: Rule, index: number): Fault[] {
  const faults: Fault[] = [];
  if (rule.days.length === 0) faults.push({ field: `rule-${index}-days`, kind: 'days' });
  if (!(rule.from < rule.to)) faults.push({ field: `rule-${index}-to`, kind: 'order' });
  if (rule.validFrom && rule.validUntil && rule.validUntil < rule.validFrom) faults.push({ field: `rule-${index}-until`, kind: 'dateOrder' });
  return faults;
}

function overrideFaults(override: Override, index: number, all: readonly Override[]): Fault[] {
  const faults: Fault[] = [];
  if (!override.date) faults.push({ field: `date-${index}`, kind: 'date' });
  else if (all.findIndex(({ date }) => date === override.date) < index) faults.push({ field: `date-${index}`, kind: 'dateTwice' });
  override.spans.forEach(({ from, to }, place) => {
    if (!(from < to)) faults.push({ field: `date-${index}-to-${place}`, kind: 'order' });
  });
  return faults;
}

function travelFaults(journey: Journey, index: number, zones: ReadonlySet<string>): Fault[] {
  const faults: Fault[] = [];
  if (!journey.from || !journey.until) faults.push({ field: `journey-${index}-from`, kind: 'date' });
  else if (journey.until < journey.from) faults.push({ field: `journey-${index}-until`, kind: 'dateOrder' });
  if (!zones.has(journey.timeZone)) faults.push({ field: `journey-${index}-zone`, kind: 'zone' });
  return faults;
}
