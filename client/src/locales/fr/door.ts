import type { Door } from '../en/door.ts';

export const door: Door = {
  signIn: {
    heading: 'Se connecter',
    lead: 'Nous vous envoyons un lien. Il n’y a pas de mot de passe.',
    email: 'Votre adresse de courriel',
    send: 'Envoyez-moi un lien',
    sentHeading: 'Regardez votre courriel',
    sent: (email) => `Si nous connaissons ${email}, un lien est en route. Cela peut prendre une minute.`,
    code: 'Si vous ouvrez le lien dans un autre navigateur ou sur un autre appareil, il demande ce code :',
    again: 'Utiliser une autre adresse',
    mailbox: 'Cette installation garde son courrier dans sa propre boîte :',
    mailboxLink: 'ouvrir la boîte',
    picture: 'Une heure, vue de trois villes',
    privacy: 'Ce que nous savons de vous',
    badEmail: 'Écrivez une adresse de courriel, comme nom@example.org.',
  },
};
