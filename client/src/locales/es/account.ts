import type { Account } from '../en/account.ts';

export const account: Account = {
  role: { owner: 'Titular', coordinator: 'Coordinación', facilitator: 'Facilitación', representative: 'Representante', observer: 'Observación' },
  signOut: 'Cerrar sesión',
  settings: 'Sus ajustes',
  devices: {
    heading: 'Sus dispositivos',
    lead: 'Dónde tiene la sesión abierta. Cierre lo que no conozca.',
    thisOne: 'este',
    seen: (time: string) => `último uso ${time}`,
    since: (day: string) => `abierta el ${day}`,
    unknown: 'Un dispositivo desconocido',
    signOut: 'Cerrar',
    signOutLabel: (device: string) => `Cerrar en ${device}`,
    everywhere: 'Cerrar en todas partes',
    everywhereHint: 'También aquí. Necesitará un enlace nuevo.',
    out: 'Cerrado.',
  },
  again: {
    why: 'Para esto le pedimos que inicie sesión otra vez: la última vez fue hace más de ocho horas.',
    send: 'Enviarme un enlace',
    sent: 'Un enlace está en camino a su dirección. Ábralo en este navegador, vuelva aquí y pulse otra vez. Lo que ha escrito sigue aquí.',
    mailbox: { text: 'Esta instalación guarda su correo en su propio buzón:', link: 'abrir el buzón' },
  },
};
