import type { Coordinator } from '../en/coordinator.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('fr');

export const coordinator: Coordinator = {
  coverage: {
    covered: (done, all) => `${done} sur ${all}`,
    coveredRest: 'réservées ou faites',
    counts: {
      open: (count) => `${count} à réserver`,
      held: (count) => `${count} en option`,
      missed: (count) => many(count, { one: '# manquée', other: '# manquées' }),
    },
    onlyAttention: 'Seulement ce qui demande attention',
    attentionCount: (count) => `(${count})`,
    nothingNeeds: 'Rien ne demande attention.',
    cluster: 'Cluster',
    coveredHead: 'Couvert',
    rowTime: (city) => `heure de ${city}`,
    attention: 'demande attention',
    caption: 'Séances de chaque cluster par thème. Les heures sont celles de la ville de chaque cluster.',
    skipTable: 'Passer le tableau',
    cellLabel: (cluster, topic) => `${cluster}, ${topic}`,
    since: (time, city, facts) => `Depuis ${time} à ${city} : ${facts}`,
    fact: {
      open: (who) => `${who} : de nouveau libre`,
      held: (who) => `${who} : en option`,
      booked: (who) => `${who} : réservée`,
      done: (who) => `${who} : faite`,
      missed: (who) => `${who} : manquée`,
      waived: (who) => `${who} : dispensée`,
      moved: (who) => `${who} : déplacée`,
    },
    ofTopic: (cluster, topic) => `${cluster} (${topic})`,
    load: 'Charge des intervenants',
    loadLine: (hours, count) => `${hours} h, ${count}`,
    loadNone: 'aucune encore',
    everyone: 'La journée de tous',
    everyoneDay: 'Jour',
    common: (span, city) => `Heures de bureau communes : ${span} à ${city}.`,
    noCommon: 'Aucune heure n’est une heure de bureau pour tous.',
    commonWithout: (city, span, here) => `Aucune heure n’est une heure de bureau pour tous ; sans ${city}, c’est ${span} à ${here}.`,
    daysLeft: (days) => (days < 0 ? 'sa semaine est passée' : days === 0 ? 'dernier jour aujourd’hui' : many(days, { one: 'encore # jour', other: 'encore # jours' })),
    panelHeld: (left) => `Gardé encore ${left}`,
    bookForThem: 'Réserver pour eux',
    details: 'Page de la séance',
    noBooking: 'Aucune heure n’est encore choisie.',
    joinLink: 'Lien d’accès',
    revision: (sequence) => `Révision ${sequence}`,
    lastTry: (error) => `Dernière erreur : ${error}`,
    tries: (count) => many(count, { one: '# essai', other: '# essais' }),
  },
};
