import type { Ways } from '../en/ways.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('fr');

export const ways: Ways = {
  freed: 'Un horaire que vous attendiez est libre.',
  look: 'Voir',
  emptyHeading: (dates) => `Aucune heure libre : ${dates}`,
  emptyOutside: (count) => `Il y en a ${count} de plus hors des heures de bureau.`,
  showOutside: 'Les montrer',
  emptyFilter: (name) => `${name} n’a pas d’heure libre. D’autres en ont.`,
  showAnyone: 'Montrer les heures de tous',
  accept: (time, count) => `${time} : ${many(count, { one: '# horaire', other: '# horaires' })}`,
  acceptHeading: 'L’une de ces heures conviendrait-elle ?',
  wait: 'Me prévenir dès qu’un horaire se libère',
  waiting: 'Vous recevrez un courriel dès qu’un horaire se libère.',
  waitNoMore: 'Ne plus me prévenir',
  ask: 'Demander à la coordination',
  askHeading: 'Demander à la coordination',
  askLabel: 'Que souhaitez-vous demander ?',
  askHint: (topic) => `Au sujet de « ${topic} ». La réponse arrive dans votre courriel.`,
  askSend: 'Envoyer',
  askSending: 'Envoi…',
  asked: 'Votre question est en route.',
  askMissing: 'Écrivez ce que vous souhaitez demander.',
  reason: {
    heading: 'Pourquoi il n’y en a pas',
    causes: {
      'too-soon': 'commencent plus tôt que le préavis du programme ne le permet',
      'facilitator-engaged': 'sont réservées par d’autres clusters',
      'facilitator-busy': 'sont prises dans l’agenda d’un intervenant',
      'busy-unknown': 'sont celles d’un intervenant dont l’agenda n’a pas pu être lu récemment',
      'facilitator-day-full': 'tombent des jours où l’intervenant n’a plus de place',
      'cluster-engaged': 'croisent une autre de vos séances',
      'cluster-day-full': 'tombent des jours où vous avez déjà une séance',
      'outside-hours': 'sont hors des heures de bureau',
    },
    none: {
      'no-facilitator': 'Personne n’anime encore ce thème.',
      'outside-phase': 'Les jours demandés ne sont pas ceux de cette séance.',
      'outside-availability': 'Aucun intervenant de ce thème n’a ouvert d’heures ces jours-ci.',
    },
    line: (count, why) => `${many(count, { one: '# heure :', other: '# heures :' })} ${why}`,
  },
};
