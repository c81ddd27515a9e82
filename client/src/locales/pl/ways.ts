import type { Ways } from '../en/ways.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('pl');

export const ways: Ways = {
  freed: 'Zwolnił się termin, na który czekasz.',
  look: 'Zobacz',
  emptyHeading: (dates) => `Brak wolnych terminów: ${dates}`,
  emptyOutside: (count) => `Poza godzinami pracy jest jeszcze: ${count}.`,
  showOutside: 'Pokaż je',
  emptyFilter: (name) => `${name}: brak wolnych terminów. Inni je mają.`,
  showAnyone: 'Pokaż terminy wszystkich',
  accept: (time, count) => `${time}: ${many(count, { one: '# termin', few: '# terminy', many: '# terminów', other: '# terminu' })}`,
  acceptHeading: 'Czy pasowałaby jedna z tych godzin?',
  wait: 'Powiadom mnie, gdy coś się zwolni',
  waiting: 'Dostaniesz jedną wiadomość, gdy zwolni się termin.',
  waitNoMore: 'Nie powiadamiaj mnie',
  ask: 'Zapytaj koordynatora',
  askHeading: 'Zapytaj koordynatora',
  askLabel: 'O co chcesz zapytać?',
  askHint: (topic) => `W sprawie „${topic}”. Odpowiedź przyjdzie pocztą.`,
  askSend: 'Wyślij',
  askSending: 'Wysyłanie…',
  asked: 'Pytanie jest w drodze.',
  askMissing: 'Napisz, o co chcesz zapytać.',
  reason: {
    heading: 'Dlaczego nie ma żadnego',
    causes: {
      'too-soon': 'zaczyna się wcześniej, niż pozwala wyprzedzenie programu',
      'facilitator-engaged': 'zarezerwowały inne klastry',
      'facilitator-busy': 'zajęte we własnym kalendarzu prowadzącego',
      'busy-unknown': 'należą do prowadzącego, którego własnego kalendarza nie udało się ostatnio odczytać',
      'facilitator-day-full': 'w dniach, gdy prowadzący nie ma więcej miejsca',
      'cluster-engaged': 'koliduje z inną Waszą sesją',
      'cluster-day-full': 'w dniach, gdy macie już sesję',
      'outside-hours': 'poza godzinami pracy',
    },
    none: {
      'no-facilitator': 'Nikt jeszcze nie prowadzi tego tematu.',
      'outside-phase': 'Wskazane dni nie są dniami tej sesji.',
      'outside-availability': 'Żaden prowadzący tego tematu nie otworzył godzin w tych dniach.',
    },
    line: (count, why) => `${many(count, { one: '# termin:', few: '# terminy:', many: '# terminów:', other: '# terminu:' })} ${why}`,
  },
};
