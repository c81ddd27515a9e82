import type { Office } from '../en/office.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('fr');

export const office: Office = {
  people: {
    lead: 'Qui participe. Qui arrive ou part est ajouté aux calendriers des séances à venir, ou en est retiré.',
    clusters: 'Clusters', facilitators: 'Intervenants', coordinators: 'Coordinateurs', observers: 'Observateurs',
    observersHint: 'Ils lisent ce programme et n’y changent rien : un financeur, par exemple.',
    addCluster: 'Ajouter un cluster', addFacilitator: 'Ajouter un intervenant', addCoordinator: 'Ajouter un coordinateur', addObserver: 'Ajouter un observateur',
    noOne: 'Personne encore.',
    nobodyActs: 'Personne n’agit encore pour ce cluster : nul ne peut réserver et aucun courriel ne lui parvient.',
    change: 'Modifier', changeWho: (name) => `Modifier ${name}`,
    remove: 'Retirer', removeAsk: (name) => `Retirer ${name} ?`,
    removeHint: 'On ne peut pas revenir en arrière. Les séances réservées doivent d’abord être déplacées ou annulées.',
    removed: (name) => `${name} a été retiré.`, keep: 'Garder',
    data: 'Ses données', dataWho: (name) => `Ses données: ${name}`,
    write: 'Comment se connecter', writeWho: (name) => `Écrire à ${name} comment se connecter`,
    mailSubject: (programme) => `${programme} : comment se connecter`,
    mailBody: (name, address, email) => `Bonjour ${name},\n\nouvrez ${address} et écrivez cette adresse : ${email}. Un lien pour vous connecter vous parvient alors par courriel.\n`,
    teaches: (topics) => `Donne ${topics}`, noTopics: 'ne donne encore aucun thème',
    usualHours: 'heures de bureau 09:00–17:00', hours: (from, to) => `heures de bureau ${from}–${to}`, anyTime: 'dès que disponible',
    name: 'Nom', email: 'Adresse de courriel', zone: 'Fuseau horaire', zoneHint: 'Par exemple Europe/Madrid.',
    language: 'Langue', languages: { en: 'Anglais', es: 'Espagnol', fr: 'Français', pl: 'Polonais', da: 'Danois' },
    topics: 'Thèmes donnés', ownHours: 'Heures de bureau propres', from: 'De', to: 'À',
    representatives: 'Personnes qui agissent pour lui', person: (number) => `Personne ${number}`, addPerson: 'Ajouter une personne', removePerson: (number) => `Retirer la personne ${number}`,
    save: 'Enregistrer', saving: 'Enregistrement…', saved: (name) => `${name} est enregistré.`,
    required: 'Remplissez ce champ.', emailError: 'Écrivez une adresse comme nom@example.org.', zoneError: 'Choisissez un fuseau de la liste.', orderError: '« À » doit être après « De ».',
    errors: 'Veuillez revoir ceci :', stale: 'Quelqu’un l’a modifié entre-temps. Fermez et regardez à nouveau.',
    searchLabel: 'Chercher un nom ou une adresse', found: (count) => many(count, { one: '# trouvé', other: '# trouvés' }),
  },
  log: {
    lead: 'Chaque courriel qui part, ce qu’il est devenu et ce qui fut répondu.',
    filter: 'Afficher', filters: { all: 'Tout', trouble: 'Ce qui demande attention', queued: 'En route', sent: 'Remis', declined: 'Décliné' },
    find: 'Chercher un nom, une adresse ou un thème',
    when: 'Quand', who: 'À', what: 'Quoi', state: 'Remise', reply: 'Réponse',
    kinds: { REQUEST: 'Invitation', CANCEL: 'Annulation' }, update: (sequence) => `Mise à jour ${sequence}`,
    reminder: 'Rappel', reminderOf: (count) => many(count, { one: '# séance à réserver', other: '# séances à réserver' }),
    again: 'Renvoyer', againWho: (name) => `Renvoyer à ${name}`, againSaid: 'C’est reparti.', correct: 'Corriger l’adresse', left: 'est parti',
    none: 'Aucun courriel n’est encore parti.', noneFound: 'Rien de ce genre.', more: (count) => `Afficher ${count} de plus`,
    tries: (count) => many(count, { one: '# essai', other: '# essais' }), shown: (count) => many(count, { one: '# courriel', other: '# courriels' }),
  },
  day: {
    lead: (city) => `Toutes les heures à ${city}, avec les horloges des deux côtés`,
    choose: 'Jour', before: 'Jour précédent', after: 'Jour suivant', none: 'Aucune séance ce jour-là.', next: (day) => `Prochain jour avec des séances : ${day}`,
    count: (count) => many(count, { one: '# séance', other: '# séances' }),
    picture: 'La journée de ceux qui ont une séance',
    with: (cluster, facilitator) => `${cluster} avec ${facilitator}`, allSessions: 'Toutes les séances en liste',
  },
};
