import type { AllTimes } from '../en/all-times.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('es');

export const allTimes: AllTimes = {
  heading: 'Horas para todas sus sesiones',
  lead: (city) => `Para cada sesión que falta por reservar, una hora que conviene a ambas partes y, si es posible, cada una en un día distinto. Todas las horas son de ${city}. Cambien lo que quieran; no se reserva nada hasta que pulsen el botón.`,
  timeFor: (topic) => `Hora para ${topic}`,
  notNow: 'Ahora no',
  left: 'Queda para más tarde.',
  none: 'No hay ninguna hora libre en horario de oficina.',
  more: 'Ver qué más hay',
  noneBeside: 'Ninguna encaja con las demás horas. Elija una y las otras se apartarán si pueden.',
  replaced: 'Acaban de tomar su hora; esta es la siguiente mejor.',
  needs: '¿Qué quieren sacar de estas sesiones?',
  needsHint: 'Cada facilitador de arriba lo lee antes de la sesión. Pueden escribir más para cada una en su página.',
  book: (count) => many(count, { one: 'Reservar # sesión', other: 'Reservar # sesiones' }),
  booking: (at, all) => `Reservando ${at} de ${all}…`,
  booked: (count) => many(count, { one: '# sesión reservada.', other: '# sesiones reservadas.' }),
  lost: (count) => many(count, { one: 'Acababan de tomar # hora; se propone otra.', other: 'Acababan de tomar # horas; se proponen otras.' }),
  nothing: 'No queda nada por reservar.',
  back: 'Volver a mi programa',
  stopped: 'No se ha podido reservar todo',
};
