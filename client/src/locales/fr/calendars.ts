import type { Calendars } from '../en/calendars.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('fr');

/** What is said of a facilitator's external calendars. */
export const calendars: Calendars = {
  heading: 'Vos autres agendas',
  lead: 'Ce qu’ils disent pris n’est pas proposé aux clusters. Nous lisons quand, jamais quoi.',
  none: 'Aucun pour l’instant.',
  address: 'Adresse ICS',
  hint: 'Google : « Adresse secrète au format iCal ». Outlook : « Publier un calendrier », ICS. Nextcloud : le lien de l’agenda. Elle est conservée chiffrée et n’est montrée à personne.',
  name: 'Nom, si vous voulez',
  add: 'Ajouter un agenda',
  adding: 'Ajout…',
  waiting: 'en première lecture',
  read: (when) => `lu ${when}`,
  never: 'jamais encore lu',
  events: (count) => many(count, { one: '# événement', other: '# événements' }),
  failed: (why) => `Le dernier essai a échoué : ${why}`,
  kept: 'Ce qu’il disait avant vaut toujours.',
  /** By what can be done about it. */
  faults: {
    address: 'personne ne répond à cette adresse.',
    silent: 'son serveur n’a pas bien répondu.',
    closed: 'son serveur ne nous le donne plus.',
    content: 'ce qui est venu n’est pas un agenda entier.',
    large: 'il est trop grand.',
    emptied: 'il est venu sans aucun événement.',
    key: 'son adresse ne peut plus être déchiffrée ; ajoutez-la de nouveau.',
  },
  stale: 'Pas lu depuis trop longtemps : les clusters en sont avertis, ou rien ne leur est proposé.',
  inexact: 'Certains événements n’ont pas pu être lus exactement ; ils comptent comme pris.',
  refresh: 'Lire maintenant',
  refreshLabel: (name) => `Lire ${name} maintenant`,
  remove: 'Retirer',
  removeLabel: (name) => `Retirer ${name}`,
  removed: 'Retiré. Ses heures sont de nouveau libres.',
};
