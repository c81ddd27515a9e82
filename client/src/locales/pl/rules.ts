import type { Rules } from '../en/rules.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('pl');

export const rules: Rules = {
  lead: 'Czym jest program i jak się w nim rezerwuje.', facts: 'Nazwa i daty', booking: 'Jak rezerwuje się sesje', change: 'Zmień', changeWhat: (what) => `Zmień: ${what}`,
  session: 'Długość sesji', step: 'Sesje zaczynają się co', notice: 'Rezerwacja co najmniej na', hold: 'Wybrany termin czeka', bufferBefore: 'Wolne przed sesją', bufferAfter: 'Wolne po sesji',
  perFacilitator: 'Najwięcej sesji jednego prowadzącego dziennie', perCluster: 'Najwięcej sesji jednego klastra dziennie', noLimit: 'ile się zmieści', minutes: 'minut',
  meeting: 'Gdzie odbywają się sesje', meetingHint: 'Link zaczynający się od https://; {room} staje się osobną nazwą dla każdej sesji. Puste: dla każdej powstaje pokój.',
  parts: 'Tygodnie i tematy',
  givers: 'Kto prowadzi',
  givenBy: (who) => `Prowadzi: ${who}`,
  givenByNobody: 'Nikt jeszcze nie prowadzi',
  weekHint: 'Zarezerwowane sesje pozostają bez zmian, niezależnie od dat tygodnia.',
  topicHint: 'W tygodniu wirtualnym każdy klaster dostaje sesję z tego tematu. Nazwa zmienia się we wszystkich kalendarzach.',
  retention: 'Jak długo pamiętamy osoby', retentionHint: 'Tyle dni po ostatnim dniu znikają nazwiska, adresy i wypowiedzi; sesje, godziny i daty zostają.',
  keepFor: (days) => many(days, { one: '# dzień po ostatnim dniu', few: '# dni po ostatnim dniu', many: '# dni po ostatnim dniu', other: '# dnia po ostatnim dniu' }), keepOn: 'Aż ktoś o to poprosi', forgotten: (when) => `Osoby zapomniano ${when}.`, retentionSaved: 'Zapisano.', number: 'Proszę wpisać liczbę całkowitą.',
  timetables: {
    heading: 'Czego trzymają się plany',
    facilitators: 'Prowadzący klastra',
    any: 'ten, komu pasuje',
    same: 'jeden na wszystkie sesje',
    each: 'każdy przynajmniej raz, gdzie to możliwe',
    confirm: 'Opublikowany termin',
    confirmNo: 'jest od razu rezerwowany',
    confirmWithin: (hours) => `czeka na potwierdzenie klastra, godzin: ${hours}`,
    orders: 'Kolejność tematów',
    ordersNone: 'Tematy jednego tygodnia mogą iść w dowolnej kolejności.',
    orderLine: (before, after) => `${before}, potem ${after}`,
    gapLine: (time) => `odstęp co najmniej: ${time}`,
    first: 'Najpierw',
    second: 'Potem',
    gap: 'Odstęp co najmniej',
    gapNone: 'żaden',
    add: 'Dodaj tę kolejność',
    remove: 'Usuń',
    removeWho: (what) => `Usuń: ${what}`,
    saved: 'Zapisano. Odtąd plany się tego trzymają.',
    weightsHint: 'Bez wag każdą z tych rzeczy sprowadza się jak najniżej, zanim spojrzy się na następną. Z wagami się sumują: to, co ma 10, liczy się dziesięć razy bardziej niż to, co ma 1, a to, co ma 0, wcale.',
    weigh: 'Sumuj według wag',
  },
};
