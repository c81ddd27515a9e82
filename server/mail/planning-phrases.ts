import type { Language } from '../domain/invitation.ts';
import type { SwapNotice } from '../domain/notice.ts';

export interface PlanningPhrases {
  hours: {
    subject: (cluster: string) => string;
    line: (cluster: string) => string;
    how: string;
    link: string;
  };
  kept: {
    subject: (count: number) => string;
    line: (cluster: string) => string;
    place: (topic: string, when: string, facilitator: string) => string;
    how: (until: string) => string;
    link: string;
  };
  swap: Readonly<Record<SwapNotice['what'], {
    subject: (topic: string) => string;
    line: (topic: string, own: string, other: string, facilitator: string) => string;
    how: string;
  }>> & { readonly link: string };
}

/** What is said of times kept and of swaps, in each language. */
export const planningPhrases: Readonly<Record<Language, PlanningPhrases>> = {
  en: {
    hours: {
      subject: (cluster) => `Which hours suit ${cluster}?`,
      line: (cluster) => `The coordinator is about to plan the sessions of ${cluster}. Please mark the hours that suit you and those that do not.`,
      how: 'Everybody’s marks count at once, so nobody has to be quick. What you do not mark counts as possible by day and as no at night.',
      link: 'Mark your hours',
    },
    kept: {
      subject: (count) => (count === 1 ? 'A time to confirm' : `${count} times to confirm`),
      line: (cluster) => `The timetable keeps these times for ${cluster}:`,
      place: (topic, when, facilitator) => `${topic}: ${when}, with ${facilitator}`,
      how: (until) => `Confirm each of them, or choose another, by ${until}. What is not confirmed by then is free for others.`,
      link: 'Look and confirm',
    },
    swap: {
      asked: {
        subject: (topic) => `Would you change places? ${topic}`,
        line: (topic, own, other, facilitator) => `Another cluster asks to change places with you: your session “${topic}” would be on ${other} with ${facilitator}, and they would have your place on ${own}.`,
        how: 'Nothing moves unless you agree. If you do, both sessions move at once and everybody’s calendar follows.',
      },
      agreed: {
        subject: (topic) => `You have changed places: ${topic}`,
        line: (topic, own, other, facilitator) => `The other cluster has agreed. Your session “${topic}” is no longer on ${own} but on ${other}, with ${facilitator}.`,
        how: 'The invitation has been moved to the new time.',
      },
      declined: {
        subject: (topic) => `No change of places: ${topic}`,
        line: (topic, own, other) => `The other cluster would rather keep its place on ${other}. Your session “${topic}” stays on ${own}.`,
        how: 'You can ask for another place, or choose a free time.',
      },
      withdrawn: {
        subject: (topic) => `No longer asked: ${topic}`,
        line: (topic, own) => `The other cluster no longer asks to change places. Your session “${topic}” stays on ${own}.`,
        how: 'There is nothing to do.',
      },
      link: 'Open the session',
    },
  },
  es: {
    hours: {
      subject: (cluster) => `¿Qué horas le vienen bien a ${cluster}?`,
      line: (cluster) => `Se van a planificar las sesiones de ${cluster}. Marque las horas que le vienen bien y las que no.`,
      how: 'Las marcas de todos cuentan a la vez: nadie tiene que darse prisa. Lo que no marque cuenta como posible de día y como no de noche.',
      link: 'Marcar sus horas',
    },
    kept: {
      subject: (count) => (count === 1 ? 'Una hora por confirmar' : `${count} horas por confirmar`),
      line: (cluster) => `El calendario guarda estas horas para ${cluster}:`,
      place: (topic, when, facilitator) => `${topic}: ${when}, con ${facilitator}`,
      how: (until) => `Confirme cada una, o elija otra, antes de: ${until}. Lo que no se confirme quedará libre para otros.`,
      link: 'Ver y confirmar',
    },
    swap: {
      asked: {
        subject: (topic) => `¿Cambiaría de lugar? ${topic}`,
        line: (topic, own, other, facilitator) => `Otro clúster pide cambiar de lugar con ustedes: su sesión «${topic}» sería ${other} con ${facilitator}, y ellos tendrían su lugar de ${own}.`,
        how: 'Nada se mueve si no acepta. Si acepta, ambas sesiones se mueven a la vez y los calendarios de todos las siguen.',
      },
      agreed: {
        subject: (topic) => `Han cambiado de lugar: ${topic}`,
        line: (topic, own, other, facilitator) => `El otro clúster ha aceptado. Su sesión «${topic}» ya no es ${own}, sino ${other}, con ${facilitator}.`,
        how: 'La invitación se ha movido a la nueva hora.',
      },
      declined: {
        subject: (topic) => `Sin cambio de lugar: ${topic}`,
        line: (topic, own, other) => `El otro clúster prefiere conservar su lugar de ${other}. Su sesión «${topic}» sigue siendo ${own}.`,
        how: 'Puede pedir otro lugar o elegir una hora libre.',
      },
      withdrawn: {
        subject: (topic) => `Ya no se pide: ${topic}`,
        line: (topic, own) => `El otro clúster ya no pide cambiar de lugar. Su sesión «${topic}» sigue siendo ${own}.`,
        how: 'No tiene que hacer nada.',
      },
      link: 'Abrir la sesión',
    },
  },
  fr: {
    hours: {
      subject: (cluster) => `Quelles heures conviennent à ${cluster} ?`,
      line: (cluster) => `Les séances de ${cluster} vont être planifiées. Marquez les heures qui vous conviennent et celles qui ne vous conviennent pas.`,
      how: 'Les marques de tous comptent en même temps : personne n’a à se presser. Ce que vous ne marquez pas compte comme possible le jour et comme non la nuit.',
      link: 'Marquer vos heures',
    },
    kept: {
      subject: (count) => (count === 1 ? 'Un horaire à confirmer' : `${count} horaires à confirmer`),
      line: (cluster) => `Le planning garde ces horaires pour ${cluster} :`,
      place: (topic, when, facilitator) => `${topic} : ${when}, avec ${facilitator}`,
      how: (until) => `Confirmez chacun d’eux, ou choisissez-en un autre, avant : ${until}. Ce qui n’est pas confirmé sera libre pour d’autres.`,
      link: 'Voir et confirmer',
    },
    swap: {
      asked: {
        subject: (topic) => `Échangeriez-vous vos places ? ${topic}`,
        line: (topic, own, other, facilitator) => `Un autre cluster demande à échanger sa place avec la vôtre : votre séance « ${topic} » aurait lieu ${other} avec ${facilitator}, et il aurait votre place ${own}.`,
        how: 'Rien ne bouge sans votre accord. Si vous acceptez, les deux séances sont déplacées en même temps et l’agenda de chacun suit.',
      },
      agreed: {
        subject: (topic) => `Vous avez échangé vos places : ${topic}`,
        line: (topic, own, other, facilitator) => `L’autre cluster a accepté. Votre séance « ${topic} » n’est plus ${own} mais ${other}, avec ${facilitator}.`,
        how: 'L’invitation a été déplacée au nouvel horaire.',
      },
      declined: {
        subject: (topic) => `Pas d’échange : ${topic}`,
        line: (topic, own, other) => `L’autre cluster préfère garder sa place ${other}. Votre séance « ${topic} » reste ${own}.`,
        how: 'Vous pouvez demander une autre place ou choisir un horaire libre.',
      },
      withdrawn: {
        subject: (topic) => `Demande retirée : ${topic}`,
        line: (topic, own) => `L’autre cluster ne demande plus d’échange. Votre séance « ${topic} » reste ${own}.`,
        how: 'Vous n’avez rien à faire.',
      },
      link: 'Ouvrir la séance',
    },
  },
  pl: {
    hours: {
      subject: (cluster) => `Które godziny odpowiadają: ${cluster}?`,
      line: (cluster) => `Wkrótce powstanie plan sesji (${cluster}). Prosimy oznaczyć godziny, które Państwu odpowiadają, i te, które nie odpowiadają.`,
      how: 'Oznaczenia wszystkich liczą się naraz: nikt nie musi się spieszyć. Nieoznaczone godziny są możliwe w dzień, a w nocy nie.',
      link: 'Oznacz godziny',
    },
    kept: {
      subject: (count) => (count === 1 ? 'Termin do potwierdzenia' : `Terminy do potwierdzenia: ${count}`),
      line: (cluster) => `Plan trzyma te terminy dla: ${cluster}:`,
      place: (topic, when, facilitator) => `${topic}: ${when}, prowadzi ${facilitator}`,
      how: (until) => `Prosimy potwierdzić każdy z nich albo wybrać inny do: ${until}. Niepotwierdzone terminy będą wolne dla innych.`,
      link: 'Zobacz i potwierdź',
    },
    swap: {
      asked: {
        subject: (topic) => `Prośba o zamianę: ${topic}`,
        line: (topic, own, other, facilitator) => `Inny klaster prosi o zamianę terminów: sesja „${topic}” byłaby ${other} (prowadzi ${facilitator}), a on miałby Państwa termin ${own}.`,
        how: 'Bez Państwa zgody nic się nie zmieni. Po zgodzie obie sesje przesuną się jednocześnie, a kalendarze wszystkich za nimi.',
      },
      agreed: {
        subject: (topic) => `Zamieniono terminy: ${topic}`,
        line: (topic, own, other, facilitator) => `Drugi klaster się zgodził. Sesja „${topic}” jest teraz ${other} (prowadzi ${facilitator}), a nie ${own}.`,
        how: 'Zaproszenie przesunięto na nowy termin.',
      },
      declined: {
        subject: (topic) => `Bez zamiany: ${topic}`,
        line: (topic, own, other) => `Drugi klaster woli zachować swój termin ${other}. Sesja „${topic}” zostaje ${own}.`,
        how: 'Można poprosić o inne miejsce albo wybrać wolny termin.',
      },
      withdrawn: {
        subject: (topic) => `Prośba wycofana: ${topic}`,
        line: (topic, own) => `Drugi klaster nie prosi już o zamianę. Sesja „${topic}” zostaje ${own}.`,
        how: 'Nic nie trzeba robić.',
      },
      link: 'Otwórz sesję',
    },
  },
  da: {
    hours: {
      subject: (cluster) => `Hvilke tider passer ${cluster}?`,
      line: (cluster) => `Sessionerne for ${cluster} skal snart planlægges. Markér de tider, der passer jer, og dem, der ikke gør.`,
      how: 'Alles markeringer tæller på én gang, så ingen skal skynde sig. Det, I ikke markerer, tæller som muligt om dagen og som nej om natten.',
      link: 'Markér jeres tider',
    },
    kept: {
      subject: (count) => (count === 1 ? 'En tid at bekræfte' : `${count} tider at bekræfte`),
      line: (cluster) => `Planen holder disse tider til ${cluster}:`,
      place: (topic, when, facilitator) => `${topic}: ${when}, med ${facilitator}`,
      how: (until) => `Bekræft hver af dem, eller vælg en anden, senest ${until}. Det, der ikke er bekræftet, er derefter frit for andre.`,
      link: 'Se og bekræft',
    },
    swap: {
      asked: {
        subject: (topic) => `Vil I bytte plads? ${topic}`,
        line: (topic, own, other, facilitator) => `En anden klynge vil gerne bytte plads med jer: jeres session »${topic}« ville ligge ${other} med ${facilitator}, og de ville få jeres plads ${own}.`,
        how: 'Intet flyttes, medmindre I siger ja. Gør I det, flyttes begge sessioner på én gang, og alles kalendere følger med.',
      },
      agreed: {
        subject: (topic) => `I har byttet plads: ${topic}`,
        line: (topic, own, other, facilitator) => `Den anden klynge har sagt ja. Jeres session »${topic}« ligger ikke længere ${own}, men ${other}, med ${facilitator}.`,
        how: 'Invitationen er flyttet til den nye tid.',
      },
      declined: {
        subject: (topic) => `Intet bytte: ${topic}`,
        line: (topic, own, other) => `Den anden klynge vil hellere beholde sin plads ${other}. Jeres session »${topic}« bliver ${own}.`,
        how: 'I kan spørge om en anden plads eller vælge en ledig tid.',
      },
      withdrawn: {
        subject: (topic) => `Der spørges ikke længere: ${topic}`,
        line: (topic, own) => `Den anden klynge spørger ikke længere om at bytte. Jeres session »${topic}« bliver ${own}.`,
        how: 'Der er intet at gøre.',
      },
      link: 'Åbn sessionen',
    },
  },
};
