import type { Office } from '../en/office.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('da');

export const office: Office = {
  people: {
    lead: 'Hvem der er med. Den, der kommer til eller går fra, sættes ind i eller tages ud af de kommende sessioners kalendere.',
    clusters: 'Klynger', facilitators: 'Facilitatorer', coordinators: 'Koordinatorer', observers: 'Observatører',
    observersHint: 'De læser programmet og ændrer intet: for eksempel en bevillingsgiver.',
    addCluster: 'Tilføj en klynge', addFacilitator: 'Tilføj en facilitator', addCoordinator: 'Tilføj en koordinator', addObserver: 'Tilføj en observatør',
    noOne: 'Ingen endnu.',
    nobodyActs: 'Ingen handler for klyngen endnu: ingen kan booke, og ingen mail når den.',
    change: 'Ret', changeWho: (name) => `Ret ${name}`,
    remove: 'Fjern', removeAsk: (name) => `Fjern ${name}?`,
    removeHint: 'Det kan ikke fortrydes. Bookede sessioner skal først flyttes eller aflyses.',
    removed: (name) => `${name} er fjernet.`, keep: 'Behold',
    data: 'Personens data', dataWho: (name) => `Personens data: ${name}`,
    write: 'Sådan logger man ind', writeWho: (name) => `Sådan logger man ind: skriv til ${name}`,
    mailSubject: (programme) => `${programme}: sådan logger du ind`,
    mailBody: (name, address, email) => `Hej ${name}\n\nÅbn ${address}, og skriv denne mailadresse: ${email}. Så kommer der et link på mail.\n`,
    teaches: (topics) => `Giver ${topics}`, noTopics: 'giver intet emne endnu',
    usualHours: 'arbejdstid 09:00–17:00', hours: (from, to) => `arbejdstid ${from}–${to}`, anyTime: 'når der er ledigt',
    name: 'Navn', email: 'Mailadresse', zone: 'Tidszone', zoneHint: 'For eksempel Europe/Madrid.',
    language: 'Sprog', languages: { en: 'Engelsk', es: 'Spansk', fr: 'Fransk', pl: 'Polsk', da: 'Dansk' },
    topics: 'Emner, de giver', ownHours: 'Egen arbejdstid', from: 'Fra', to: 'Til',
    representatives: 'Personer, der handler for den', person: (number) => `Person ${number}`, addPerson: 'Tilføj en person', removePerson: (number) => `Fjern person ${number}`,
    save: 'Gem', saving: 'Gemmer…', saved: (name) => `${name} er gemt.`,
    required: 'Udfyld feltet.', emailError: 'Skriv en mailadresse som navn@example.org.', zoneError: 'Vælg en tidszone fra listen.', orderError: '“Til” skal være senere end “Fra”.',
    errors: 'Se på dette igen:', stale: 'Nogen har ændret det imens. Luk dette, og se igen.',
    searchLabel: 'Find et navn eller en adresse', found: (count) => many(count, { one: '# fundet', other: '# fundet' }),
  },
  log: {
    lead: 'Hver mail, der går ud, hvad der blev af den, og hvad der blev svaret.',
    filter: 'Vis', filters: { all: 'Alt', trouble: 'Det, der kræver opmærksomhed', queued: 'På vej', sent: 'Leveret', declined: 'Afslået' },
    find: 'Find et navn, en adresse eller et emne',
    when: 'Hvornår', who: 'Til', what: 'Hvad', state: 'Levering', reply: 'Svar',
    kinds: { REQUEST: 'Invitation', CANCEL: 'Aflysning' }, update: (sequence) => `Opdatering ${sequence}`,
    reminder: 'Påmindelse', reminderOf: (count) => many(count, { one: '# session, der skal bookes', other: '# sessioner, der skal bookes' }),
    again: 'Send igen', againWho: (name) => `Send igen til ${name}`, againSaid: 'Den er på vej igen.', correct: 'Ret adressen', left: 'er ikke med længere',
    none: 'Ingen mail er gået ud endnu.', noneFound: 'Intet af den slags.', more: (count) => `Vis ${count} flere`,
    tries: (count) => many(count, { one: '# forsøg', other: '# forsøg' }), shown: (count) => many(count, { one: '# mail', other: '# mails' }),
  },
  day: {
    lead: (city) => `Alle tider i ${city}, med begge siders ure ved siden af`,
    choose: 'Dag', before: 'Dagen før', after: 'Dagen efter', none: 'Ingen session denne dag.', next: (day) => `Næste dag med sessioner: ${day}`,
    count: (count) => many(count, { one: '# session', other: '# sessioner' }),
    picture: 'Dagen for alle, der har en session',
    with: (cluster, facilitator) => `${cluster} med ${facilitator}`, allSessions: 'Alle sessioner som liste',
  },
};
