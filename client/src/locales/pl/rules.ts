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
};
