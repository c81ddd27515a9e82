import type { Calendars } from '../en/calendars.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('es');

/** What is said of a facilitator's external calendars. */
export const calendars: Calendars = {
  heading: 'Sus otros calendarios',
  lead: 'Lo que indican como ocupado no se ofrece a los clústeres. Leemos cuándo, nunca qué.',
  none: 'Todavía ninguno.',
  address: 'Dirección ICS',
  hint: 'Google: «Dirección secreta en formato iCal». Outlook: «Publicar un calendario», ICS. Nextcloud: el enlace del calendario. Se guarda cifrada y no se muestra a nadie.',
  name: 'Nombre, si quiere',
  add: 'Añadir calendario',
  adding: 'Añadiendo…',
  waiting: 'se lee por primera vez',
  read: (when) => `leído ${when}`,
  never: 'aún no leído',
  events: (count) => many(count, { one: '# evento', other: '# eventos' }),
  failed: (why) => `El último intento falló: ${why}`,
  kept: 'Lo que decía antes sigue valiendo.',
  /** By what can be done about it. */
  faults: {
    address: 'nadie responde en esta dirección.',
    silent: 'su servidor no respondió bien.',
    closed: 'su servidor ya no nos lo da.',
    content: 'lo recibido no es un calendario completo.',
    large: 'es demasiado grande.',
    emptied: 'llegó sin ningún evento.',
    key: 'su dirección ya no se puede descifrar; añádala de nuevo.',
  },
  stale: 'Hace demasiado que no se lee: se avisa a los clústeres o no se les ofrece nada.',
  inexact: 'Algunos eventos no se han podido leer con exactitud; cuentan como ocupados.',
  refresh: 'Leer ahora',
  refreshLabel: (name) => `Leer ${name} ahora`,
  remove: 'Quitar',
  removeLabel: (name) => `Quitar ${name}`,
  removed: 'Quitado. Sus horas vuelven a estar libres.',
};
