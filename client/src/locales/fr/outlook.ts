import type { Outlook } from '../en/outlook.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('fr');

export const outlook: Outlook = {
  lead: 'Ce qu’on peut savoir d’avance : si tout tient, quelles heures sont communes, quand l’heure change, qui a un jour férié.',
  fit: 'Est-ce que tout tient ?', fitHint: 'Séances encore à placer, et combien les intervenants pourraient en donner s’ils n’en donnaient pas d’autres.',
  fitLine: (demand, supply) => `${demand} à placer, de la place pour ${supply}`, short: 'trop peu',
  topicLine: (demand, facilitators, supply) => `${demand} à placer, ${many(facilitators, { one: '# intervenant', other: '# intervenants' })} avec de la place pour ${supply}`,
  fits: 'Tout a sa place.', unfit: (count) => many(count, { one: '# séance n’a pas de place', other: '# séances n’ont pas de place' }),
  common: 'Heures communes', commonHint: 'Entre chaque cluster et chaque intervenant de ses sujets, avant toute réservation. Dans les heures de bureau des deux ; entre parenthèses, avec les heures matinales et tardives.',
  hours: (common, waking) => `${common} h (${waking} h)`, none: 'aucune', week: 'Semaine', cluster: 'Cluster',
  clocks: 'Changements d’heure', clockLine: (city, before, after) => `${city} passe de ${before} à ${after}.`, clocksNone: 'Pas de changement d’heure pendant le programme.', clocksHint: 'Toutes les heures affichées en tiennent déjà compte.',
  touches: (names) => `Pour ${names}.`,
  holidays: 'Jours fériés', holidaysHint: 'Les plans laissent ces jours libres. Cochez ceux où l’on travaille quand même.', holidaysNone: 'Aucun jour férié chez personne pendant le programme.',
  worked: 'est travaillé', workedWho: (name, country) => `${name} (${country}) est travaillé`,
  nothing: 'Il n’y a pas encore de séances à prévoir. Un sujet dans une semaine virtuelle en donne une à chaque cluster.', nobody: 'Personne n’enseigne encore de sujet cette semaine.',
};
