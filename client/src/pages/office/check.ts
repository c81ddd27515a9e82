import { officeWords } from '../../locales/index.ts';
import { knownZones } from '../../format/time.ts';

/** One line of a form: which field, what it holds, what it must be. */
export type Rule = [id: string, value: string, must: 'filled' | 'mail' | 'zone' | 'zone-or-empty'];

/** What is wrong, in words, by the field's id; the server has the last word. */
export function faultsOf(rules: readonly Rule[]): Map<string, string> {
  const copy = officeWords().people;
  return new Map(rules.flatMap(([id, value, must]): [string, string][] => {
    const text = value.trim();
    if (must === 'zone-or-empty' && text === '') return [];
    if (text === '') return [[id, copy.required]];
    if (must === 'mail' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return [[id, copy.emailError]];
    return must.startsWith('zone') && !isZone(text) ? [[id, copy.zoneError]] : [];
  }));
}

/** Every name that the browser can tell time by, also those it does not list. */
export function isZone(name: string): boolean {
  if (knownZones().includes(name)) return true;
  try {
    return name.includes('/') && Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
