import type { Setup } from '../en/setup.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('pl');

export const setup: Setup = {
  lead: 'Program w sześciu krokach. Można przerwać w każdej chwili: wszystko zostaje zapisane i czeka na każdym urządzeniu, na którym się logujesz.',
  begin: 'Zacznij nowy program', upload: 'Zacznij od wyeksportowanego programu (.json)', uploadError: 'To nie jest wyeksportowany program. Proszę wybrać export.json z „Eksport” na tablicy.',
  drafts: 'Zaczęte, nieukończone', noDrafts: 'Nic nie jest zaczęte. Nowy program składa się z dat, tygodni, tematów i osób.', unnamed: 'Bez nazwy',
  changed: (when) => `zmieniono ${when}`, goOn: 'Kontynuuj', goOnWith: (name) => `Kontynuuj: ${name}`, remove: 'Usuń', removeWho: (name) => `Usuń: ${name}`, removed: (name) => `Usunięto: ${name}.`,
  steps: 'Kroki', step: { basics: 'Nazwa i daty', weeks: 'Tygodnie', topics: 'Tematy', clusters: 'Klastry i osoby', facilitators: 'Prowadzący', review: 'Przegląd' },
  next: (step) => `Dalej: ${step}`, back: (step) => `Wstecz: ${step}`,
  saved: (time, city) => `Zapisano o ${time} (${city})`, saving: 'Zapisywanie…', unsaved: 'Jeszcze nie zapisano: brak połączenia. Próbujemy ponownie.', elsewhere: 'Zmieniono to gdzie indziej.', reload: 'Pokaż, co jest zapisane',
  name: 'Nazwa', zone: 'Główna strefa czasowa', firstDay: 'Pierwszy dzień', lastDay: 'Ostatni dzień', moveAll: 'Przesuń wszystko, aby zaczynało się', moveAct: 'Przesuń',
  moved: (days) => many(days, { one: 'Wszystko jest # dzień później.', few: 'Wszystko jest # dni później.', many: 'Wszystko jest # dni później.', other: 'Wszystko jest # dnia później.' }),
  weeksHint: 'W tygodniach wirtualnych każdy klaster ma sesję z każdego tematu; tygodnie stacjonarne widnieją w kalendarzach.',
  addWeek: 'Dodaj tydzień', fillWeeks: 'Wypełnij tygodniami od poniedziałku do piątku', weekName: (number) => `Tydzień ${number}`, mode: 'Jak', modes: { classroom: 'Stacjonarnie', virtual: 'Wirtualnie' },
  noWeeks: 'Nie ma jeszcze tygodni. Można je wypełnić na podstawie dat albo dodać.',
  topicsHint: 'Każdy klaster ma każdy temat raz, w swoim tygodniu.', addTopic: 'Dodaj temat', noTopics: 'Nie ma jeszcze tematów.', inWeek: 'W tygodniu', noWeek: 'żaden tydzień',
  clustersHint: 'Kto rezerwuje. Każdy ma czas swojego miasta i osoby, które działają w jego imieniu.', noClusters: 'Nie ma jeszcze klastrów. Można dodać klaster albo wziąć je z arkusza.',
  facilitatorsHint: 'Kto prowadzi sesje, jakie tematy i kiedy. Później sami mogą zmienić swoje godziny.', noFacilitators: 'Nie ma jeszcze prowadzących. Można dodać kogoś albo wziąć ich z arkusza.',
  offers: 'Oferowane godziny, od poniedziałku do piątku', offersMore: (rules) => many(rules, { one: 'Własne godziny (# reguła), zostają bez zmian.', few: 'Własne godziny (# reguły), zostają bez zmian.', many: 'Własne godziny (# reguł), zostają bez zmian.', other: 'Własne godziny (# reguły), zostają bez zmian.' }),
  item: { phase: (n) => `Tydzień ${n}`, topic: (n) => `Temat ${n}`, cluster: (n) => `Klaster ${n}`, facilitator: (n) => `Prowadzący ${n}` },
  sheet: 'Weź osoby z arkusza', sheetHint: 'Plik .xlsx lub .csv z wierszem dla każdej osoby. Poprawne wiersze są przyjmowane; pozostałe czekają poniżej na poprawienie.',
  template: 'Szablon do wypełnienia (.xlsx)', choose: 'Wybierz plik', sheetError: 'Nie udało się odczytać pliku. Proszę zapisać go jako .xlsx lub .csv i wybrać ponownie.', headError: 'Pierwszy wiersz musi nazywać kolumny, co najmniej „Organizacja” lub „Osoba”. Szablon pokazuje, jak.',
  taken: (count) => many(count, { one: 'Przyjęto # wiersz.', few: 'Przyjęto # wiersze.', many: 'Przyjęto # wierszy.', other: 'Przyjęto # wiersza.' }), waiting: (count) => many(count, { one: '# wiersz do poprawienia', few: '# wiersze do poprawienia', many: '# wierszy do poprawienia', other: '# wiersza do poprawienia' }),
  rowOf: (row, file) => `Wiersz ${row} z ${file}`, takeRow: 'Przyjmij ten wiersz', dropRow: 'Pomiń ten wiersz', dropped: (row) => `Wiersz ${row} pominięto.`,
  fault: {
    missing: 'Proszę wypełnić.', email: 'To nie jest adres e-mail. Proszę wpisać taki jak imie@example.org.', zone: 'Nie ma takiej strefy ani miasta. Proszę wpisać na przykład Europe/Madrid.',
    language: 'Proszę wpisać angielski, hiszpański, francuski, polski lub duński.', topic: (topic, known) => `Nie ma tematu „${topic}”. Proszę wpisać jeden z: ${known}, albo dodać go do tematów.`, topicNone: (topic) => `Nie ma tematu „${topic}”. Proszę najpierw dodać go do tematów.`,
    time: 'Proszę wpisać godzinę taką jak 09:00.', order: '„Do” musi być później niż „Od”.', kind: 'Proszę wpisać „klaster” lub „prowadzący”.',
  },
  dateOrder: 'Ostatni dzień nie może być przed pierwszym.', outside: 'Leży poza datami programu.',
  reviewHint: 'Nic nie powstaje i nikt nie dostaje wiadomości przed naciśnięciem przycisku poniżej.',
  counts: (clusters, topics, facilitators) => `klastry: ${clusters}, tematy: ${topics}, prowadzący: ${facilitators}`,
  sessions: (count) => many(count, { one: '# sesja do rezerwacji', few: '# sesje do rezerwacji', many: '# sesji do rezerwacji', other: '# sesji do rezerwacji' }), errors: (count) => many(count, { one: '# rzecz do poprawienia, zanim powstanie', few: '# rzeczy do poprawienia, zanim powstanie', many: '# rzeczy do poprawienia, zanim powstanie', other: '# rzeczy do poprawienia, zanim powstanie' }),
  stillAside: 'Wiersze z arkusza nadal czekają na poprawienie; zostałyby pominięte.', looking: 'Sprawdzamy, co nas czeka…', make: 'Utwórz ten program', making: 'Tworzenie…', made: 'Program jest gotowy.',
};
