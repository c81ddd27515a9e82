import type { Calendars } from '../en/calendars.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('da');

/** What is said of a facilitator's external calendars. */
export const calendars: Calendars = {
  heading: 'Dine andre kalendere',
  lead: 'Hvad de siger er optaget, tilbydes ikke klynger. Vi læser hvornår, aldrig hvad.',
  none: 'Ingen endnu.',
  address: 'ICS-adresse',
  hint: 'Google: “Hemmelig adresse i iCal-format”. Outlook: “Udgiv en kalender”, ICS. Nextcloud: kalenderens link. Den gemmes krypteret og vises ikke til nogen.',
  name: 'Navn, hvis du vil',
  add: 'Tilføj kalender',
  adding: 'Tilføjer…',
  waiting: 'læses for første gang',
  read: (when) => `læst ${when}`,
  never: 'aldrig læst endnu',
  events: (count) => many(count, { one: '# begivenhed', other: '# begivenheder' }),
  failed: (why) => `Sidste forsøg mislykkedes: ${why}`,
  kept: 'Hvad den sagde før, gælder stadig.',
  /** By what can be done about it. */
  faults: {
    address: 'ingen svarer på denne adresse.',
    silent: 'dens server svarede ikke ordentligt.',
    closed: 'dens server giver os den ikke længere.',
    content: 'det, der kom, er ikke en hel kalender.',
    large: 'den er for stor.',
    emptied: 'den kom uden nogen begivenheder.',
    key: 'dens adresse kan ikke længere dekrypteres; tilføj den igen.',
  },
  stale: 'Ikke læst for længe: klyngerne får det at vide, eller tilbydes intet.',
  inexact: 'Nogle begivenheder kunne ikke læses nøjagtigt; de tæller som optaget.',
  refresh: 'Læs nu',
  refreshLabel: (name) => `Læs ${name} nu`,
  remove: 'Fjern',
  removeLabel: (name) => `Fjern ${name}`,
  removed: 'Fjernet. Dens tider er ledige igen.',
};
