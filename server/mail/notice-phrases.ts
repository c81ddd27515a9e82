import type { Language } from '../domain/invitation.ts';
import type { RefusalNotice } from '../domain/notice.ts';

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
  /** `who`: null for the reader themselves. */
  refusal: Readonly<Record<RefusalNotice['answer'], {
    subject: (who: string | null, topic: string, when: string) => string;
    line: (who: string | null, topic: string, cluster: string, when: string) => string;
  }>>;
  unverified: string;
  /** For who may move it, and for who looks on. */
  standsMovable: string;
  stands: string;
  chooseAnother: string;
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
    refusal: {
      declined: {
        subject: (who, topic, when) => `${who === null ? 'You have' : `${who} has`} declined: ${topic}, ${when}`,
        line: (who, topic, cluster, when) => `${who === null ? 'You have' : `${who} has`} declined the invitation to “${topic}” of ${cluster}, ${when}.`,
      },
      'other-time': {
        subject: (who, topic, when) => `${who === null ? 'You ask' : `${who} asks`} for another time: ${topic}, ${when}`,
        line: (who, topic, cluster, when) => `${who === null ? 'You ask' : `${who} asks`} for another time for “${topic}” of ${cluster}, which is booked for ${when}.`,
      },
    },
    unverified: 'It came by mail, and it is not certain who sent it.',
    standsMovable: 'The session stays booked. If this time does not suit, choose another one: everyone is told.',
    stands: 'The session stays booked until somebody moves or cancels it. The cluster has been offered to choose another time.',
    chooseAnother: 'Choose another time',
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
    refusal: {
      declined: {
        subject: (who, topic, when) => `${who === null ? 'Ha rechazado' : `${who} ha rechazado`} la invitación: ${topic}, ${when}`,
        line: (who, topic, cluster, when) => `${who === null ? 'Ha rechazado' : `${who} ha rechazado`} la invitación a «${topic}» de ${cluster}, ${when}.`,
      },
      'other-time': {
        subject: (who, topic, when) => `${who === null ? 'Pide' : `${who} pide`} otra hora: ${topic}, ${when}`,
        line: (who, topic, cluster, when) => `${who === null ? 'Pide' : `${who} pide`} otra hora para «${topic}» de ${cluster}, reservada para ${when}.`,
      },
    },
    unverified: 'Llegó por correo y no es seguro quién la envió.',
    standsMovable: 'La sesión sigue reservada. Si esta hora no conviene, elija otra: avisaremos a todos.',
    stands: 'La sesión sigue reservada hasta que alguien la mueva o la cancele. Hemos ofrecido al clúster elegir otra hora.',
    chooseAnother: 'Elegir otra hora',
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
    refusal: {
      declined: {
        subject: (who, topic, when) => `${who === null ? 'Vous avez' : `${who} a`} décliné\u00a0: ${topic}, ${when}`,
        line: (who, topic, cluster, when) => `${who === null ? 'Vous avez' : `${who} a`} décliné l’invitation à «\u00a0${topic}\u00a0» de ${cluster}, ${when}.`,
      },
      'other-time': {
        subject: (who, topic, when) => `${who === null ? 'Vous demandez' : `${who} demande`} un autre horaire\u00a0: ${topic}, ${when}`,
        line: (who, topic, cluster, when) => `${who === null ? 'Vous demandez' : `${who} demande`} un autre horaire pour la séance «\u00a0${topic}\u00a0» de ${cluster}, réservée pour ${when}.`,
      },
    },
    unverified: 'La réponse est arrivée par courriel et son auteur n’est pas certain.',
    standsMovable: 'La séance reste réservée. Si cet horaire ne convient pas, choisissez-en un autre\u00a0: tout le monde sera prévenu.',
    stands: 'La séance reste réservée jusqu’à ce que quelqu’un la déplace ou l’annule. Le cluster a été invité à choisir un autre horaire.',
    chooseAnother: 'Choisir un autre horaire',
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
    refusal: {
      declined: {
        subject: (who, topic, when) => `${who === null ? 'Zaproszenie odrzucone' : `${who}: zaproszenie odrzucone`} – ${topic}, ${when}`,
        line: (who, topic, cluster, when) => `${who === null ? 'Odrzucono w Twoim kalendarzu' : `${who} odrzuca`} zaproszenie na sesję „${topic}” (${cluster}), ${when}.`,
      },
      'other-time': {
        subject: (who, topic, when) => `${who === null ? 'Prośba o inny termin' : `${who} prosi o inny termin`}: ${topic}, ${when}`,
        line: (who, topic, cluster, when) => `${who === null ? 'Twój kalendarz prosi' : `${who} prosi`} o inny termin sesji „${topic}” (${cluster}), zaplanowanej na ${when}.`,
      },
    },
    unverified: 'Odpowiedź przyszła pocztą i nie jest pewne, kto ją wysłał.',
    standsMovable: 'Sesja pozostaje zarezerwowana. Jeśli ten termin nie pasuje, wybierz inny: wszyscy zostaną powiadomieni.',
    stands: 'Sesja pozostaje zarezerwowana, dopóki ktoś jej nie przeniesie lub nie odwoła. Klaster może wybrać inny termin.',
    chooseAnother: 'Wybierz inny termin',
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
    refusal: {
      declined: {
        subject: (who, topic, when) => `${who ?? 'Du'} har sagt nej: ${topic}, ${when}`,
        line: (who, topic, cluster, when) => `${who ?? 'Du'} har sagt nej til invitationen til »${topic}« for ${cluster}, ${when}.`,
      },
      'other-time': {
        subject: (who, topic, when) => `${who ?? 'Du'} beder om et andet tidspunkt: ${topic}, ${when}`,
        line: (who, topic, cluster, when) => `${who ?? 'Du'} beder om et andet tidspunkt til »${topic}« for ${cluster}, som er booket til ${when}.`,
      },
    },
    unverified: 'Svaret kom med mail, og det er ikke sikkert, hvem der har sendt det.',
    standsMovable: 'Sessionen er stadig booket. Passer tidspunktet ikke, så vælg et andet: alle får besked.',
    stands: 'Sessionen er booket, indtil nogen flytter eller aflyser den. Klyngen er blevet tilbudt at vælge et andet tidspunkt.',
    chooseAnother: 'Vælg et andet tidspunkt',
  },
};
