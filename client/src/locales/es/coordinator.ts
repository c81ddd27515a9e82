import type { Coordinator } from '../en/coordinator.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('es');

export const coordinator: Coordinator = {
  coverage: {
    covered: (done, all) => `${done} de ${all}`,
    coveredRest: 'reservadas o hechas',
    counts: {
      open: (count) => `${count} por reservar`,
      held: (count) => many(count, { one: '# retenida', other: '# retenidas' }),
      missed: (count) => many(count, { one: '# perdida', other: '# perdidas' }),
    },
    onlyAttention: 'Solo lo que requiere atención',
    attentionCount: (count) => `(${count})`,
    nothingNeeds: 'Nada requiere atención.',
    cluster: 'Clúster',
    coveredHead: 'Cubierto',
    rowTime: (city) => `hora de ${city}`,
    attention: 'requiere atención',
    caption: 'Sesiones de cada clúster por tema. Las horas son de la ciudad de cada clúster.',
    skipTable: 'Saltar la tabla',
    cellLabel: (cluster, topic) => `${cluster}, ${topic}`,
    since: (time, city, facts) => `Desde las ${time} en ${city}: ${facts}`,
    fact: {
      open: (who) => `${who}: libre de nuevo`,
      held: (who) => `${who}: retenida`,
      booked: (who) => `${who}: reservada`,
      done: (who) => `${who}: hecha`,
      missed: (who) => `${who}: perdida`,
      waived: (who) => `${who}: dispensada`,
      moved: (who) => `${who}: movida`,
    },
    ofTopic: (cluster, topic) => `${cluster} (${topic})`,
    load: 'Carga de los facilitadores',
    loadLine: (hours, count) => `${hours} h, ${count}`,
    loadNone: 'ninguna aún',
    everyone: 'El día de todos',
    everyoneDay: 'Día',
    common: (span, city) => `Horario de oficina común: ${span} en ${city}.`,
    noCommon: 'No hay ninguna hora que sea de oficina para todos.',
    commonWithout: (city, span, here) => `No hay ninguna hora que sea de oficina para todos; sin ${city}, es ${span} en ${here}.`,
    daysLeft: (days) => (days < 0 ? 'su semana ha terminado' : days === 0 ? 'último día hoy' : many(days, { one: 'queda # día', other: 'quedan # días' })),
    panelHeld: (left) => `Retenida durante ${left} más`,
    bookForThem: 'Reservar por ellos',
    details: 'Página de la sesión',
    noBooking: 'Aún no se ha elegido hora.',
    joinLink: 'Enlace para entrar',
    revision: (sequence) => `Revisión ${sequence}`,
    lastTry: (error) => `Último error: ${error}`,
    tries: (count) => many(count, { one: '# intento', other: '# intentos' }),
  },
};
