import type { Sessions } from '../en/sessions.ts';

export const sessions: Sessions = {
  lead: (city) => `Wszystkie godziny: ${city}, obok zegar drugiej strony`,
  coming: 'Nadchodzące',
  past: 'Minione',
  none: 'Nie zarezerwowano jeszcze żadnej sesji.',
};
