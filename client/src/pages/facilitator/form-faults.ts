import type { Fault, Form, Journey, Override, Rule } from './availability-form.ts';

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
