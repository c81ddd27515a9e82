import type { Me } from '../../../../../shared/api/me.ts';

export type Language = Me['language'];
/** What a row of a spreadsheet may say, in the order of the template. */
export const COLUMNS = ['kind', 'organisation', 'person', 'email', 'timeZone', 'language', 'topics', 'from', 'to'] as const;
export type Column = typeof COLUMNS[number];

/** What the columns are called; a file in any of our languages is understood, whatever language its reader has chosen. */
export const headWords: Record<Language, Record<Column, string>> = {
  en: { kind: 'Kind', organisation: 'Organisation', person: 'Person', email: 'Mail address', timeZone: 'Time zone', language: 'Language', topics: 'Topics', from: 'From', to: 'To' },
  es: { kind: 'Tipo', organisation: 'Organización', person: 'Persona', email: 'Correo', timeZone: 'Zona horaria', language: 'Idioma', topics: 'Temas', from: 'Desde', to: 'Hasta' },
  fr: { kind: 'Genre', organisation: 'Organisation', person: 'Personne', email: 'Adresse mail', timeZone: 'Fuseau horaire', language: 'Langue', topics: 'Sujets', from: 'De', to: 'À' },
  pl: { kind: 'Rodzaj', organisation: 'Organizacja', person: 'Osoba', email: 'Adres e-mail', timeZone: 'Strefa czasowa', language: 'Język', topics: 'Tematy', from: 'Od', to: 'Do' },
  da: { kind: 'Slags', organisation: 'Organisation', person: 'Person', email: 'Mailadresse', timeZone: 'Tidszone', language: 'Sprog', topics: 'Emner', from: 'Fra', to: 'Til' },
};

export type Kind = 'cluster' | 'facilitator';
export const kindWords: Record<Language, Record<Kind, string>> = {
  en: { cluster: 'cluster', facilitator: 'facilitator' },
  es: { cluster: 'clúster', facilitator: 'facilitador' },
  fr: { cluster: 'cluster', facilitator: 'intervenant' },
  pl: { cluster: 'klaster', facilitator: 'prowadzący' },
  da: { cluster: 'klynge', facilitator: 'facilitator' },
};

/** What people also write. */
export const otherHeads: Partial<Record<Column, readonly string[]>> = {
  organisation: ['organization', 'cluster', 'institution', 'company'], person: ['name', 'contact', 'representative'], email: ['e-mail', 'email', 'mail', 'address'],
  timeZone: ['timezone', 'zone', 'city'], kind: ['type', 'role'], topics: ['topic'],
};

/** Of words that mean the same: `ORGANIZACIÓN ` and `organizacion`. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/gi, 'l').trim().toLowerCase().replace(/\s+/g, ' ');
}
