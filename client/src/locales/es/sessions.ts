import type { Sessions } from '../en/sessions.ts';

export const sessions: Sessions = {
  lead: (city) => `Todas las horas en ${city}, con el reloj de la otra parte al lado`,
  coming: 'Próximas',
  past: 'Pasadas',
  none: 'Aún no hay ninguna sesión reservada.',
};
