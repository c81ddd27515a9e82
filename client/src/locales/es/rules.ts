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
};
