import type { Phrases } from '../phrases.ts';

export const es: Phrases = {
  locale: 'es-ES',
  colon: ': ',
  semicolon: '; ',
  subject: {
    made: (topic, when) => `Invitación: ${topic}, ${when}`,
    moved: (topic, when) => `Nuevo horario: ${topic}, ${when}`,
    changed: (topic, when) => `Cambios: ${topic}, ${when}`,
    cancelled: (topic, when) => `Cancelada: ${topic}, ${when}`,
    removed: (topic, when) => `Invitación retirada: ${topic}, ${when}`,
  },
  heading: {
    made: 'Su sesión individual está reservada.',
    moved: 'Su sesión individual ha cambiado de horario.',
    changed: 'Han cambiado los datos de su sesión individual.',
    cancelled: 'Su sesión individual se ha cancelado.',
    removed: 'Ya no participa en esta sesión individual.',
  },
  newTime: 'Nuevo horario',
  oldTime: 'Horario anterior',
  topic: 'Tema',
  with: 'Con',
  insteadOf: (name) => `en lugar de ${name}`,
  people: 'Participantes',
  needs: (cluster) => `Lo que ${cluster} quiere trabajar`,
  reason: 'Motivo',
  join: 'Unirse a la sesión',
  openSession: 'Ver, mover o cancelar la sesión',
  bookAgain: 'Ver la sesión y elegir otro horario',
  nextDay: '+1 día',
  footer: (programme) => `Enviado por Visavis para ${programme}.`,
};
