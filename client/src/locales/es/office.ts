import type { Office } from '../en/office.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('es');

export const office: Office = {
  people: {
    lead: 'Quién participa. A quien llega o se va se le añade o se le quita de los calendarios de las próximas sesiones.',
    clusters: 'Clústeres', facilitators: 'Facilitadores', coordinators: 'Coordinadores', observers: 'Observadores',
    observersHint: 'Leen este programa y no cambian nada: por ejemplo, quien lo financia.',
    addCluster: 'Añadir un clúster', addFacilitator: 'Añadir un facilitador', addCoordinator: 'Añadir un coordinador', addObserver: 'Añadir un observador',
    noOne: 'Nadie aún.',
    nobodyActs: 'Nadie actúa aún por este clúster: nadie puede reservar y ningún correo le llega.',
    change: 'Cambiar', changeWho: (name) => `Cambiar ${name}`,
    remove: 'Quitar', removeAsk: (name) => `¿Quitar ${name}?`,
    removeHint: 'No se puede deshacer. Las sesiones reservadas deben moverse o cancelarse antes.',
    removed: (name) => `Se ha quitado ${name}.`, keep: 'Conservar',
    data: 'Sus datos', dataWho: (name) => `Sus datos: ${name}`,
    write: 'Cómo entrar', writeWho: (name) => `Escribir a ${name} cómo entrar`,
    mailSubject: (programme) => `${programme}: cómo entrar`,
    mailBody: (name, address, email) => `Hola, ${name}:\n\nAbra ${address} y escriba esta dirección de correo: ${email}. Le llegará por correo un enlace para entrar.\n`,
    teaches: (topics) => `Imparte ${topics}`, noTopics: 'aún no imparte ningún tema',
    usualHours: 'horario de oficina 09:00–17:00', hours: (from, to) => `horario de oficina ${from}–${to}`, anyTime: 'siempre que esté disponible',
    name: 'Nombre', email: 'Dirección de correo', zone: 'Zona horaria', zoneHint: 'Por ejemplo, Europe/Madrid.',
    language: 'Idioma', languages: { en: 'Inglés', es: 'Español', fr: 'Francés', pl: 'Polaco', da: 'Danés' },
    topics: 'Temas que imparte', ownHours: 'Horario de oficina propio', from: 'De', to: 'A',
    representatives: 'Personas que actúan por él', person: (number) => `Persona ${number}`, addPerson: 'Añadir una persona', removePerson: (number) => `Quitar la persona ${number}`,
    save: 'Guardar', saving: 'Guardando…', saved: (name) => `Se ha guardado ${name}.`,
    required: 'Rellene este campo.', emailError: 'Escriba una dirección como nombre@example.org.', zoneError: 'Elija una zona horaria de la lista.', orderError: '«A» debe ser posterior a «De».',
    errors: 'Revise esto, por favor:', stale: 'Alguien lo ha cambiado entretanto. Cierre esto y vuelva a mirar.',
    searchLabel: 'Buscar un nombre o una dirección', found: (count) => many(count, { one: '# encontrado', other: '# encontrados' }),
  },
  log: {
    lead: 'Cada correo que sale, qué fue de él y qué se respondió.',
    filter: 'Mostrar', filters: { all: 'Todo', trouble: 'Lo que requiere atención', queued: 'En camino', sent: 'Entregado', declined: 'Rechazado' },
    find: 'Buscar un nombre, una dirección o un tema',
    when: 'Cuándo', who: 'Para', what: 'Qué', state: 'Entrega', reply: 'Respuesta',
    kinds: { REQUEST: 'Invitación', CANCEL: 'Cancelación' }, update: (sequence) => `Actualización ${sequence}`,
    reminder: 'Recordatorio', reminderOf: (count) => many(count, { one: '# sesión por reservar', other: '# sesiones por reservar' }),
    again: 'Enviar de nuevo', againWho: (name) => `Enviar de nuevo a ${name}`, againSaid: 'Está de nuevo en camino.', correct: 'Corregir la dirección', left: 'ya no está',
    none: 'Aún no ha salido ningún correo.', noneFound: 'Nada de este tipo.', more: (count) => `Mostrar ${count} más`,
    tries: (count) => many(count, { one: '# intento', other: '# intentos' }), shown: (count) => many(count, { one: '# correo', other: '# correos' }),
  },
  day: {
    lead: (city) => `Todas las horas en ${city}, con los relojes de ambas partes al lado`,
    choose: 'Día', before: 'Día anterior', after: 'Día siguiente', none: 'Ninguna sesión este día.', next: (day) => `Próximo día con sesiones: ${day}`,
    count: (count) => many(count, { one: '# sesión', other: '# sesiones' }),
    picture: 'El día de quienes tienen sesión',
    with: (cluster, facilitator) => `${cluster} con ${facilitator}`, allSessions: 'Todas las sesiones en una lista',
  },
};
