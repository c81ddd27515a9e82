import type { Desk } from '../en/desk.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('fr');

export const desk: Desk = {
  audit: {
    lead: 'Qui a fait quoi, et quand. Rien ne peut y être réécrit ; effacer une personne en retire le nom.',
    kind: 'Quoi', allKinds: 'Tout', from: 'Du', to: 'Au',
    kinds: {
      'slot.taken': 'Horaire pris', 'slot.freed': 'Horaire libéré', 'hold.placed': 'Horaire retenu', 'hold.ended': 'Fin de la retenue',
      'booking.made': 'Réservation', 'booking.moved': 'Déplacement', 'booking.cancelled': 'Annulation', 'session.changed': 'Séance modifiée',
      'availability.changed': 'Disponibilités modifiées', 'programme.changed': 'Programme modifié', 'plan.progress': 'Planification', 'plan.ready': 'Plan prêt', 'plan.published': 'Plan publié',
      'delivery.changed': 'Courrier', 'reply.received': 'Réponse reçue', 'attendance.recorded': 'Présence notée',
    },
    about: { programme: 'le programme', phase: 'une semaine', topic: 'un sujet', cluster: 'un cluster', facilitator: 'un intervenant', coordinator: 'un coordinateur', observer: 'un observateur', person: 'une personne', webhook: 'un webhook', preferences: 'heures souhaitées' },
    what: { asked: 'demandé par courriel', added: 'ajouté', changed: 'modifié', removed: 'retiré', erased: 'effacée', 'secret renewed': 'nouvelle clé', retention: 'conservation', 'people forgotten': 'personnes oubliées', 'feed renewed': 'nouvelle adresse d’agenda', 'links ended': 'liens fermés' },
    head: { when: 'Quand', who: 'Qui', what: 'Quoi', about: 'Sur' },
    actor: { owner: 'Le propriétaire de l’installation', system: 'Visavis', unknown: 'Quelqu’un qui est parti' },
    onlyOf: (name) => `Seulement ce qu’a fait ${name}`, ofOne: (name) => `Seulement ce qu’a fait ${name}.`, everyone: 'Montrer tout le monde',
    none: 'Rien de ce genre ne s’est passé.', more: 'Montrer plus', take: 'Télécharger :', tooMany: 'Pour ce qui est plus ancien, resserrez les dates ou prenez le fichier.',
  },
  programs: {
    lead: 'D’autres programmes qui apprennent les modifications, ou agissent pour vous.',
    webhooks: 'Webhooks', webhooksHint: 'Les modifications sont envoyées à une adresse à vous dès qu’elles arrivent, signées selon Standard Webhooks, dans l’ordre, avec des essais pendant 75 heures.',
    noWebhooks: 'Aucun programme n’est encore informé.', addWebhook: 'Ajouter un webhook',
    url: 'Adresse à laquelle il écoute', urlHint: 'Par exemple https://example.org/hook ; une adresse publique.', urlError: 'Écrivez une adresse qui commence par https://.',
    contact: 'Qui prévenir s’il ne marche plus', contactHint: 'Vide : vous.',
    kinds: 'Quelles modifications', allKinds: 'Toutes', someKinds: 'Seulement celles-ci', kindsError: 'Choisissez au moins une sorte, ou toutes.',
    on: 'Actif', off: { gone: 'Arrêté : le destinataire n’existe plus', 'given-up': 'Arrêté : rien accepté pendant 75 heures', 'by-hand': 'Arrêté à la main' },
    waiting: (count) => many(count, { one: '# message attend', other: '# messages attendent' }),
    switchOff: 'Arrêter', switchOn: 'Activer', switchedOff: 'Arrêté. Les messages attendent.', switchedOn: 'Activé. Il reprend où il s’était arrêté.',
    renew: 'Nouvelle clé', renewAsk: 'Créer une nouvelle clé ?', renewHint: 'Pendant un jour, les envois portent les deux signatures, pour en changer sans coupure.',
    log: 'Ce qui a été envoyé', logOf: (url) => `Ce qui a été envoyé à ${url}`, logNone: 'Rien n’a encore été envoyé.',
    states: { waiting: 'en attente', delivered: 'remis', failed: 'abandonné' },
    status: (status) => `a répondu ${status}`, tries: (count) => many(count, { one: '# essai', other: '# essais' }), next: (when) => `prochain essai ${when}`,
    again: 'Envoyer de nouveau', againSaid: 'C’est reparti, avant tout ce qui attend.',
    remove: 'Retirer', removeWebhook: (url) => `Retirer le webhook vers ${url} ?`, removeWebhookHint: 'Sa clé et son journal partent avec lui. Arrêté, ils sont gardés.', removed: 'Retiré.',
    secret: 'La clé', secretHint: 'Elle n’est montrée qu’une fois. Gardez-la où votre programme peut la lire ; nous ne pourrons plus la montrer.', token: 'Le jeton',
    copy: 'Copier', copied: 'Copié.', kept: 'Je l’ai gardée',
    tokens: 'Jetons', tokensHint: 'Un programme avec votre jeton peut faire ce que vous pouvez, dans les limites de ses droits.', noTokens: 'Aucun programme n’agit pour vous.',
    addToken: 'Créer un jeton', tokenName: 'À quoi il sert', scopes: 'Ce qu’il peut faire', scope: { read: 'Lire', book: 'Réserver, déplacer, noter les présences', manage: 'Modifier tout le reste' }, scopesError: 'Choisissez au moins un droit.',
    valid: 'Combien de temps', days: (count) => many(count, { one: '# jour', other: '# jours' }), ends: (when) => `finit ${when}`, used: (when) => `dernier usage ${when}`, unused: 'jamais utilisé',
    revoke: 'Révoquer', revokeAsk: (name) => `Révoquer « ${name} » ?`, revokeHint: 'Les programmes qui l’utilisent sont refusés aussitôt. C’est sans retour.', revoked: (name) => `« ${name} » est révoqué.`,
    make: 'Créer', keep: 'Garder',
  },
  data: {
    heading: (name) => `Ce qui est gardé sur ${name}`,
    take: 'Tout télécharger (JSON)', takeHint: 'Noms et adresses, connexions, séances, notes et courriers, à lui remettre.',
    erase: 'Effacer cette personne', eraseAsk: (name) => `Effacer ${name} ?`,
    eraseHint: 'Son nom, son adresse et ses mots disparaissent, de tous ses rôles dans ce programme. Séances, heures et dates restent comme preuve pour le financeur. C’est sans retour.',
    cancelToo: 'Annuler les séances à venir que personne d’autre ne pourrait tenir, et prévenir l’autre côté',
    erased: (name, kept) => many(kept, { one: `${name} est effacé ; # séance reste au dossier.`, other: `${name} est effacé ; # séances restent au dossier.` }),
    keep: 'Garder',
  },
};
