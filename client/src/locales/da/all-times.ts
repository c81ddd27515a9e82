import type { AllTimes } from '../en/all-times.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('da');

export const allTimes: AllTimes = {
  heading: 'Tider til alle jeres sessioner',
  lead: (city) => `Til hver session, der mangler at blive booket, en tid, der passer begge sider, på hver sin dag, hvor det kan lade sig gøre. Alle tider i ${city}. Ret, hvad I vil; intet er booket, før I trykker på knappen.`,
  timeFor: (topic) => `Tid til ${topic}`,
  notNow: 'Ikke nu',
  left: 'Venter til senere.',
  none: 'Ingen tid i kontortiden er ledig.',
  more: 'Se, hvad der ellers er',
  noneBeside: 'Intet, der passer med de andre tider. Vælg en, så gør de andre plads, hvis de kan.',
  replaced: 'Jeres tid blev netop taget; dette er den næstbedste.',
  needs: 'Hvad vil I have ud af disse sessioner?',
  needsHint: 'Hver facilitator ovenfor læser det, før I mødes. I kan skrive mere til hver på dens egen side.',
  book: (count) => many(count, { one: 'Book # session', other: 'Book # sessioner' }),
  booking: (at, all) => `Booker ${at} af ${all}…`,
  booked: (count) => many(count, { one: '# session er booket.', other: '# sessioner er booket.' }),
  lost: (count) => many(count, { one: '# tid var netop blevet taget; en anden er foreslået.', other: '# tider var netop blevet taget; andre er foreslået.' }),
  nothing: 'Der er ikke mere at booke.',
  back: 'Tilbage til mit program',
  stopped: 'Ikke alt kunne bookes',
};
