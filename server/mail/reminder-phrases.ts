import type { Language } from '../domain/invitation.ts';

interface ReminderPhrases {
  /** Of one session by its topic, of several by their number. */
  subject: (count: number, topic: string) => string;
  hello: (name: string) => string;
  ask: (cluster: string, count: number) => string;
  choose: string;
  how: string;
}

/** What a reminder says, in each language; one that lacks a sentence does not compile. */
export const reminderPhrases: Readonly<Record<Language, ReminderPhrases>> = {
  en: {
    subject: (count, topic) => (count === 1 ? `Still to book: ${topic}` : `Still to book: ${count} sessions`),
    hello: (name) => `Hello ${name},`,
    ask: (cluster, count) => (count === 1 ? `One session of ${cluster} has no time yet. It is held in these days:` : `${count} sessions of ${cluster} have no time yet. They are held in these days:`),
    choose: 'Choose a time',
    how: 'You see every time on your own clock and on the facilitator’s. A time you choose is kept for you while you decide.',
  },
  es: {
    subject: (count, topic) => (count === 1 ? `Por reservar: ${topic}` : `Por reservar: ${count} sesiones`),
    hello: (name) => `Hola, ${name}:`,
    ask: (cluster, count) => (count === 1 ? `Una sesión de ${cluster} aún no tiene hora. Se celebra en estos días:` : `${count} sesiones de ${cluster} aún no tienen hora. Se celebran en estos días:`),
    choose: 'Elegir hora',
    how: 'Verá cada hora en su reloj y en el de la persona que facilita. La hora que elija se le guarda mientras decide.',
  },
  fr: {
    subject: (count, topic) => (count === 1 ? `À réserver : ${topic}` : `À réserver : ${count} séances`),
    hello: (name) => `Bonjour ${name},`,
    ask: (cluster, count) => (count === 1 ? `Une séance de ${cluster} n’a pas encore d’horaire. Elle a lieu ces jours-là :` : `${count} séances de ${cluster} n’ont pas encore d’horaire. Elles ont lieu ces jours-là :`),
    choose: 'Choisir un horaire',
    how: 'Chaque horaire est donné à votre heure et à celle de l’intervenant. Celui que vous choisissez vous est gardé pendant que vous décidez.',
  },
  pl: {
    subject: (count, topic) => (count === 1 ? `Do zarezerwowania: ${topic}` : `Do zarezerwowania: liczba sesji ${count}`),
    hello: (name) => `Dzień dobry, ${name},`,
    ask: (cluster, count) => (count === 1 ? `Jedna sesja (${cluster}) nie ma jeszcze terminu. Odbywa się w tych dniach:` : `Sesje bez terminu (${cluster}): ${count}. Odbywają się w tych dniach:`),
    choose: 'Wybierz termin',
    how: 'Każdy termin widać na Państwa zegarze i na zegarze osoby prowadzącej. Wybrany termin czeka na Państwa podczas podejmowania decyzji.',
  },
  da: {
    subject: (count, topic) => (count === 1 ? `Mangler at blive booket: ${topic}` : `Mangler at blive booket: ${count} sessioner`),
    hello: (name) => `Hej ${name}`,
    ask: (cluster, count) => (count === 1 ? `En session for ${cluster} har endnu ikke fået et tidspunkt. Den holdes i disse dage:` : `${count} sessioner for ${cluster} har endnu ikke fået et tidspunkt. De holdes i disse dage:`),
    choose: 'Vælg et tidspunkt',
    how: 'Hvert tidspunkt står på jeres eget ur og på facilitatorens. Det tidspunkt, I vælger, holdes til jer, mens I bestemmer jer.',
  },
};
