import type { Plan } from '../en/plan.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('es');

export const plan: Plan = {
  lead: 'Deje que todas las sesiones abiertas encuentren a la vez su mejor hora. Nada se reserva y ningún correo sale antes de publicar.',
  start: 'Planificar el resto',
  startHint: (count) => many(count, { one: '# sesión está por reservar.', other: '# sesiones están por reservar.' }),
  nothing: 'Todas las sesiones tienen hora. No queda nada por planificar.',
  mayMove: 'Las reservas también pueden moverse, si ayuda',
  away: 'Alguien está ausente', awayHint: 'Mueve lo reservado entonces, con los menos cambios posibles.',
  who: 'Quién', from: 'Primer día ausente', until: 'Último día ausente', mend: 'Buscar los menos cambios',
  solving: 'Planificando', progress: (percent) => `${percent} %`, stay: 'Puede dejar esta página; sigue adelante.', stop: 'Parar',
  stopped: 'Parado: esto es lo mejor que se encontró.', failed: 'No se pudo hacer ningún calendario.',
  solvedSpoken: (placed, all) => `El plan está listo: ${placed} de ${all} sesiones tienen hora.`, startedSpoken: 'La planificación ha empezado.',
  placed: (placed, all) => `${placed} de ${all} sesiones tienen hora`,
  proven: 'Demostrado el mejor: ningún calendario es mejor según el orden de abajo.', gap: (percent) => `A lo sumo a un ${percent} % del mejor posible.`,
  byHand: 'Cambiado a mano desde que se planificó.',
  comfort: (day, edge, night) => `${day} en horario de oficina de ambos, ${edge} temprano o tarde para alguien, ${night} de noche para alguien`,
  moved: (count) => many(count, { one: 'se mueve # reserva', other: 'se mueven # reservas' }),
  why: 'Cómo se ponderó',
  objective: {
    lost: 'reservas perdidas', unplaced: 'sesiones sin hora', unmet: 'reglas no cumplidas', moved: 'reservas movidas', discomfort: 'minutos incómodos de todos', share: 'minutos incómodos de quien más carga',
    load: 'desigualdad entre facilitadores', preferences: 'horas que nadie pidió', spread: 'sesiones muy juntas', weighed: 'todo ponderado',
  },
  objectiveLine: (name, value, bound, proven) => (proven ? `${name}: ${value}, demostrado` : `${name}: ${value}, al menos ${bound}`),
  share: 'Quién carga con las horas incómodas', shareLine: (minutes, before) => (before > 0 ? `${minutes} minutos, ${before} más antes` : `${minutes} minutos`),
  shareNone: 'Nadie tiene un minuto fuera de su horario de oficina.',
  unplaced: 'Sin hora', relaxation: 'Qué ayudaría:', was: (time) => `ahora ${time}`,
  lock: 'Dejar aquí', lockWho: (who) => `Dejar ${who} donde está al planificar de nuevo`, other: 'Otras horas', otherWho: (who) => `Otras horas para ${who}`,
  out: 'Sacar', outWho: (who) => `Sacar: ${who}`, gone: 'ocupada desde entonces',
  goneCount: (count) => many(count, { one: '# hora fue ocupada entretanto.', other: '# horas fueron ocupadas entretanto.' }),
  replanGone: 'Planificar esas de nuevo', again: 'Planificar de nuevo', discard: 'Descartar', discarded: 'El plan se ha descartado. No se reservó nada.',
  publish: (count) => many(count, { one: 'Publicar # sesión', other: 'Publicar # sesiones' }), publishHeading: (count) => many(count, { one: '¿Publicar # sesión?', other: '¿Publicar # sesiones?' }),
  publishFacts: (made, moved) => (moved === 0 ? `Se reservan ${made}.` : `Se reservan ${made}, se mueven ${moved}.`),
  publishMails: (people) => many(people, { one: '# persona recibe una invitación por cada sesión suya, en su idioma.', other: '# personas reciben una invitación por cada sesión suya, en su idioma.' }),
  publishAll: 'Todas a la vez, o ninguna.', preview: 'A quién se avisa de qué', previewLine: (name, count) => `${name}: ${many(count, { one: '# sesión', other: '# sesiones' })}`,
  letters: 'Leer los correos',
  lettersOf: 'Sobre qué sesión',
  letterTo: (name, address) => `Para ${name}, ${address}`,
  publishing: 'Publicando…', published: (count) => many(count, { one: '# sesión reservada. Sus invitaciones están en camino.', other: '# sesiones reservadas. Sus invitaciones están en camino.' }),
  keep: 'Todavía no', choose: 'Elegir otra hora', noPlaces: 'No hay otra hora en este plan.', take: 'Tomar esta hora', picture: 'El mismo día en imagen',
};
