import type { Rules } from '../en/rules.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('fr');

export const rules: Rules = {
  lead: 'Ce qu’est le programme et comment on y réserve.', facts: 'Nom et dates', booking: 'Comment on réserve', change: 'Modifier', changeWhat: (what) => `Modifier : ${what}`,
  session: 'Durée d’une séance', step: 'Les séances commencent toutes les', notice: 'Réservées au moins tant de temps avant', hold: 'Un horaire choisi est gardé', bufferBefore: 'Libre avant une séance', bufferAfter: 'Libre après une séance',
  perFacilitator: 'Séances d’un intervenant par jour, au plus', perCluster: 'Séances d’un cluster par jour, au plus', noLimit: 'autant que possible', minutes: 'minutes',
  meeting: 'Où l’on se retrouve', meetingHint: 'Un lien qui commence par https:// ; {room} y devient un nom propre à chaque séance. Vide : une salle est créée pour chacune.',
  parts: 'Semaines et sujets',
  givers: 'Qui l’anime',
  givenBy: (who) => `Animé par ${who}`,
  givenByNobody: 'Personne ne l’anime encore',
  weekHint: 'Les séances réservées restent telles quelles, quelles que soient les dates de la semaine.',
  topicHint: 'Dans une semaine virtuelle, chaque cluster en reçoit une séance. Son nom change dans tous les calendriers.',
  retention: 'Combien de temps on se souvient des personnes', retentionHint: 'Tant de jours après le dernier jour, noms, adresses et mots sont effacés ; séances, heures et dates restent.',
  keepFor: (days) => many(days, { one: '# jour après le dernier jour', other: '# jours après le dernier jour' }), keepOn: 'Jusqu’à ce que quelqu’un le demande', forgotten: (when) => `Les personnes ont été oubliées ${when}.`, retentionSaved: 'Gardé.', number: 'Écrivez un nombre entier.',
  timetables: {
    heading: 'Ce que les calendriers respectent',
    facilitators: 'Intervenants d’un cluster',
    any: 'qui convient',
    same: 'un seul pour toutes ses séances',
    each: 'chacun au moins une fois, si possible',
    confirm: 'Un horaire publié',
    confirmNo: 'est réservé aussitôt',
    confirmWithin: (hours) => `est gardé pour que son cluster le confirme en ${hours} heures`,
    orders: 'Ordre des thèmes',
    ordersNone: 'Les thèmes d’une semaine viennent dans n’importe quel ordre.',
    orderLine: (before, after) => `${before}, puis ${after}`,
    gapLine: (time) => `au moins ${time} entre les deux`,
    first: 'D’abord',
    second: 'Puis',
    gap: 'Au moins entre les deux',
    gapNone: 'rien',
    add: 'Ajouter cet ordre',
    remove: 'Enlever',
    removeWho: (what) => `Enlever : ${what}`,
    saved: 'Gardé. Les plans faits désormais le respectent.',
    weightsHint: 'Sans poids, chacun est réduit au minimum avant de regarder le suivant. Avec des poids, ils s’additionnent : 10 compte dix fois plus que 1, et 0 pas du tout.',
    weigh: 'Les additionner selon leur poids',
  },
};
