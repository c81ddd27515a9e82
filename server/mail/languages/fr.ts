import type { Phrases } from '../phrases.ts';

export const fr: Phrases = {
  locale: 'fr-FR',
  // French puts a space that does not break before a colon and a semicolon.
  colon: '\u00a0: ',
  semicolon: '\u00a0; ',
  subject: {
    made: (topic, when) => `Invitation\u00a0: ${topic}, ${when}`,
    moved: (topic, when) => `Nouvel horaire\u00a0: ${topic}, ${when}`,
    changed: (topic, when) => `Modification\u00a0: ${topic}, ${when}`,
    cancelled: (topic, when) => `Annulée\u00a0: ${topic}, ${when}`,
    removed: (topic, when) => `Invitation retirée\u00a0: ${topic}, ${when}`,
  },
  heading: {
    made: 'Votre séance individuelle est réservée.',
    moved: 'Votre séance individuelle change d’horaire.',
    changed: 'Les informations de votre séance individuelle ont changé.',
    cancelled: 'Votre séance individuelle est annulée.',
    removed: 'Vous ne participez plus à cette séance individuelle.',
  },
  newTime: 'Nouvel horaire',
  oldTime: 'Ancien horaire',
  topic: 'Thème',
  with: 'Avec',
  insteadOf: (name) => `à la place de ${name}`,
  people: 'Participants',
  needs: (cluster) => `Ce que ${cluster} souhaite travailler`,
  reason: 'Motif',
  join: 'Rejoindre la séance',
  openSession: 'Voir, déplacer ou annuler la séance',
  bookAgain: 'Voir la séance et choisir un autre horaire',
  nextDay: '+1 jour',
  footer: (programme) => `Envoyé par Visavis pour ${programme}.`,
};
