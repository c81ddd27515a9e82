import type { Desk } from '../en/desk.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('es');

export const desk: Desk = {
  audit: {
    lead: 'Quién hizo qué y cuándo. Nada de esto se puede reescribir; borrar a una persona quita su nombre.',
    kind: 'Qué', allKinds: 'Todo', from: 'Desde', to: 'Hasta',
    kinds: {
      'slot.taken': 'Hora ocupada', 'slot.freed': 'Hora liberada', 'hold.placed': 'Hora retenida', 'hold.ended': 'Retención terminada',
      'booking.made': 'Reserva', 'booking.moved': 'Cambio de hora', 'booking.cancelled': 'Anulación', 'session.changed': 'Cambio de la sesión',
      'availability.changed': 'Cambio de disponibilidad', 'programme.changed': 'Cambio del programa', 'plan.progress': 'Planificación', 'plan.ready': 'Plan listo', 'plan.published': 'Plan publicado',
      'delivery.changed': 'Correo', 'reply.received': 'Respuesta recibida', 'attendance.recorded': 'Asistencia anotada',
    },
    about: { programme: 'el programa', phase: 'una semana', topic: 'un tema', cluster: 'un clúster', facilitator: 'un facilitador', coordinator: 'un coordinador', observer: 'un observador', person: 'una persona', webhook: 'un webhook', preferences: 'horas deseadas' },
    what: { asked: 'pedido por correo', added: 'añadido', changed: 'cambiado', removed: 'quitado', erased: 'borrada', 'secret renewed': 'clave nueva', retention: 'conservación', 'people forgotten': 'personas olvidadas', 'feed renewed': 'nueva dirección de calendario', 'links ended': 'enlaces cerrados' },
    head: { when: 'Cuándo', who: 'Quién', what: 'Qué', about: 'Sobre' },
    actor: { owner: 'El propietario de la instalación', system: 'Visavis', unknown: 'Alguien que ya no está' },
    onlyOf: (name) => `Solo lo que hizo ${name}`, ofOne: (name) => `Solo lo que hizo ${name}.`, everyone: 'Mostrar a todos',
    none: 'No ha pasado nada de este tipo.', more: 'Mostrar más', take: 'Descargar:', tooMany: 'Para lo anterior, acote las fechas o descargue el archivo.',
  },
  programs: {
    lead: 'Otros programas que se enteran de los cambios o actúan en su nombre.',
    webhooks: 'Webhooks', webhooksHint: 'Los cambios se envían a una dirección suya en cuanto ocurren, firmados según Standard Webhooks, en orden, con intentos durante 75 horas.',
    noWebhooks: 'Ningún programa recibe cambios todavía.', addWebhook: 'Añadir un webhook',
    url: 'Dirección en la que escucha', urlHint: 'Por ejemplo https://example.org/hook; una dirección pública.', urlError: 'Escriba una dirección que empiece por https://.',
    contact: 'A quién avisar si deja de funcionar', contactHint: 'Vacío: a usted.',
    kinds: 'Qué cambios', allKinds: 'Todos', someKinds: 'Solo estos', kindsError: 'Elija al menos un tipo, o todos.',
    on: 'Activo', off: { gone: 'Inactivo: el receptor ya no existe', 'given-up': 'Inactivo: no aceptó nada en 75 horas', 'by-hand': 'Desactivado' },
    waiting: (count) => many(count, { one: '# mensaje en espera', other: '# mensajes en espera' }),
    switchOff: 'Desactivar', switchOn: 'Activar', switchedOff: 'Desactivado. Los mensajes esperan.', switchedOn: 'Activado. Continúa donde se detuvo.',
    renew: 'Clave nueva', renewAsk: '¿Crear una clave nueva?', renewHint: 'Durante un día, lo enviado lleva las dos firmas, para cambiarla sin cortes.',
    log: 'Lo enviado', logOf: (url) => `Lo enviado a ${url}`, logNone: 'Todavía no se ha enviado nada.',
    states: { waiting: 'en espera', delivered: 'entregado', failed: 'abandonado' },
    status: (status) => `respondió ${status}`, tries: (count) => many(count, { one: '# intento', other: '# intentos' }), next: (when) => `próximo intento ${when}`,
    again: 'Enviar de nuevo', againSaid: 'Sale de nuevo, antes que los que esperan.',
    remove: 'Quitar', removeWebhook: (url) => `¿Quitar el webhook a ${url}?`, removeWebhookHint: 'Su clave y su registro se van con él. Desactivado, se conservan.', removed: 'Quitado.',
    secret: 'La clave', secretHint: 'Se muestra una sola vez. Guárdela donde su programa pueda leerla; no podremos volver a mostrarla.', token: 'El token',
    copy: 'Copiar', copied: 'Copiado.', kept: 'La he guardado',
    tokens: 'Tokens', tokensHint: 'Un programa con su token puede hacer lo que usted puede, hasta donde llegan sus permisos.', noTokens: 'Ningún programa actúa en su nombre.',
    addToken: 'Crear un token', tokenName: 'Para qué es', scopes: 'Qué puede hacer', scope: { read: 'Leer', book: 'Reservar, mover, anotar quién vino', manage: 'Cambiar todo lo demás' }, scopesError: 'Elija al menos uno.',
    valid: 'Cuánto dura', days: (count) => many(count, { one: '# día', other: '# días' }), ends: (when) => `termina ${when}`, used: (when) => `último uso ${when}`, unused: 'nunca usado',
    revoke: 'Revocar', revokeAsk: (name) => `¿Revocar «${name}»?`, revokeHint: 'Los programas que lo usan son rechazados al momento. No se puede deshacer.', revoked: (name) => `«${name}» está revocado.`,
    make: 'Crear', keep: 'Conservar',
  },
  data: {
    heading: (name) => `Lo que se guarda sobre ${name}`,
    take: 'Descargar todo (JSON)', takeHint: 'Sus nombres y direcciones, accesos, sesiones, notas y correos, para entregárselos.',
    erase: 'Borrar a esta persona', eraseAsk: (name) => `¿Borrar a ${name}?`,
    eraseHint: 'Se van su nombre, su dirección y sus palabras, de todos sus papeles en este programa. Quedan las sesiones, horas y fechas como prueba para el financiador. No se puede deshacer.',
    cancelToo: 'Anular las próximas sesiones que nadie más podría tener, y avisar a la otra parte',
    erased: (name, kept) => many(kept, { one: `${name} está borrado; queda # sesión en el registro.`, other: `${name} está borrado; quedan # sesiones en el registro.` }),
    keep: 'Conservar',
  },
};
