import type { Sessions } from '../en/sessions.ts';

export const sessions: Sessions = {
  lead: (city) => `Alle tider i ${city}, med den anden parts ur ved siden af`,
  coming: 'Kommende',
  past: 'Tidligere',
  none: 'Ingen session er booket endnu.',
};
