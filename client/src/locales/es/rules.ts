import type { Rules } from '../en/rules.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('es');

export const rules: Rules = {
  lead: 'Qué es el programa y cómo se reserva.', facts: 'Nombre y fechas', booking: 'Cómo se reservan las sesiones', change: 'Cambiar', changeWhat: (what) => `Cambiar: ${what}`,
  session: 'Duración de una sesión', step: 'Las sesiones empiezan cada', notice: 'Se reserva al menos con', hold: 'Una hora elegida se retiene', bufferBefore: 'Libre antes de una sesión', bufferAfter: 'Libre después de una sesión',
  perFacilitator: 'Sesiones de un facilitador al día, como máximo', perCluster: 'Sesiones de un clúster al día, como máximo', noLimit: 'las que quepan', minutes: 'minutos',
  meeting: 'Dónde se reúnen las sesiones', meetingHint: 'Un enlace que empieza por https://; {room} se convierte en un nombre propio para cada sesión. Vacío: se crea una sala para cada una.',
  parts: 'Semanas y temas',
  givers: 'Quién lo imparte',
  givenBy: (who) => `Lo imparte ${who}`,
  givenByNobody: 'Todavía no lo imparte nadie',
  weekHint: 'Las sesiones reservadas se quedan como están, sean cuales sean las fechas de la semana.',
  topicHint: 'En una semana virtual cada clúster recibe una sesión. Su nombre cambia en el calendario de todos.',
  retention: 'Cuánto se recuerda a las personas', retentionHint: 'Tantos días después del último día se borran nombres, direcciones y palabras; quedan sesiones, horas y fechas.',
  keepFor: (days) => many(days, { one: '# día después del último día', other: '# días después del último día' }), keepOn: 'Hasta que alguien lo pida', forgotten: (when) => `Las personas se olvidaron ${when}.`, retentionSaved: 'Guardado.', number: 'Escriba un número entero.',
  timetables: {
    heading: 'A qué se atienen los calendarios',
    facilitators: 'Facilitadores de un clúster',
    any: 'quien convenga',
    same: 'uno para todas sus sesiones',
    each: 'cada uno al menos una vez, donde se pueda',
    confirm: 'Una hora publicada',
    confirmNo: 'se reserva enseguida',
    confirmWithin: (hours) => `se guarda para que su clúster la confirme en ${hours} horas`,
    orders: 'Orden de los temas',
    ordersNone: 'Los temas de una semana pueden ir en cualquier orden.',
    orderLine: (before, after) => `${before}, luego ${after}`,
    gapLine: (time) => `al menos ${time} entre ambos`,
    first: 'Primero',
    second: 'Luego',
    gap: 'Entre ambos al menos',
    gapNone: 'nada',
    add: 'Añadir este orden',
    remove: 'Quitar',
    removeWho: (what) => `Quitar: ${what}`,
    saved: 'Guardado. Los planes que se hagan desde ahora se atienen a ello.',
    weightsHint: 'Sin pesos, cada uno se reduce al mínimo antes de mirar el siguiente. Con pesos se suman: lo que tiene 10 cuenta diez veces lo que tiene 1, y lo que tiene 0 nada.',
    weigh: 'Sumarlos según su peso',
  },
};
