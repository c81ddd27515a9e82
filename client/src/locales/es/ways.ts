import type { Ways } from '../en/ways.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('es');

export const ways: Ways = {
  freed: 'Hay libre una hora que esperaba.',
  look: 'Ver',
  emptyHeading: (dates) => `No hay horas libres: ${dates}`,
  emptyOutside: (count) => `${many(count, { one: 'Hay # más', other: 'Hay # más' })} fuera del horario de oficina.`,
  showOutside: 'Mostrarlas',
  emptyFilter: (name) => `${name} no tiene horas libres. Otros sí.`,
  showAnyone: 'Mostrar las de todos',
  accept: (time, count) => `${time}: ${many(count, { one: '# hora', other: '# horas' })}`,
  acceptHeading: '¿Le serviría una de estas horas?',
  wait: 'Avisarme cuando haya una libre',
  waiting: 'Recibirá un correo cuando quede una hora libre.',
  waitNoMore: 'No avisarme',
  ask: 'Preguntar a la coordinación',
  askHeading: 'Preguntar a la coordinación',
  askLabel: '¿Qué quiere preguntar?',
  askHint: (topic) => `Sobre «${topic}». La respuesta llega a su correo.`,
  askSend: 'Enviar',
  askSending: 'Enviando…',
  asked: 'Su pregunta está en camino.',
  askMissing: 'Escriba lo que quiere preguntar.',
  reason: {
    heading: 'Por qué no hay ninguna',
    causes: {
      'too-soon': 'empiezan antes de lo que permite el preaviso del programa',
      'facilitator-engaged': 'están reservadas por otros clústeres',
      'facilitator-busy': 'están ocupadas en el calendario propio de un facilitador',
      'busy-unknown': 'son de un facilitador cuyo calendario propio no se ha podido leer últimamente',
      'facilitator-day-full': 'caen en días en que el facilitador no admite más',
      'cluster-engaged': 'coinciden con otra sesión suya',
      'cluster-day-full': 'caen en días en que ya tienen una sesión',
      'outside-hours': 'están fuera del horario de oficina',
    },
    none: {
      'no-facilitator': 'Nadie imparte aún este tema.',
      'outside-phase': 'Los días pedidos no son los de esta sesión.',
      'outside-availability': 'Ningún facilitador de este tema ha abierto horas en estos días.',
    },
    line: (count, why) => `${many(count, { one: '# hora:', other: '# horas:' })} ${why}`,
  },
};
