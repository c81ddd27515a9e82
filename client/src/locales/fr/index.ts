export { core } from './core.ts';

/** What each part of the app says; fetched when somebody opens it. */
export const areas = {
  cluster: async () => (await import('./cluster.ts')).cluster,
  booking: async () => (await import('./booking.ts')).booking,
  session: async () => (await import('./session.ts')).session,
  facilitator: async () => (await import('./facilitator.ts')).facilitator,
  hours: async () => (await import('./hours.ts')).hours,
  calendars: async () => (await import('./calendars.ts')).calendars,
  ways: async () => (await import('./ways.ts')).ways,
  record: async () => (await import('./record.ts')).record,
  you: async () => (await import('./you.ts')).you,
  why: async () => (await import('./why.ts')).why,
  coordinator: async () => (await import('./coordinator.ts')).coordinator,
  office: async () => (await import('./office.ts')).office,
  reasons: async () => (await import('./reasons.ts')).reasons,
  plan: async () => (await import('./plan.ts')).plan,
  door: async () => (await import('./door.ts')).door,
  swaps: async () => (await import('./swaps.ts')).swaps,
  wishes: async () => (await import('./wishes.ts')).wishes,
  account: async () => (await import('./account.ts')).account,
};
