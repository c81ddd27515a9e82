import { cleanLine } from '../calendar/clean-text.ts';
import type { Letter, Sender } from '../domain/invitation-content.ts';
import type { Language } from '../domain/invitation.ts';
import { plainLetter } from './plain-letter.ts';
import { button, heading, paragraph, sheet, small, textLink } from './sheet.ts';

interface Words {
  subject: string;
  hello: (name: string) => string;
  press: string;
  /** As the button on the page is called that the link opens. */
  signIn: string;
  once: (minutes: number) => string;
  elsewhere: string;
  notYou: string;
}

const words: Record<Language, Words> = {
  en: {
    subject: 'Your link to sign in to Visavis',
    hello: (name) => `Hello ${name},`,
    press: 'Open this link and press “Sign in”:',
    signIn: 'Sign in',
    once: (minutes) => `It works once, for ${minutes} minutes.`,
    elsewhere: 'If you open it in another browser, it asks for the code that is shown where you asked for it.',
    notYou: 'If you did not ask for it, do nothing: nobody is signed in without it.',
  },
  es: {
    subject: 'Su enlace para entrar en Visavis',
    hello: (name) => `Hola, ${name}:`,
    press: 'Abra este enlace y pulse «Entrar»:',
    signIn: 'Entrar',
    once: (minutes) => `Sirve una sola vez, durante ${minutes} minutos.`,
    elsewhere: 'Si lo abre en otro navegador, le pedirá el código que se muestra donde lo pidió.',
    notYou: 'Si no lo ha pedido, no haga nada: nadie entra sin él.',
  },
  fr: {
    subject: 'Votre lien pour vous connecter à Visavis',
    hello: (name) => `Bonjour ${name},`,
    press: 'Ouvrez ce lien et appuyez sur « Se connecter » :',
    signIn: 'Se connecter',
    once: (minutes) => `Il fonctionne une seule fois, pendant ${minutes} minutes.`,
    elsewhere: 'Si vous l’ouvrez dans un autre navigateur, il demande le code affiché là où vous l’avez demandé.',
    notYou: 'Si vous ne l’avez pas demandé, ne faites rien : personne ne se connecte sans lui.',
  },
  pl: {
    subject: 'Link do logowania w Visavis',
    hello: (name) => `Dzień dobry, ${name},`,
    press: 'Proszę otworzyć ten link i nacisnąć „Zaloguj się”:',
    signIn: 'Zaloguj się',
    once: (minutes) => `Działa jeden raz, przez ${minutes} minut.`,
    elsewhere: 'W innej przeglądarce trzeba będzie podać kod widoczny tam, gdzie poproszono o link.',
    notYou: 'Jeśli to nie Państwa prośba, proszę nic nie robić: bez niego nikt się nie zaloguje.',
  },
  da: {
    subject: 'Dit link til at logge ind på Visavis',
    hello: (name) => `Hej ${name}`,
    press: 'Åbn dette link, og tryk på “Log ind”:',
    signIn: 'Log ind',
    once: (minutes) => `Det virker én gang, i ${minutes} minutter.`,
    elsewhere: 'Åbner du det i en anden browser, beder det om den kode, der vises, hvor du bad om det.',
    notYou: 'Har du ikke bedt om det, så gør ingenting: ingen logges ind uden det.',
  },
};

/** The mail with a sign-in link. `language` in its reader's; `minutes` it is valid for; `id` makes it one mail, however often it is posted. */
export function signInLetter(
  person: { name: string; email: string; language: string }, link: { id: string; url: string; minutes: number }, sender: Sender, date: Date,
): Letter {
  const language = person.language in words ? person.language as Language : 'en';
  const said = words[language];
  const hello = said.hello(cleanLine(person.name));
  const after = [said.once(link.minutes), said.elsewhere, said.notYou];
  return plainLetter({
    id: link.id,
    from: 'Visavis',
    to: person,
    subject: said.subject,
    text: `${[hello, said.press, link.url, ...after].join('\n\n')}\n`,
    html: sheet({
      subject: said.subject,
      // The address itself too, for whoever reads their mail on another device than the one that asked.
      blocks: [heading(said.subject), paragraph(hello), paragraph(said.press), button(link.url, said.signIn), textLink(link.url, link.url), ...after.map(small)],
      footer: 'Visavis',
    }, language),
  }, sender, date);
}
