import { signal } from '@preact/signals';
import type { Me } from '../../../shared/api/me.ts';
import { cityName } from '../format/city.ts';
import { speak } from '../format/time.ts';
import type { Account } from './en/account.ts';
import type { AllTimes } from './en/all-times.ts';
import type { Booking } from './en/booking.ts';
import type { Calendars } from './en/calendars.ts';
import type { Cluster } from './en/cluster.ts';
import type { Coordinator } from './en/coordinator.ts';
import type { Core } from './en/core.ts';
import type { Desk } from './en/desk.ts';
import type { Door } from './en/door.ts';
import type { Facilitator } from './en/facilitator.ts';
import type { Hours } from './en/hours.ts';
import type { Office } from './en/office.ts';
import type { Outlook } from './en/outlook.ts';
import type { Plan } from './en/plan.ts';
import type { Reasons } from './en/reasons.ts';
import type { Rooms } from './en/rooms.ts';
import type { Rules } from './en/rules.ts';
import type { Setup } from './en/setup.ts';
import type { Sessions } from './en/sessions.ts';
import type { Session } from './en/session.ts';
import type { Swaps } from './en/swaps.ts';
import type { Tray } from './en/tray.ts';
import type { Ways } from './en/ways.ts';
import type { Record as RecordWords } from './en/record.ts';
import type { Wishes } from './en/wishes.ts';
import type { You } from './en/you.ts';
import type { Why } from './en/why.ts';

type Language = Me['language'];

/** Messages by who needs them, so that nobody fetches another's. */
interface Areas {
  core: Core;
  cluster: Cluster;
  booking: Booking;
  allTimes: AllTimes;
  session: Session;
  sessions: Sessions;
  facilitator: Facilitator;
  hours: Hours;
  calendars: Calendars;
  ways: Ways;
  record: RecordWords;
  you: You;
  why: Why;
  coordinator: Coordinator;
  office: Office;
  desk: Desk;
  rooms: Rooms;
  rules: Rules;
  setup: Setup;
  outlook: Outlook;
  plan: Plan;
  reasons: Reasons;
  door: Door;
  account: Account;
  tray: Tray;
  swaps: Swaps;
  wishes: Wishes;
}

export type Area = keyof Areas;

/** One language: what every page says, and how to fetch what the others do. */
interface Tongue {
  core: Core;
  areas: { [A in Exclude<Area, 'core'>]: () => Promise<Record<A, Areas[A]>> };
}

/** Each language is fetched alone, and in it each area when somebody opens it. */
const languages: Record<Language, () => Promise<Tongue>> = {
  en: () => import('./en/index.ts'),
  es: () => import('./es/index.ts'),
  fr: () => import('./fr/index.ts'),
  pl: () => import('./pl/index.ts'),
  da: () => import('./da/index.ts'),
};

const known = signal<Partial<Areas>>({});
let tongue: Tongue | null = null;

/** Turns every word on the screen into a language. */
export async function setLanguage(wanted: Language): Promise<void> {
  tongue = await languages[wanted]();
  document.documentElement.lang = wanted;
  known.value = { core: tongue.core };
  speak(tongue.core.tag);
}

/** Fetches what one part of the app says; call it beside the import of its code. */
export async function need<A extends Area>(area: A): Promise<void> {
  if (known.peek()[area] || area === 'core') return;
  const fetchWords = tongue?.areas[area as Exclude<A, 'core'>] as (() => Promise<Areas>) | undefined;
  const messages = (await fetchWords?.())?.[area];
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

export function allTimesWords(): AllTimes {
  return spoken('allTimes');
}

export function sessionWords(): Session {
  return spoken('session');
}

export function sessionsWords(): Sessions {
  return spoken('sessions');
}

export function facilitatorWords(): Facilitator {
  return spoken('facilitator');
}

export function hoursWords(): Hours {
  return spoken('hours');
}

export function calendarsWords(): Calendars {
  return spoken('calendars');
}

export function whyWords(): Why {
  return spoken('why');
}

export function waysWords(): Ways {
  return spoken('ways');
}

export function recordWords(): RecordWords {
  return spoken('record');
}

export function swapsWords(): Swaps {
  return spoken('swaps');
}

export function wishesWords(): Wishes {
  return spoken('wishes');
}

export function youWords(): You {
  return spoken('you');
}

export function coordinatorWords(): Coordinator {
  return spoken('coordinator');
}

export function accountWords(): Account {
  return spoken('account');
}

export function trayWords(): Tray {
  return spoken('tray');
}

export function planWords(): Plan {
  return spoken('plan');
}

export function reasonsWords(): Reasons {
  return spoken('reasons');
}

export function officeWords(): Office {
  return spoken('office');
}

export function outlookWords(): Outlook {
  return spoken('outlook');
}

export function roomsWords(): Rooms {
  return spoken('rooms');
}

export function rulesWords(): Rules {
  return spoken('rules');
}

export function setupWords(): Setup {
  return spoken('setup');
}

export function deskWords(): Desk {
  return spoken('desk');
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
