import type { Language } from '../../../domain/invitation.ts';

/** What the privacy page says: headings, and below each its sentences. */
export interface PrivacyWords {
  title: string;
  lead: string;
  sections: { heading: string; lines: string[] }[];
  /** To whoever is signed in: the link to all that is kept about them. */
  yourRecord: string;
}

export const privacyWords: Record<Language, PrivacyWords> = {
  en: {
    title: 'What we know about you',
    lead: 'Visavis arranges one-on-one sessions. It keeps what that takes, and nothing else.',
    sections: [
      { heading: 'What is stored', lines: [
        'Your name, mail address, language and time zone, and what you are in a programme: you or your coordinator entered them.',
        'Your sessions: when, with whom, about what, what you asked for, who came, and the notes on it.',
        'If you give sessions: when you are available, and, from calendars you link, only when you are busy; not what with.',
        'Which invitations were sent to you, and your answers to them. Who changed what, and when.',
        'When you signed in and until when that lasts. There is no password.',
      ] },
      { heading: 'What is not', lines: ['No tracking, no statistics about you, no advertising, no other company’s scripts. One cookie: that you are signed in.'] },
      { heading: 'Who sees it', lines: [
        'The other side of a session sees your name and what you write for it. Your coordinator sees the whole programme. A funder who observes it sees which sessions took place, not what was written in them.',
        'The logs of the server have numbers in them, never names, addresses or notes.',
      ] },
      { heading: 'How long', lines: [
        'As long as your programme decides, counted from its last day; then people are erased by themselves, and only sessions, hours and dates remain. A sign-in ends by itself. A programme that was never finished being set up is forgotten half a year after its last change.',
      ] },
      { heading: 'Your rights', lines: ['Ask your coordinator: for all that is kept about you, to correct it, or to erase you. Sessions that took place stay in the record of the programme, without your name.'] },
    ],
    yourRecord: 'See all that is kept about you',
  },
  es: {
    title: 'Qué sabemos de usted',
    lead: 'Visavis organiza sesiones individuales. Guarda lo necesario para ello y nada más.',
    sections: [
      { heading: 'Qué se guarda', lines: [
        'Su nombre, dirección de correo, idioma y zona horaria, y su papel en un programa: los introdujo usted o su coordinación.',
        'Sus sesiones: cuándo, con quién, sobre qué, qué pidió, quién asistió y las notas.',
        'Si imparte sesiones: cuándo está disponible y, de los calendarios que enlace, solo cuándo está ocupado; no con qué.',
        'Qué invitaciones se le enviaron y sus respuestas. Quién cambió qué, y cuándo.',
        'Cuándo entró y hasta cuándo vale. No hay contraseña.',
      ] },
      { heading: 'Qué no', lines: ['Ni seguimiento, ni estadísticas sobre usted, ni publicidad, ni código de otras empresas. Una cookie: la de haber entrado.'] },
      { heading: 'Quién lo ve', lines: [
        'La otra parte de una sesión ve su nombre y lo que escriba para ella. La coordinación ve todo el programa. Quien lo financia y lo observa ve qué sesiones tuvieron lugar, no lo que se escribió en ellas.',
        'Los registros del servidor contienen números, nunca nombres, direcciones ni notas.',
      ] },
      { heading: 'Cuánto tiempo', lines: [
        'El que decida su programa, contado desde su último día; después las personas se borran solas y solo quedan sesiones, horas y fechas. La sesión iniciada caduca por sí misma. Un programa que nunca se terminó de preparar se olvida medio año después de su último cambio.',
      ] },
      { heading: 'Sus derechos', lines: ['Pida a su coordinación todo lo que se guarda sobre usted, que se corrija o que se le borre. Las sesiones celebradas quedan en el registro del programa, sin su nombre.'] },
    ],
    yourRecord: 'Ver todo lo que se guarda sobre usted',
  },
  fr: {
    title: 'Ce que nous savons de vous',
    lead: 'Visavis organise des séances individuelles. Il conserve ce qu’il faut pour cela, et rien d’autre.',
    sections: [
      { heading: 'Ce qui est conservé', lines: [
        'Votre nom, adresse électronique, langue et fuseau horaire, et votre rôle dans un programme : saisis par vous ou par votre coordination.',
        'Vos séances : quand, avec qui, sur quoi, ce que vous avez demandé, qui est venu, et les notes.',
        'Si vous donnez des séances : quand vous êtes disponible et, dans les agendas que vous reliez, seulement quand vous êtes pris ; pas par quoi.',
        'Les invitations qui vous ont été envoyées et vos réponses. Qui a changé quoi, et quand.',
        'Quand vous vous êtes connecté et jusqu’à quand. Il n’y a pas de mot de passe.',
      ] },
      { heading: 'Ce qui ne l’est pas', lines: ['Pas de suivi, pas de statistiques sur vous, pas de publicité, pas de script d’une autre entreprise. Un seul cookie : celui de votre connexion.'] },
      { heading: 'Qui le voit', lines: [
        'L’autre partie d’une séance voit votre nom et ce que vous écrivez pour elle. La coordination voit tout le programme. Un financeur qui l’observe voit quelles séances ont eu lieu, pas ce qui y a été écrit.',
        'Les journaux du serveur contiennent des numéros, jamais de noms, d’adresses ni de notes.',
      ] },
      { heading: 'Combien de temps', lines: [
        'Aussi longtemps que votre programme le décide, à compter de son dernier jour ; ensuite les personnes sont effacées d’elles-mêmes, et il ne reste que séances, heures et dates. Une connexion prend fin d’elle-même. Un programme dont la préparation n’a pas été terminée est oublié six mois après sa dernière modification.',
      ] },
      { heading: 'Vos droits', lines: ['Demandez à votre coordination tout ce qui est conservé sur vous, une correction ou votre effacement. Les séances qui ont eu lieu restent au dossier du programme, sans votre nom.'] },
    ],
    yourRecord: 'Voir tout ce qui est conservé sur vous',
  },
  pl: {
    title: 'Co o Państwu wiemy',
    lead: 'Visavis organizuje sesje indywidualne. Przechowuje to, co do tego potrzebne, i nic więcej.',
    sections: [
      { heading: 'Co jest przechowywane', lines: [
        'Imię i nazwisko, adres e-mail, język i strefa czasowa oraz rola w programie: wpisane przez Państwa lub koordynację.',
        'Sesje: kiedy, z kim, o czym, o co Państwo prosili, kto przyszedł, i notatki.',
        'U osób prowadzących: kiedy są dostępne, a z podłączonych kalendarzy tylko kiedy są zajęte; nie czym.',
        'Jakie zaproszenia wysłano i jakie były odpowiedzi. Kto co zmienił i kiedy.',
        'Kiedy nastąpiło logowanie i do kiedy jest ważne. Nie ma hasła.',
      ] },
      { heading: 'Czego nie ma', lines: ['Żadnego śledzenia, żadnych statystyk o Państwu, żadnych reklam ani skryptów innych firm. Jedno ciasteczko: że są Państwo zalogowani.'] },
      { heading: 'Kto to widzi', lines: [
        'Druga strona sesji widzi Państwa nazwisko i to, co dla niej Państwo napiszą. Koordynacja widzi cały program. Instytucja finansująca, która go obserwuje, widzi, które sesje się odbyły, a nie co w nich zapisano.',
        'W dziennikach serwera są numery, nigdy nazwiska, adresy ani notatki.',
      ] },
      { heading: 'Jak długo', lines: [
        'Tak długo, jak postanowi program, licząc od jego ostatniego dnia; potem osoby są usuwane samoczynnie i zostają tylko sesje, godziny i daty. Zalogowanie wygasa samo. Program, którego przygotowania nie dokończono, jest zapominany pół roku po ostatniej zmianie.',
      ] },
      { heading: 'Państwa prawa', lines: ['Proszę zwrócić się do koordynacji: o wszystko, co o Państwu przechowujemy, o sprostowanie lub o usunięcie. Odbyte sesje zostają w dokumentacji programu, bez nazwiska.'] },
    ],
    yourRecord: 'Zobacz wszystko, co o Państwu przechowujemy',
  },
  da: {
    title: 'Det ved vi om dig',
    lead: 'Visavis aftaler møder mellem to parter. Det gemmer, hvad der skal til, og intet andet.',
    sections: [
      { heading: 'Hvad der gemmes', lines: [
        'Dit navn, din mailadresse, dit sprog og din tidszone, og hvad du er i et program: skrevet af dig eller din koordinator.',
        'Dine møder: hvornår, med hvem, om hvad, hvad du bad om, hvem der kom, og noterne.',
        'Holder du møderne: hvornår du er ledig, og fra kalendere, du forbinder, kun hvornår du er optaget; ikke af hvad.',
        'Hvilke invitationer du har fået, og dine svar. Hvem der ændrede hvad, og hvornår.',
        'Hvornår du loggede ind, og hvor længe det gælder. Der er ingen adgangskode.',
      ] },
      { heading: 'Hvad der ikke gør', lines: ['Ingen sporing, ingen statistik om dig, ingen reklamer, ingen andre firmaers scripts. Én cookie: at du er logget ind.'] },
      { heading: 'Hvem der ser det', lines: [
        'Den anden part i et møde ser dit navn og det, du skriver til det. Din koordinator ser hele programmet. En bevillingsgiver, der følger det, ser, hvilke møder der fandt sted, ikke hvad der blev skrevet om dem.',
        'I serverens log står der numre, aldrig navne, adresser eller noter.',
      ] },
      { heading: 'Hvor længe', lines: [
        'Så længe dit program bestemmer, regnet fra dets sidste dag; så slettes personerne af sig selv, og kun møder, timer og datoer bliver tilbage. En login udløber af sig selv. Et program, der aldrig blev gjort færdigt, glemmes et halvt år efter den sidste ændring.',
      ] },
      { heading: 'Dine rettigheder', lines: ['Spørg din koordinator: om alt, hvad der gemmes om dig, om at få det rettet eller om at blive slettet. Møder, der har fundet sted, bliver i programmets papirer, uden dit navn.'] },
    ],
    yourRecord: 'Se alt, hvad der gemmes om dig',
  },
};
