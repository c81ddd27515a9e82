import type { Desk } from '../en/desk.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('da');

export const desk: Desk = {
  audit: {
    lead: 'Hvem gjorde hvad, og hvornår. Intet her kan skrives om; slettes en person, forsvinder navnet.',
    kind: 'Hvad', allKinds: 'Alt', from: 'Fra', to: 'Til',
    kinds: {
      'slot.taken': 'Tid optaget', 'slot.freed': 'Tid frigivet', 'hold.placed': 'Tid holdt', 'hold.ended': 'Hold ophørt',
      'booking.made': 'Booket', 'booking.moved': 'Flyttet', 'booking.cancelled': 'Aflyst', 'session.changed': 'Session ændret',
      'availability.changed': 'Ledige tider ændret', 'programme.changed': 'Program ændret', 'plan.progress': 'Planlægning', 'plan.ready': 'Plan klar', 'plan.published': 'Plan offentliggjort',
      'delivery.changed': 'Post', 'reply.received': 'Svar modtaget', 'attendance.recorded': 'Fremmøde noteret',
    },
    about: { programme: 'programmet', phase: 'en uge', topic: 'et emne', cluster: 'en klynge', facilitator: 'en facilitator', coordinator: 'en koordinator', observer: 'en observatør', person: 'en person', webhook: 'en webhook', preferences: 'ønskede timer' },
    what: { asked: 'spurgt pr. mail', added: 'tilføjet', changed: 'ændret', removed: 'fjernet', erased: 'slettet', 'secret renewed': 'ny nøgle', retention: 'opbevaring', 'people forgotten': 'personer glemt', 'feed renewed': 'ny kalenderadresse', 'links ended': 'links lukket' },
    head: { when: 'Hvornår', who: 'Hvem', what: 'Hvad', about: 'Om' },
    actor: { owner: 'Installationens ejer', system: 'Visavis selv', unknown: 'En, der ikke er med længere' },
    onlyOf: (name) => `Kun det, ${name} gjorde`, ofOne: (name) => `Kun det, ${name} gjorde.`, everyone: 'Vis alle',
    none: 'Der er ikke sket noget af den slags.', more: 'Vis flere', take: 'Hent:', tooMany: 'For det ældre: indsnævr datoerne, eller hent filen.',
  },
  programs: {
    lead: 'Andre programmer, der hører om ændringer eller handler for dig.',
    webhooks: 'Webhooks', webhooksHint: 'Ændringer sendes til din adresse, når de sker, underskrevet efter Standard Webhooks, i rækkefølge og med forsøg i 75 timer.',
    noWebhooks: 'Intet program hører om ændringer endnu.', addWebhook: 'Tilføj en webhook',
    url: 'Adresse, den lytter på', urlHint: 'For eksempel https://example.org/hook; en offentlig adresse.', urlError: 'Skriv en adresse, der begynder med https://.',
    contact: 'Hvem skal have besked, når den holder op med at virke', contactHint: 'Tom: dig.',
    kinds: 'Hvilke ændringer', allKinds: 'Alle', someKinds: 'Kun disse', kindsError: 'Vælg mindst én slags, eller alle.',
    on: 'Til', off: { gone: 'Fra: modtageren findes ikke længere', 'given-up': 'Fra: den tog intet i 75 timer', 'by-hand': 'Slået fra' },
    waiting: (count) => many(count, { one: '# besked venter', other: '# beskeder venter' }),
    switchOff: 'Slå fra', switchOn: 'Slå til', switchedOff: 'Slået fra. Beskeder venter.', switchedOn: 'Slået til. Den fortsætter, hvor den slap.',
    renew: 'Ny nøgle', renewAsk: 'Lav en ny nøgle?', renewHint: 'I et døgn bærer det sendte begge underskrifter, så du kan skifte uden hul.',
    log: 'Det, der blev sendt', logOf: (url) => `Det, der blev sendt til ${url}`, logNone: 'Der er ikke sendt noget endnu.',
    states: { waiting: 'venter', delivered: 'leveret', failed: 'opgivet' },
    status: (status) => `svarede ${status}`, tries: (count) => many(count, { one: '# forsøg', other: '# forsøg' }), next: (when) => `næste forsøg ${when}`,
    again: 'Send igen', againSaid: 'Den går ud igen, før alt det, der venter.',
    remove: 'Fjern', removeWebhook: (url) => `Fjern webhooken til ${url}?`, removeWebhookHint: 'Dens nøgle og log forsvinder med den. Slået fra bevares begge.', removed: 'Fjernet.',
    secret: 'Nøglen', secretHint: 'Den vises kun én gang. Gem den, hvor dit program kan læse den; vi kan ikke vise den igen.', token: 'Token',
    copy: 'Kopiér', copied: 'Kopieret.', kept: 'Jeg har gemt den',
    tokens: 'Tokens', tokensHint: 'Et program med dit token må det, du må, så langt dets rettigheder rækker.', noTokens: 'Intet program handler for dig.',
    addToken: 'Lav et token', tokenName: 'Hvad det er til', scopes: 'Hvad det må', scope: { read: 'Læse', book: 'Booke, flytte, notere fremmøde', manage: 'Ændre alt andet' }, scopesError: 'Vælg mindst én.',
    valid: 'Hvor længe', days: (count) => many(count, { one: '# dag', other: '# dage' }), ends: (when) => `udløber ${when}`, used: (when) => `sidst brugt ${when}`, unused: 'aldrig brugt',
    revoke: 'Tilbagekald', revokeAsk: (name) => `Tilbagekald »${name}«?`, revokeHint: 'Programmer, der bruger det, afvises straks. Det kan ikke fortrydes.', revoked: (name) => `»${name}« er tilbagekaldt.`,
    make: 'Lav det', keep: 'Behold',
  },
  data: {
    heading: (name) => `Det, der gemmes om ${name}`,
    take: 'Hent det hele (JSON)', takeHint: 'Navne og adresser, logins, sessioner, noter og post, til personen selv.',
    erase: 'Slet denne person', eraseAsk: (name) => `Slet ${name}?`,
    eraseHint: 'Navn, adresse og ord forsvinder fra alle personens roller i programmet. Sessioner, timer og datoer bliver som dokumentation for bevillingsgiveren. Det kan ikke fortrydes.',
    cancelToo: 'Aflys de kommende sessioner, som ingen anden kunne holde, og giv den anden part besked',
    erased: (name, kept) => many(kept, { one: `${name} er slettet; # session bliver i dokumentationen.`, other: `${name} er slettet; # sessioner bliver i dokumentationen.` }),
    keep: 'Behold',
  },
};
