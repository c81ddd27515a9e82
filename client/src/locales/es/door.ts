import type { Door } from '../en/door.ts';

export const door: Door = {
  signIn: {
    heading: 'Entrar',
    lead: 'Le enviamos un enlace por correo. No hay contraseña.',
    email: 'Su dirección de correo',
    send: 'Enviarme un enlace',
    sentHeading: 'Mire su correo',
    sent: (email) => `Si conocemos ${email}, un enlace está en camino. Puede tardar un minuto.`,
    code: 'Si abre el enlace en otro navegador o en otro dispositivo, le pedirá este código:',
    again: 'Usar otra dirección',
    mailbox: 'Esta instalación guarda su correo en su propio buzón:',
    mailboxLink: 'abrir el buzón',
    picture: 'Una hora, vista desde tres ciudades',
    privacy: 'Qué sabemos de usted',
    badEmail: 'Escriba una dirección de correo, como nombre@example.org.',
  },
};
