import type { Language } from '../domain/invitation.ts';

export interface NoticePhrases {
  hello: (name: string) => string;
  freedSubject: (topic: string) => string;
  freed: (topic: string) => string;
  freedHow: string;
  choose: string;
  questionSubject: (cluster: string, topic: string) => string;
  question: (asker: string, cluster: string, topic: string) => string;
  answer: string;
  openSession: string;
  colleagueSubject: (cluster: string) => string;
  colleague: (inviter: string, cluster: string, programme: string) => string;
  colleagueHow: string;
  start: string;
}

/** What notices say, in each language; one that lacks a sentence does not compile. */
export const noticePhrases: Readonly<Record<Language, NoticePhrases>> = {
  en: {
    hello: (name) => `Hello ${name},`,
    freedSubject: (topic) => `A time is free: ${topic}`,
    freed: (topic) => `You asked to be told: there is a free time for “${topic}” again.`,
    freedHow: 'Whoever chooses it first has it. You are not told again unless you ask for it.',
    choose: 'Choose a time',
    questionSubject: (cluster, topic) => `${cluster} asks about ${topic}`,
    question: (asker, cluster, topic) => `${asker} of ${cluster} asks about the session “${topic}”:`,
    answer: 'Your answer to this mail goes to them.',
    openSession: 'Open the session',
    colleagueSubject: (cluster) => `You now act for ${cluster}`,
    colleague: (inviter, cluster, programme) => `${inviter} has named you as one of those who act for ${cluster} in ${programme}. You can choose times, move and cancel sessions, and you get their invitations.`,
    colleagueHow: 'To sign in, give this mail address; a link comes by mail. There is no password.',
    start: 'Go to the programme',
  },
  es: {
    hello: (name) => `Hola, ${name}:`,
    freedSubject: (topic) => `Hay una hora libre: ${topic}`,
    freed: (topic) => `Pidió que le avisáramos: vuelve a haber una hora libre para «${topic}».`,
    freedHow: 'Es de quien la elija primero. No le avisaremos otra vez si no lo pide.',
    choose: 'Elegir hora',
    questionSubject: (cluster, topic) => `${cluster} pregunta por ${topic}`,
    question: (asker, cluster, topic) => `${asker}, de ${cluster}, pregunta por la sesión «${topic}»:`,
    answer: 'Su respuesta a este correo le llega directamente.',
    openSession: 'Abrir la sesión',
    colleagueSubject: (cluster) => `Ahora actúa por ${cluster}`,
    colleague: (inviter, cluster, programme) => `${inviter} le ha nombrado entre quienes actúan por ${cluster} en ${programme}. Puede elegir horas, mover y cancelar sesiones, y recibe sus invitaciones.`,
    colleagueHow: 'Para entrar, dé esta dirección; el enlace llega por correo. No hay contraseña.',
    start: 'Ir al programa',
  },
  fr: {
    hello: (name) => `Bonjour ${name},`,
    freedSubject: (topic) => `Un horaire est libre : ${topic}`,
    freed: (topic) => `Vous avez demandé à être prévenu : il y a de nouveau un horaire libre pour « ${topic} ».`,
    freedHow: 'Il est à qui le choisit en premier. Vous ne serez plus prévenu, sauf si vous le demandez.',
    choose: 'Choisir un horaire',
    questionSubject: (cluster, topic) => `${cluster} a une question sur ${topic}`,
    question: (asker, cluster, topic) => `${asker}, de ${cluster}, a une question sur la séance « ${topic} » :`,
    answer: 'Votre réponse à ce message lui parviendra.',
    openSession: 'Ouvrir la séance',
    colleagueSubject: (cluster) => `Vous agissez désormais pour ${cluster}`,
    colleague: (inviter, cluster, programme) => `${inviter} vous compte parmi ceux qui agissent pour ${cluster} dans ${programme}. Vous pouvez choisir des horaires, déplacer et annuler des séances, et vous recevez leurs invitations.`,
    colleagueHow: 'Pour vous connecter, donnez cette adresse ; un lien arrive par courriel. Il n’y a pas de mot de passe.',
    start: 'Ouvrir le programme',
  },
  pl: {
    hello: (name) => `Dzień dobry, ${name},`,
    freedSubject: (topic) => `Zwolnił się termin: ${topic}`,
    freed: (topic) => `Zgodnie z prośbą dajemy znać: znów jest wolny termin na „${topic}”.`,
    freedHow: 'Ma go ten, kto wybierze pierwszy. Kolejnej wiadomości nie będzie, chyba że znów Państwo o nią poproszą.',
    choose: 'Wybierz termin',
    questionSubject: (cluster, topic) => `${cluster}: pytanie o ${topic}`,
    question: (asker, cluster, topic) => `${asker} (${cluster}) pyta o sesję „${topic}”:`,
    answer: 'Odpowiedź na tę wiadomość trafi do tej osoby.',
    openSession: 'Otwórz sesję',
    colleagueSubject: (cluster) => `Reprezentujesz teraz: ${cluster}`,
    colleague: (inviter, cluster, programme) => `${inviter} wskazuje Cię jako jedną z osób reprezentujących ${cluster} w programie ${programme}. Możesz wybierać terminy, przenosić i odwoływać sesje i dostajesz zaproszenia na nie.`,
    colleagueHow: 'Aby się zalogować, podaj ten adres; link przyjdzie pocztą. Nie ma hasła.',
    start: 'Przejdź do programu',
  },
  da: {
    hello: (name) => `Hej ${name}`,
    freedSubject: (topic) => `Der er en ledig tid: ${topic}`,
    freed: (topic) => `Du bad om besked: der er igen en ledig tid til »${topic}«.`,
    freedHow: 'Den, der vælger først, får den. Du får ikke besked igen, medmindre du beder om det.',
    choose: 'Vælg et tidspunkt',
    questionSubject: (cluster, topic) => `${cluster} spørger om ${topic}`,
    question: (asker, cluster, topic) => `${asker} fra ${cluster} spørger om sessionen »${topic}«:`,
    answer: 'Dit svar på denne mail går til vedkommende.',
    openSession: 'Åbn sessionen',
    colleagueSubject: (cluster) => `Du handler nu for ${cluster}`,
    colleague: (inviter, cluster, programme) => `${inviter} har nævnt dig som en af dem, der handler for ${cluster} i ${programme}. Du kan vælge tider, flytte og aflyse sessioner, og du får invitationerne til dem.`,
    colleagueHow: 'For at logge ind skal du give denne mailadresse; et link kommer med mail. Der er ingen adgangskode.',
    start: 'Gå til programmet',
  },
};
