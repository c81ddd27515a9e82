import { COLUMNS, type Column, headWords, type Kind, kindWords, type Language, otherHeads, plain } from './columns.ts';

/** Why a cell cannot be taken; its words say how to mend it. */
export type FaultCode = 'missing' | 'email' | 'zone' | 'language' | 'topic' | 'time' | 'order' | 'kind';
export interface Fault {
  column: Column;
  code: FaultCode;
  /** What is written there, or the part of it that is wrong. */
  value: string;
}

export type Cells = Record<Column, string>;

/** What a row says once it is right. */
export interface Entry {
  kind: Kind;
  name: string;
  person: string;
  email: string;
  /** Empty where an earlier row of the same cluster says it. */
  timeZone: string;
  language: Language;
  topics: string[];
  hours: { from: string; to: string } | null;
}

/** What cells are checked against. */
export interface Known {
  /** What rows are that do not say. */
  kind: Kind;
  topics: readonly string[];
  zones: readonly string[];
  /** Clusters whose zone is known already, as `plain` has them. */
  placed: ReadonlySet<string>;
}

export interface Row {
  /** As the spreadsheet counts it: its first row, the head, is 1. */
  row: number;
  cells: Cells;
}

/** The rows below the head by what their columns are called; null where the head does not say which column has the names. */
export function rowsBelowHead(table: readonly (readonly string[])[]): Row[] | null {
  const [head = [], ...rows] = table;
  const places = new Map(COLUMNS.flatMap((column) => {
    const names = new Set([column, ...Object.values(headWords).map((words) => words[column]), ...otherHeads[column] ?? []].map(plain));
    const place = head.findIndex((cell) => names.has(plain(cell)));
    return place < 0 ? [] : [[column, place] as const];
  }));
  if (!places.has('organisation') && !places.has('person')) return null;
  const cellsOf = (row: readonly string[]) => Object.fromEntries(COLUMNS.map((column) => [column, (row[places.get(column) ?? -1] ?? '').trim()])) as Cells;
  return rows.map((row, index) => ({ row: index + 2, cells: cellsOf(row) })).filter(({ cells }) => COLUMNS.some((column) => cells[column] !== ''));
}

/** What a row says, or everything that is wrong with it. */
export function readRow(cells: Cells, known: Known): { entry: Entry } | { faults: Fault[] } {
  const faults: Fault[] = [];
  const fault = (column: Column, code: FaultCode, value = cells[column]) => { faults.push({ column, code, value }); };
  const kind = cells.kind === '' ? known.kind : kindOf(cells.kind);
  if (!kind) fault('kind', 'kind');
  const name = kind === 'facilitator' ? cells.person || cells.organisation : cells.organisation;
  if (name === '') fault('organisation', 'missing');
  const timeZone = zoneOf(cells.timeZone, known.zones);
  if (timeZone === null) fault('timeZone', 'zone');
  else if (timeZone === '' && !(kind === 'cluster' && known.placed.has(plain(name)))) fault('timeZone', 'missing');
  if (cells.email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cells.email)) fault('email', 'email');
  if (cells.email === '' && (kind === 'facilitator' || cells.person !== '')) fault('email', 'missing');
  const language = languageOf(cells.language);
  if (!language) fault('language', 'language');
  const topics = cells.topics.split(/[;,\n]/).map((topic) => topic.trim()).filter(Boolean).map((topic) => {
    const found = known.topics.find((each) => plain(each) === plain(topic));
    if (found === undefined) fault('topics', 'topic', topic);
    return found ?? '';
  });
  const hours = hoursIn(cells, fault);
  if (faults.length > 0 || !kind || timeZone === null || !language) return { faults };
  return { entry: { kind, name, person: cells.person || cells.email, email: cells.email, timeZone, language, topics, hours } };
}

function hoursIn(cells: Cells, fault: (column: Column, code: FaultCode) => void): Entry['hours'] {
  if (cells.from === '' && cells.to === '') return null;
  const [from, to] = [timeOf(cells.from), timeOf(cells.to)];
  if (from === null) fault('from', cells.from === '' ? 'missing' : 'time');
  if (to === null) fault('to', cells.to === '' ? 'missing' : 'time');
  if (from === null || to === null) return null;
  if (to <= from) fault('to', 'order');
  return { from, to };
}

/** `09:00` of `9`, `9:00`, `09.00`, or the part of a day that a spreadsheet makes of a time. */
export function timeOf(text: string): string | null {
  const part = /^0?[.,]\d+$/.test(text) ? Number(text.replace(',', '.')) : null;
  const minutes = part === null ? minutesOf(text) : Math.round(part * 1440);
  return minutes === null || minutes > 1440 ? null : `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function minutesOf(text: string): number | null {
  const [, hours, minutes = '0'] = /^(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2})?$/.exec(text.trim()) ?? [];
  return hours === undefined || Number(minutes) > 59 ? null : Number(hours) * 60 + Number(minutes);
}

function kindOf(text: string): Kind | null {
  const kinds = ['cluster', 'facilitator'] as const;
  return kinds.find((kind) => Object.values(kindWords).some((words) => plain(words[kind]) === plain(text))) ?? null;
}

/** A zone by its name, or by its city where one zone alone has it. Null: there is none. */
function zoneOf(text: string, zones: readonly string[]): string | null {
  if (text === '') return '';
  const wanted = plain(text).replaceAll(' ', '_');
  const found = zones.find((zone) => zone.toLowerCase() === wanted);
  if (found !== undefined) return found;
  const cities = zones.filter((zone) => zone.toLowerCase().split('/').at(-1) === wanted);
  return cities.length === 1 ? cities[0]! : null;
}

const LANGUAGES: Record<Language, readonly string[]> = {
  en: ['english', 'ingles', 'anglais', 'angielski', 'engelsk'], es: ['spanish', 'espanol', 'espagnol', 'hiszpanski', 'spansk'], fr: ['french', 'frances', 'francais', 'francuski', 'fransk'],
  pl: ['polish', 'polaco', 'polonais', 'polski', 'polsk'], da: ['danish', 'danes', 'danois', 'dunski', 'dansk'],
};

function languageOf(text: string): Language | null {
  if (text === '') return 'en';
  return (Object.keys(LANGUAGES) as Language[]).find((code) => plain(text) === code || LANGUAGES[code].includes(plain(text))) ?? null;
}
