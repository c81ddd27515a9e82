import type { Setup } from '../en/setup.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('fr');

export const setup: Setup = {
  lead: 'Un programme en six étapes. Partez quand vous voulez : ce que vous écrivez est gardé, sur tous les appareils où vous vous connectez.',
  begin: 'Commencer un programme', upload: 'Partir d’un programme exporté (.json)', uploadError: 'Ce n’est pas un programme exporté. Choisissez un export.json venant d’« Exporter », sur le tableau.',
  drafts: 'Commencés, pas finis', noDrafts: 'Rien n’est commencé. Un programme se compose de dates, de semaines, de sujets et de personnes.', unnamed: 'Sans nom',
  changed: (when) => `modifié ${when}`, goOn: 'Continuer', goOnWith: (name) => `Continuer ${name}`, remove: 'Retirer', removeWho: (name) => `Retirer ${name}`, removed: (name) => `${name} est retiré.`,
  steps: 'Étapes', step: { basics: 'Nom et dates', weeks: 'Semaines', topics: 'Sujets', clusters: 'Clusters et personnes', facilitators: 'Intervenants', review: 'Relecture' },
  next: (step) => `Suite : ${step}`, back: (step) => `Retour : ${step}`,
  saved: (time, city) => `Gardé à ${time} à ${city}`, saving: 'Enregistrement…', unsaved: 'Pas encore gardé : pas de connexion. Nouvel essai à suivre.', elsewhere: 'Cela a été modifié ailleurs.', reload: 'Montrer ce qui est gardé',
  name: 'Nom', zone: 'Fuseau horaire du programme', firstDay: 'Premier jour', lastDay: 'Dernier jour', moveAll: 'Tout déplacer pour commencer le', moveAct: 'Déplacer',
  moved: (days) => many(days, { one: 'Tout est # jour plus tard.', other: 'Tout est # jours plus tard.' }),
  weeksHint: 'Dans les semaines virtuelles, chaque cluster a une séance par sujet ; les semaines en salle figurent dans les calendriers.',
  addWeek: 'Ajouter une semaine', fillWeeks: 'Remplir de semaines du lundi au vendredi', weekName: (number) => `Semaine ${number}`, mode: 'Comment', modes: { classroom: 'En salle', virtual: 'Virtuelle' },
  noWeeks: 'Pas encore de semaines. Remplissez-les d’après les dates, ou ajoutez-en une.',
  topicsHint: 'Chaque cluster a chaque sujet une fois, dans sa semaine.', addTopic: 'Ajouter un sujet', noTopics: 'Pas encore de sujets.', inWeek: 'Dans la semaine', noWeek: 'aucune semaine',
  clustersHint: 'Ceux qui réservent. Chacun a l’heure d’une ville, et les personnes qui agissent pour lui.', noClusters: 'Pas encore de clusters. Ajoutez-en un, ou prenez-les d’un tableur.',
  facilitatorsHint: 'Qui donne des séances, sur quels sujets et quand. Ils pourront changer leurs heures eux-mêmes.', noFacilitators: 'Pas encore d’intervenants. Ajoutez-en un, ou prenez-les d’un tableur.',
  offers: 'Heures proposées, du lundi au vendredi', offersMore: (rules) => many(rules, { one: 'Heures propres (# règle), gardées telles quelles.', other: 'Heures propres (# règles), gardées telles quelles.' }),
  item: { phase: (n) => `Semaine ${n}`, topic: (n) => `Sujet ${n}`, cluster: (n) => `Cluster ${n}`, facilitator: (n) => `Intervenant ${n}` },
  sheet: 'Prendre les personnes d’un tableur', sheetHint: 'Un fichier .xlsx ou .csv avec une ligne par personne. Les lignes justes sont prises ; les autres attendent ci-dessous que vous les corrigiez.',
  template: 'Modèle à remplir (.xlsx)', choose: 'Choisir un fichier', sheetError: 'Ce fichier n’a pas pu être lu. Enregistrez-le en .xlsx ou .csv et choisissez-le de nouveau.', headError: 'La première ligne doit nommer les colonnes, au moins « Organisation » ou « Personne ». Le modèle montre comment.',
  taken: (count) => many(count, { one: '# ligne est prise.', other: '# lignes sont prises.' }), waiting: (count) => many(count, { one: '# ligne à corriger', other: '# lignes à corriger' }),
  rowOf: (row, file) => `Ligne ${row} de ${file}`, takeRow: 'Prendre cette ligne', dropRow: 'Laisser cette ligne', dropped: (row) => `La ligne ${row} est laissée de côté.`,
  fault: {
    missing: 'Remplissez ceci.', email: 'Ce n’est pas une adresse mail. Écrivez-en une comme nom@example.org.', zone: 'Ni fuseau horaire ni ville de ce nom. Écrivez par exemple Europe/Madrid.',
    language: 'Écrivez anglais, espagnol, français, polonais ou danois.', topic: (topic, known) => `Il n’y a pas de sujet « ${topic} ». Écrivez l’un de ${known}, ou ajoutez-le aux sujets.`, topicNone: (topic) => `Il n’y a pas de sujet « ${topic} ». Ajoutez-le d’abord aux sujets.`,
    time: 'Écrivez une heure comme 09:00.', order: '« À » doit être après « De ».', kind: 'Écrivez « cluster » ou « intervenant ».',
  },
  dateOrder: 'Le dernier jour ne peut pas précéder le premier.', outside: 'C’est en dehors des dates du programme.',
  reviewHint: 'Rien n’est créé et personne n’est prévenu avant le bouton ci-dessous.',
  counts: (clusters, topics, facilitators) => `${many(clusters, { one: '# cluster', other: '# clusters' })}, ${many(topics, { one: '# sujet', other: '# sujets' })}, ${many(facilitators, { one: '# intervenant', other: '# intervenants' })}`,
  sessions: (count) => many(count, { one: '# séance à réserver', other: '# séances à réserver' }), errors: (count) => many(count, { one: '# point à revoir avant de le créer', other: '# points à revoir avant de le créer' }),
  stillAside: 'Des lignes d’un tableur attendent d’être corrigées ; elles seraient laissées de côté.', looking: 'Coup d’œil sur la suite…', make: 'Créer ce programme', making: 'Création…', made: 'Le programme est créé.',
};
