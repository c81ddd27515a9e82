import type { Why } from '../en/why.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('es');

export const why: Why = {
  heading: (day, time, city) => `${day}, ${time} en ${city}`,
  bookable: (count) => many(count, { one: 'Reservable: # sesión podría empezar aquí.', other: 'Reservable: # sesiones podrían empezar aquí.' }),
  not: 'Ninguna sesión puede empezar aquí:',
  some: (count) => many(count, { one: '# más no puede:', other: '# más no pueden:' }),
  checking: 'Mirando…',
  choosePattern: 'Elija «Una semana» para ver si una hora se puede reservar, y por qué no.',
  causes: {
    pattern: 'Está cerrado entonces, según su pauta.',
    exception: 'Está cerrado entonces, por lo que cambió para esta fecha.',
    short: 'Una sesión pasaría del final de sus horas abiertas.',
    'off-grid': 'Las sesiones empiezan a pasos iguales desde el principio de sus horas abiertas.',
    'too-soon': 'Es antes de lo que permite el aviso del programa.',
    'facilitator-engaged': 'Tiene entonces una sesión reservada o retenida.',
    buffer: 'Está demasiado cerca de una sesión reservada: el programa deja tiempo libre alrededor de cada una.',
    'facilitator-busy': 'Está ocupado en su propio calendario.',
    'facilitator-day-full': 'Ese día ya tiene tantas sesiones como permite el programa.',
    'cluster-engaged': 'El clúster tiene entonces otra sesión.',
    'cluster-day-full': 'El clúster ya tiene ese día tantas sesiones como permite el programa.',
    'outside-phase': 'No cae en la semana virtual de ninguna sesión que pudiera dar.',
    'no-session': 'Todas las sesiones que podría dar están reservadas.',
  },
};
