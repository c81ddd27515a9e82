import type { Plan } from '../en/plan.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('pl');

export const plan: Plan = {
  lead: 'Niech wszystkie otwarte sesje naraz znajdą najlepszy termin. Nic nie jest rezerwowane i żadna wiadomość nie wychodzi przed publikacją.',
  start: 'Zaplanuj resztę',
  startHint: (count) => many(count, { one: '# sesja czeka na termin.', few: '# sesje czekają na termin.', many: '# sesji czeka na termin.', other: '# sesji czeka na termin.' }),
  nothing: 'Każda sesja ma termin. Nie ma już nic do zaplanowania.',
  mayMove: 'Rezerwacje też mogą się przesunąć, jeśli to pomoże',
  away: 'Ktoś jest nieobecny', awayHint: 'Przenosi to, co jest wtedy zarezerwowane, z jak najmniejszą liczbą zmian.',
  who: 'Kto', from: 'Pierwszy dzień nieobecności', until: 'Ostatni dzień nieobecności', mend: 'Znajdź najmniej zmian',
  solving: 'Planowanie', progress: (percent) => `${percent} %`, stay: 'Można opuścić tę stronę; planowanie trwa dalej.', stop: 'Zatrzymaj',
  stopped: 'Zatrzymano: to najlepsze, co dotąd znaleziono.', failed: 'Nie udało się ułożyć planu.',
  solvedSpoken: (placed, all) => `Plan jest gotowy: ${placed} z ${all} sesji ma termin.`, startedSpoken: 'Planowanie się rozpoczęło.',
  placed: (placed, all) => `${placed} z ${all} sesji ma termin`,
  proven: 'Udowodniono: żaden plan nie jest lepszy według poniższej kolejności.', gap: (percent) => `Najwyżej ${percent} % od najlepszego możliwego.`,
  byHand: 'Od ułożenia zmieniony ręcznie.',
  comfort: (day, edge, night) => `w godzinach pracy obu stron: ${day}, wcześnie lub późno dla kogoś: ${edge}, nocą dla kogoś: ${night}`,
  moved: (count) => `przesuwane rezerwacje: ${count}`,
  why: 'Jak to zważono',
  objective: {
    lost: 'utracone rezerwacje', unplaced: 'sesje bez terminu', unmet: 'niespełnione reguły', moved: 'przesunięte rezerwacje', discomfort: 'niewygodne minuty wszystkich', share: 'niewygodne minuty najbardziej obciążonej osoby',
    load: 'nierówność między prowadzącymi', preferences: 'godziny, których nikt nie chciał', spread: 'sesje blisko siebie', weighed: 'wszystko razem',
  },
  objectiveLine: (name, value, bound, proven) => (proven ? `${name}: ${value}, udowodnione` : `${name}: ${value}, co najmniej ${bound}`),
  share: 'Kto bierze niewygodne godziny', shareLine: (minutes, before) => (before > 0 ? `minuty: ${minutes}, wcześniej: ${before}` : `minuty: ${minutes}`),
  shareNone: 'Nikt nie ma ani minuty poza swoimi godzinami pracy.',
  unplaced: 'Bez terminu', relaxation: 'Co by pomogło:', was: (time) => `teraz ${time}`,
  lock: 'Zostaw tutaj', lockWho: (who) => `Zostaw bez zmian przy kolejnym planowaniu: ${who}`, other: 'Inne terminy', otherWho: (who) => `Inne terminy: ${who}`,
  out: 'Wyjmij', outWho: (who) => `Wyjmij: ${who}`, gone: 'już zajęty',
  goneCount: (count) => many(count, { one: '# termin został w międzyczasie zajęty.', few: '# terminy zostały w międzyczasie zajęte.', many: '# terminów zostało w międzyczasie zajętych.', other: '# terminu zostało zajęte.' }),
  replanGone: 'Zaplanuj je ponownie', again: 'Zaplanuj ponownie', discard: 'Odrzuć', discarded: 'Plan odrzucono. Niczego nie zarezerwowano.',
  publish: (count) => many(count, { one: 'Opublikuj # sesję', few: 'Opublikuj # sesje', many: 'Opublikuj # sesji', other: 'Opublikuj # sesji' }),
  publishHeading: (count) => many(count, { one: 'Opublikować # sesję?', few: 'Opublikować # sesje?', many: 'Opublikować # sesji?', other: 'Opublikować # sesji?' }),
  publishFacts: (made, moved) => (moved === 0 ? `Rezerwowane: ${made}.` : `Rezerwowane: ${made}, przesuwane: ${moved}.`),
  publishMails: (people) => many(people, { one: '# osoba dostanie zaproszenie na każdą swoją sesję, w swoim języku.', few: '# osoby dostaną zaproszenie na każdą swoją sesję, w swoim języku.', many: '# osób dostanie zaproszenie na każdą swoją sesję, w swoim języku.', other: '# osoby dostaną zaproszenia w swoim języku.' }),
  publishAll: 'Wszystkie naraz albo żadna.', preview: 'Kto i o czym się dowie', previewLine: (name, count) => `${name}: ${many(count, { one: '# sesja', few: '# sesje', many: '# sesji', other: '# sesji' })}`,
  publishing: 'Publikowanie…', published: (count) => `Zarezerwowane sesje: ${count}. Zaproszenia są w drodze.`,
  keep: 'Jeszcze nie', choose: 'Wybierz inny termin', noPlaces: 'W tym planie nie ma innego terminu.', take: 'Weź ten termin', picture: 'Ten sam dzień na obrazku',
};
