import { signal } from '@preact/signals';
import type { Me } from '../../../shared/api/me.ts';
import { cityName } from '../format/city.ts';
import { speak } from '../format/time.ts';
import type { Messages } from './en.ts';

type Language = Me['language'];

/** Each language is fetched alone, when somebody speaks it. */
const languages: Record<Language, () => Promise<Messages>> = {
  en: async () => (await import('./en.ts')).en,
  es: async () => (await import('./es.ts')).es,
  fr: async () => (await import('./fr.ts')).fr,
  pl: async () => (await import('./pl.ts')).pl,
  da: async () => (await import('./da.ts')).da,
};

const current = signal<Messages | null>(null);

/** Turns every word on the screen into a language. */
export async function setLanguage(language: Language): Promise<void> {
  const messages = await languages[language]();
  speak(messages.tag);
  document.documentElement.lang = language;
  current.value = messages;
}

/** The words of now; whoever renders with them is rendered again when the language changes. */
export function words(): Messages {
  if (!current.value) throw new Error('The screen was drawn before its language had come');
  return current.value;
}

/** A zone's city, in the language of the screen: people think in cities, not in offsets. */
export function city(zone: string): string {
  return words().cities[zone] ?? cityName(zone);
}

/** The language a browser asks for first among those we have, before anybody has signed in. */
export function languageOfBrowser(): Language {
  const asked = navigator.languages.map((tag) => tag.slice(0, 2));
  return asked.find((tag): tag is Language => tag in languages) ?? 'en';
}
