import type { Why } from '../en/why.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('da');

export const why: Why = {
  heading: (day, time, city) => `${day}, ${time} i ${city}`,
  bookable: (count) => many(count, { one: 'Kan bookes: # session kan begynde her.', other: 'Kan bookes: # sessioner kan begynde her.' }),
  not: 'Ingen session kan begynde her:',
  some: (count) => many(count, { one: '# anden kan ikke:', other: '# andre kan ikke:' }),
  checking: 'Ser efter…',
  choosePattern: 'Vælg »Én uge« for at se, om en time kan bookes, og hvorfor ikke.',
  causes: {
    pattern: 'Du har lukket da, efter dit mønster.',
    exception: 'Du har lukket da, efter det, du ændrede for denne dato.',
    short: 'En session ville nå ud over dine åbne timer.',
    'off-grid': 'Sessioner begynder i lige trin fra begyndelsen af dine åbne timer.',
    'too-soon': 'Det er før, programmets varsel tillader.',
    'facilitator-engaged': 'Du har en booket eller holdt session da.',
    buffer: 'Det er for tæt på en booket session: programmet holder tid fri omkring hver.',
    'facilitator-busy': 'Du er optaget i din egen kalender.',
    'facilitator-day-full': 'Du har den dag så mange sessioner, som programmet tillader.',
    'cluster-engaged': 'Klyngen har en anden session da.',
    'cluster-day-full': 'Klyngen har den dag så mange sessioner, som programmet tillader.',
    'outside-phase': 'Det ligger ikke i en virtuel uge for nogen session, du kan give.',
    'no-session': 'Alle sessioner, du kan give, er booket.',
  },
};
