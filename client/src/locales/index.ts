import { signal } from '@preact/signals';
import type { Me } from '../../../shared/api/me.ts';
import { cityName } from '../format/city.ts';
import { speak } from '../format/time.ts';
import type { Account } from './en/account.ts';
import type { Booking } from './en/booking.ts';
import type { Cluster } from './en/cluster.ts';
import type { Coordinator } from './en/coordinator.ts';
import type { Core } from './en/core.ts';
import type { Door } from './en/door.ts';
import type { Facilitator } from './en/facilitator.ts';
import type { Hours } from './en/hours.ts';
import type { Office } from './en/office.ts';
import type { Session } from './en/session.ts';
import type { Why } from './en/why.ts';

type Language = Me['language'];

/** Messages by who needs them, so that nobody fetches another's. */
interface Areas {
  core: Core;
  cluster: Cluster;
  booking: Booking;
  session: Session;
  facilitator: Facilitator;
  hours: Hours;
  why: Why;
  coordinator: Coordinator;
  office: Office;
  door: Door;
  account: Account;
}

export type Area = keyof Areas;

/** Each language and area is fetched alone, when somebody speaks it there. */
const languages: Record<Language, { [A in Area]: () => Promise<Areas[A]> }> = {
  en: {
    core: async () => (await import('./en/core.ts')).core,
    cluster: async () => (await import('./en/cluster.ts')).cluster,
    booking: async () => (await import('./en/booking.ts')).booking,
    session: async () => (await import('./en/session.ts')).session,
    facilitator: async () => (await import('./en/facilitator.ts')).facilitator,
    hours: async () => (await import('./en/hours.ts')).hours,
    why: async () => (await import('./en/why.ts')).why,
    coordinator: async () => (await import('./en/coordinator.ts')).coordinator,
    office: async () => (await import('./en/office.ts')).office,
    door: async () => (await import('./en/door.ts')).door,
    account: async () => (await import('./en/account.ts')).account,
  },
  es: {
    core: async () => (await import('./es/core.ts')).core,
    cluster: async () => (await import('./es/cluster.ts')).cluster,
    booking: async () => (await import('./es/booking.ts')).booking,
    session: async () => (await import('./es/session.ts')).session,
    facilitator: async () => (await import('./es/facilitator.ts')).facilitator,
    hours: async () => (await import('./es/hours.ts')).hours,
    why: async () => (await import('./es/why.ts')).why,
    coordinator: async () => (await import('./es/coordinator.ts')).coordinator,
    office: async () => (await import('./es/office.ts')).office,
    door: async () => (await import('./es/door.ts')).door,
    account: async () => (await import('./es/account.ts')).account,
  },
  fr: {
    core: async () => (await import('./fr/core.ts')).core,
    cluster: async () => (await import('./fr/cluster.ts')).cluster,
    booking: async () => (await import('./fr/booking.ts')).booking,
    session: async () => (await import('./fr/session.ts')).session,
    facilitator: async () => (await import('./fr/facilitator.ts')).facilitator,
    hours: async () => (await import('./fr/hours.ts')).hours,
    why: async () => (await import('./fr/why.ts')).why,
    coordinator: async () => (await import('./fr/coordinator.ts')).coordinator,
    office: async () => (await import('./fr/office.ts')).office,
    door: async () => (await import('./fr/door.ts')).door,
    account: async () => (await import('./fr/account.ts')).account,
  },
  pl: {
    core: async () => (await import('./pl/core.ts')).core,
    cluster: async () => (await import('./pl/cluster.ts')).cluster,
    booking: async () => (await import('./pl/booking.ts')).booking,
    session: async () => (await import('./pl/session.ts')).session,
    facilitator: async () => (await import('./pl/facilitator.ts')).facilitator,
    hours: async () => (await import('./pl/hours.ts')).hours,
    why: async () => (await import('./pl/why.ts')).why,
    coordinator: async () => (await import('./pl/coordinator.ts')).coordinator,
    office: async () => (await import('./pl/office.ts')).office,
    door: async () => (await import('./pl/door.ts')).door,
    account: async () => (await import('./pl/account.ts')).account,
  },
  da: {
    core: async () => (await import('./da/core.ts')).core,
    cluster: async () => (await import('./da/cluster.ts')).cluster,
    booking: async () => (await import('./da/booking.ts')).booking,
    session: async () => (await import('./da/session.ts')).session,
    facilitator: async () => (await import('./da/facilitator.ts')).facilitator,
    hours: async () => (await import('./da/hours.ts')).hours,
    why: async () => (await import('./da/why.ts')).why,
    coordinator: async () => (await import('./da/coordinator.ts')).coordinator,
    office: async () => (await import('./da/office.ts')).office,
    door: async () => (await import('./da/door.ts')).door,
    account: async () => (await import('./da/account.ts')).account,
  },
};

const known = signal<Partial<Areas>>({});
let language: Language = 'en';

/** Turns every word on the screen into a language. */
export async function setLanguage(wanted: Language): Promise<void> {
  language = wanted;
  document.documentElement.lang = wanted;
  await need('core');
  speak(words().tag);
}

/** Fetches what one part of the app says; call it beside the import of its code. */
export async function need<A extends Area>(area: A): Promise<void> {
  if (known.peek()[area]) return;
  const messages = await languages[language][area]();
  known.value = { ...known.peek(), [area]: messages };
}

/** The words of now that every page may use. */
export function words(): Core {
  return spoken('core');
}

export function clusterWords(): Cluster {
  return spoken('cluster');
}

export function bookingWords(): Booking {
  return spoken('booking');
}

export function sessionWords(): Session {
  return spoken('session');
}

export function facilitatorWords(): Facilitator {
  return spoken('facilitator');
}

export function hoursWords(): Hours {
  return spoken('hours');
}

export function whyWords(): Why {
  return spoken('why');
}

export function coordinatorWords(): Coordinator {
  return spoken('coordinator');
}

export function accountWords(): Account {
  return spoken('account');
}

export function officeWords(): Office {
  return spoken('office');
}

export function doorWords(): Door {
  return spoken('door');
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

function spoken<A extends Area>(area: A): Areas[A] {
  const messages = known.value[area];
  if (!messages) throw new Error(`A page was drawn before its words had come: ${area}`);
  return messages;
}
