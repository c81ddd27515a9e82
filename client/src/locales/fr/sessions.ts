import type { Sessions } from '../en/sessions.ts';

export const sessions: Sessions = {
  lead: (city) => `Toutes les heures à ${city}, avec l’horloge de l’autre partie à côté`,
  coming: 'À venir',
  past: 'Passées',
  none: 'Aucune séance n’est encore réservée.',
};
