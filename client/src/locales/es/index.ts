export { core } from './core.ts';

/** What each part of the app says; fetched when somebody opens it. */
export const areas = {
  cluster: () => import('./cluster.ts'),
  booking: () => import('./booking.ts'),
  session: () => import('./session.ts'),
  facilitator: () => import('./facilitator.ts'),
  hours: () => import('./hours.ts'),
  calendars: () => import('./calendars.ts'),
  ways: () => import('./ways.ts'),
  record: () => import('./record.ts'),
  you: () => import('./you.ts'),
  why: () => import('./why.ts'),
  coordinator: () => import('./coordinator.ts'),
  office: () => import('./office.ts'),
  reasons: () => import('./reasons.ts'),
  rules: () => import('./rules.ts'),
  setup: () => import('./setup.ts'),
  desk: () => import('./desk.ts'),
  plan: () => import('./plan.ts'),
  door: () => import('./door.ts'),
  swaps: () => import('./swaps.ts'),
  wishes: () => import('./wishes.ts'),
  outlook: () => import('./outlook.ts'),
  account: () => import('./account.ts'),
};
