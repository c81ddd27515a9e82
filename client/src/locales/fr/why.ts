import type { Why } from '../en/why.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('fr');

export const why: Why = {
  heading: (day, time, city) => `${day}, ${time} à ${city}`,
  bookable: (count) => many(count, { one: 'Réservable : # séance pourrait commencer ici.', other: 'Réservable : # séances pourraient commencer ici.' }),
  not: 'Aucune séance ne peut commencer ici :',
  some: (count) => many(count, { one: '# autre ne le peut pas :', other: '# autres ne le peuvent pas :' }),
  checking: 'Vérification…',
  choosePattern: 'Choisissez « Une semaine » pour voir si une heure est réservable, et sinon pourquoi.',
  causes: {
    pattern: 'Vous êtes fermé à ce moment, selon votre semaine type.',
    exception: 'Vous êtes fermé à ce moment, par ce que vous avez changé pour cette date.',
    short: 'Une séance dépasserait la fin de vos heures ouvertes.',
    'off-grid': 'Les séances commencent à pas réguliers depuis le début de vos heures ouvertes.',
    'too-soon': 'C’est plus tôt que ne le permet le préavis du programme.',
    'facilitator-engaged': 'Vous avez alors une séance réservée ou retenue.',
    buffer: 'C’est trop près d’une séance réservée : le programme garde du temps libre autour de chacune.',
    'facilitator-busy': 'Vous êtes occupé dans votre propre agenda.',
    'facilitator-day-full': 'Vous avez ce jour-là autant de séances que le programme le permet.',
    'cluster-engaged': 'Le cluster a alors une autre séance.',
    'cluster-day-full': 'Le cluster a ce jour-là autant de séances que le programme le permet.',
    'outside-phase': 'Ce n’est dans la semaine virtuelle d’aucune séance que vous pourriez donner.',
    'no-session': 'Toutes les séances que vous pourriez donner sont réservées.',
  },
};
