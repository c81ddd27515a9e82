/** What is said on the list of all sessions. */
export const sessions = {
  lead: (city: string) => `All times in ${city}, with the other side’s clock beside them`,
  coming: 'Coming',
  past: 'Past',
  none: 'No session is booked yet.',
};

export type Sessions = typeof sessions;
