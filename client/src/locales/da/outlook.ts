import type { Outlook } from '../en/outlook.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('da');

export const outlook: Outlook = {
  lead: 'Det, man kan vide på forhånd: om det passer, hvilke timer begge har fælles, hvornår uret stilles, hvem der har helligdag.',
  fit: 'Passer det?', fitHint: 'Sessioner, der mangler en plads, over for hvor mange facilitatorerne kunne give, hvis de ikke gav andre.',
  fitLine: (demand, supply) => `${demand} at placere, plads til ${supply}`, short: 'for lidt',
  topicLine: (demand, facilitators, supply) => `${demand} at placere, ${many(facilitators, { one: '# facilitator', other: '# facilitatorer' })} med plads til ${supply}`,
  fits: 'Alt har en plads.', unfit: (count) => many(count, { one: '# session har ingen plads', other: '# sessioner har ingen plads' }),
  common: 'Fælles timer', commonHint: 'Mellem hver klynge og hver facilitator af dens emner, før noget er booket. I begges arbejdstid; i parentes med tidlige og sene timer.',
  hours: (common, waking) => `${common} t (${waking} t)`, none: 'ingen', week: 'Uge', cluster: 'Klynge',
  clocks: 'Uret stilles', clockLine: (city, before, after) => `${city} går fra ${before} til ${after}.`, clocksNone: 'Uret stilles ikke undervejs.', clocksHint: 'Alle viste tider regner allerede med det.',
  touches: (names) => `For ${names}.`,
  holidays: 'Helligdage', holidaysHint: 'Planer holder disse dage fri. Sæt kryds ved dem, hvor der arbejdes alligevel.', holidaysNone: 'Ingen helligdage i nogens land undervejs.',
  worked: 'der arbejdes', workedWho: (name, country) => `${name} i ${country}: der arbejdes`,
  nothing: 'Der er ingen sessioner at se frem til endnu. Et emne i en virtuel uge giver hver klynge en.', nobody: 'Ingen underviser i et emne i denne uge endnu.',
};
