import type { Setup } from '../en/setup.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('da');

export const setup: Setup = {
  lead: 'Et program i seks trin. Gå, når du vil: det, du skriver, gemmes, på alle enheder, hvor du logger ind.',
  begin: 'Begynd et nyt program', upload: 'Begynd med et eksporteret program (.json)', uploadError: 'Det er ikke et eksporteret program. Vælg en export.json fra Eksport på tavlen.',
  drafts: 'Begyndt, ikke færdige', noDrafts: 'Intet er begyndt. Et nyt program består af datoer, uger, emner og personer.', unnamed: 'Uden navn',
  changed: (when) => `ændret ${when}`, goOn: 'Fortsæt', goOnWith: (name) => `Fortsæt med ${name}`, remove: 'Fjern', removeWho: (name) => `Fjern ${name}`, removed: (name) => `${name} er fjernet.`,
  steps: 'Trin', step: { basics: 'Navn og datoer', weeks: 'Uger', topics: 'Emner', clusters: 'Klynger og personer', facilitators: 'Facilitatorer', review: 'Gennemgang' },
  next: (step) => `Næste: ${step}`, back: (step) => `Tilbage: ${step}`,
  saved: (time, city) => `Gemt kl. ${time} i ${city}`, saving: 'Gemmer…', unsaved: 'Ikke gemt endnu: ingen forbindelse. Der prøves igen.', elsewhere: 'Dette blev ændret et andet sted.', reload: 'Vis det gemte',
  name: 'Navn', zone: 'Programmets tidszone', firstDay: 'Første dag', lastDay: 'Sidste dag', moveAll: 'Flyt det hele, så det begynder', moveAct: 'Flyt',
  moved: (days) => many(days, { one: 'Alt er # dag senere.', other: 'Alt er # dage senere.' }),
  weeksHint: 'I virtuelle uger har hver klynge en session for hvert emne; uger med fremmøde står i kalenderne.',
  addWeek: 'Tilføj en uge', fillWeeks: 'Udfyld med uger fra mandag til fredag', weekName: (number) => `Uge ${number}`, mode: 'Hvordan', modes: { classroom: 'Fremmøde', virtual: 'Virtuel' },
  noWeeks: 'Ingen uger endnu. Udfyld dem ud fra datoerne, eller tilføj en.',
  topicsHint: 'Hver klynge har hvert emne én gang, i dets uge.', addTopic: 'Tilføj et emne', noTopics: 'Ingen emner endnu.', inWeek: 'I ugen', noWeek: 'ingen uge',
  clustersHint: 'De, der booker. Hver har en bys tid og de personer, der handler for den.', noClusters: 'Ingen klynger endnu. Tilføj en, eller tag dem fra et regneark.',
  facilitatorsHint: 'Hvem giver sessioner, i hvilke emner og hvornår. De kan selv ændre deres timer senere.', noFacilitators: 'Ingen facilitatorer endnu. Tilføj en, eller tag dem fra et regneark.',
  offers: 'Timer, de tilbyder, mandag til fredag', offersMore: (rules) => many(rules, { one: 'Egne timer (# regel), bevares som de er.', other: 'Egne timer (# regler), bevares som de er.' }),
  item: { phase: (n) => `Uge ${n}`, topic: (n) => `Emne ${n}`, cluster: (n) => `Klynge ${n}`, facilitator: (n) => `Facilitator ${n}` },
  sheet: 'Tag personer fra et regneark', sheetHint: 'En .xlsx- eller .csv-fil med en række for hver person. Rigtige rækker tages; de andre venter nedenfor, til du retter dem.',
  template: 'Skabelon til udfyldning (.xlsx)', choose: 'Vælg en fil', sheetError: 'Filen kunne ikke læses. Gem den som .xlsx eller .csv, og vælg den igen.', headError: 'Første række skal navngive kolonnerne, mindst »Organisation« eller »Person«. Skabelonen viser hvordan.',
  taken: (count) => many(count, { one: '# række er taget.', other: '# rækker er taget.' }), waiting: (count) => many(count, { one: '# række at rette', other: '# rækker at rette' }),
  rowOf: (row, file) => `Række ${row} i ${file}`, takeRow: 'Tag denne række', dropRow: 'Udelad denne række', dropped: (row) => `Række ${row} er udeladt.`,
  fault: {
    missing: 'Udfyld dette.', email: 'Det er ingen mailadresse. Skriv en som navn@example.org.', zone: 'Der er ingen sådan tidszone eller by. Skriv for eksempel Europe/Madrid.',
    language: 'Skriv engelsk, spansk, fransk, polsk eller dansk.', topic: (topic, known) => `Der er intet emne »${topic}«. Skriv et af ${known}, eller tilføj det blandt emnerne.`, topicNone: (topic) => `Der er intet emne »${topic}«. Tilføj det først blandt emnerne.`,
    time: 'Skriv et klokkeslæt som 09:00.', order: '»Til« skal være senere end »Fra«.', kind: 'Skriv »klynge« eller »facilitator«.',
  },
  dateOrder: 'Sidste dag må ikke ligge før den første.', outside: 'Det ligger uden for programmets datoer.',
  reviewHint: 'Intet oprettes, og ingen får besked, før du trykker på knappen nedenfor.',
  counts: (clusters, topics, facilitators) => `${many(clusters, { one: '# klynge', other: '# klynger' })}, ${many(topics, { one: '# emne', other: '# emner' })}, ${many(facilitators, { one: '# facilitator', other: '# facilitatorer' })}`,
  sessions: (count) => many(count, { one: '# session at booke', other: '# sessioner at booke' }), errors: (count) => many(count, { one: '# ting at se på, før det kan oprettes', other: '# ting at se på, før det kan oprettes' }),
  stillAside: 'Rækker fra et regneark venter stadig på at blive rettet; de ville blive udeladt.', looking: 'Ser frem…', make: 'Opret dette program', making: 'Opretter…', made: 'Programmet er oprettet.',
};
