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

export function hasFault(faults: readonly Fault[], field: string): boolean {
  return faults.some((fault) => fault.field === field);
}
