import type { AllTimes } from '../en/all-times.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('fr');

export const allTimes: AllTimes = {
  heading: 'Des horaires pour toutes vos séances',
  lead: (city) => `Pour chaque séance encore à réserver, un horaire qui convient aux deux côtés, si possible chacune son jour. Toutes les heures sont celles de ${city}. Changez ce que vous voulez ; rien n’est réservé avant que vous appuyiez sur le bouton.`,
  timeFor: (topic) => `Horaire pour ${topic}`,
  notNow: 'Pas maintenant',
  left: 'Laissée pour plus tard.',
  none: 'Aucun horaire n’est libre aux heures de bureau.',
  more: 'Voir ce qu’il y a d’autre',
  noneBeside: 'Aucun ne va avec les autres horaires. Choisissez-en un, et les autres feront de la place si possible.',
  replaced: 'Votre horaire vient d’être pris ; voici le meilleur qui reste.',
  needs: 'Qu’attendez-vous de ces séances ?',
  needsHint: 'Chaque intervenant ci-dessus le lit avant la séance. Vous pouvez en dire plus pour chacune sur sa page.',
  book: (count) => many(count, { one: 'Réserver # séance', other: 'Réserver # séances' }),
  booking: (at, all) => `Réservation ${at} sur ${all}…`,
  booked: (count) => many(count, { one: '# séance est réservée.', other: '# séances sont réservées.' }),
  lost: (count) => many(count, { one: '# horaire venait d’être pris ; un autre est proposé.', other: '# horaires venaient d’être pris ; d’autres sont proposés.' }),
  nothing: 'Il ne reste rien à réserver.',
  back: 'Retour à mon programme',
  stopped: 'Tout n’a pas pu être réservé',
};
