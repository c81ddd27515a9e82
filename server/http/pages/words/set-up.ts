import type { Language } from '../../../domain/invitation.ts';

type Fields = Readonly<Record<'name' | 'email' | 'programme' | 'timeZone' | 'startsOn' | 'endsOn', string>>;

interface SetUpWords {
  readonly title: string;
  readonly lead: string;
  readonly fields: Fields;
  readonly wrong: Fields;
  readonly button: string;
  readonly gone: string;
  readonly goneHint: string;
  readonly signIn: string;
}

/** What a new installation asks whoever has started it. */
export const setUpWords: Readonly<Record<Language, SetUpWords>> = {
  en: {
    title: 'Begin with Visavis',
    lead: 'You will run the first programme, and can name others who do. All of this can be changed later.',
    fields: { name: 'Your name', email: 'Your mail address', programme: 'Name of the programme', timeZone: 'Its time zone, such as Europe/Madrid', startsOn: 'First day', endsOn: 'Last day' },
    wrong: { name: 'Write your name.', email: 'Write one mail address.', programme: 'Write a name.', timeZone: 'Choose a time zone from the list.', startsOn: 'Choose a day.', endsOn: 'Choose a day that is not before the first.' },
    button: 'Begin',
    gone: 'This link no longer works',
    goneHint: 'Somebody has begun already, or a day has passed. While there is no programme, each start of the program shows a new link.',
    signIn: 'Sign in',
  },
  es: {
    title: 'Empezar con Visavis',
    lead: 'Usted coordinará el primer programa y podrá nombrar a más coordinadores. Todo se puede cambiar después.',
    fields: { name: 'Su nombre', email: 'Su dirección de correo', programme: 'Nombre del programa', timeZone: 'Su zona horaria, por ejemplo Europe/Madrid', startsOn: 'Primer día', endsOn: 'Último día' },
    wrong: { name: 'Escriba su nombre.', email: 'Escriba una sola dirección de correo.', programme: 'Escriba un nombre.', timeZone: 'Elija una zona horaria de la lista.', startsOn: 'Elija un día.', endsOn: 'Elija un día que no sea anterior al primero.' },
    button: 'Empezar',
    gone: 'Este enlace ya no funciona',
    goneHint: 'Alguien ya ha empezado, o ha pasado un día. Mientras no haya ningún programa, cada arranque muestra un enlace nuevo.',
    signIn: 'Entrar',
  },
  fr: {
    title: 'Commencer avec Visavis',
    lead: 'Vous coordonnerez le premier programme et pourrez nommer d’autres coordinateurs. Tout peut être modifié plus tard.',
    fields: { name: 'Votre nom', email: 'Votre adresse e-mail', programme: 'Nom du programme', timeZone: 'Son fuseau horaire, par exemple Europe/Madrid', startsOn: 'Premier jour', endsOn: 'Dernier jour' },
    wrong: { name: 'Écrivez votre nom.', email: 'Écrivez une seule adresse e-mail.', programme: 'Écrivez un nom.', timeZone: 'Choisissez un fuseau horaire dans la liste.', startsOn: 'Choisissez un jour.', endsOn: 'Choisissez un jour qui ne précède pas le premier.' },
    button: 'Commencer',
    gone: 'Ce lien ne fonctionne plus',
    goneHint: 'Quelqu’un a déjà commencé, ou un jour s’est écoulé. Tant qu’il n’y a aucun programme, chaque démarrage affiche un nouveau lien.',
    signIn: 'Se connecter',
  },
  pl: {
    title: 'Początek pracy z Visavis',
    lead: 'Będą Państwo koordynować pierwszy program i mogą wskazać kolejnych koordynatorów. Wszystko można później zmienić.',
    fields: { name: 'Imię i nazwisko', email: 'Adres e-mail', programme: 'Nazwa programu', timeZone: 'Strefa czasowa programu, na przykład Europe/Warsaw', startsOn: 'Pierwszy dzień', endsOn: 'Ostatni dzień' },
    wrong: { name: 'Proszę podać imię i nazwisko.', email: 'Proszę podać jeden adres e-mail.', programme: 'Proszę podać nazwę.', timeZone: 'Proszę wybrać strefę czasową z listy.', startsOn: 'Proszę wybrać dzień.', endsOn: 'Proszę wybrać dzień nie wcześniejszy niż pierwszy.' },
    button: 'Rozpocznij',
    gone: 'Ten link już nie działa',
    goneHint: 'Ktoś już rozpoczął pracę albo minął dzień. Dopóki nie ma żadnego programu, każde uruchomienie pokazuje nowy link.',
    signIn: 'Zaloguj się',
  },
  da: {
    title: 'Kom i gang med Visavis',
    lead: 'Du koordinerer det første program og kan udpege flere koordinatorer. Alt kan ændres senere.',
    fields: { name: 'Dit navn', email: 'Din mailadresse', programme: 'Programmets navn', timeZone: 'Dets tidszone, for eksempel Europe/Copenhagen', startsOn: 'Første dag', endsOn: 'Sidste dag' },
    wrong: { name: 'Skriv dit navn.', email: 'Skriv én mailadresse.', programme: 'Skriv et navn.', timeZone: 'Vælg en tidszone fra listen.', startsOn: 'Vælg en dag.', endsOn: 'Vælg en dag, der ikke ligger før den første.' },
    button: 'Kom i gang',
    gone: 'Dette link virker ikke længere',
    goneHint: 'Nogen er allerede gået i gang, eller der er gået et døgn. Så længe der ikke er noget program, viser hver start et nyt link.',
    signIn: 'Log ind',
  },
};
