import type { Office } from '../en/office.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('pl');

export const office: Office = {
  people: {
    lead: 'Kto bierze udział. Kto dołącza lub odchodzi, pojawia się w kalendarzach najbliższych sesji lub z nich znika.',
    clusters: 'Klastry', facilitators: 'Prowadzący', coordinators: 'Koordynatorzy', observers: 'Obserwatorzy',
    observersHint: 'Czytają ten program i niczego nie zmieniają: na przykład instytucja finansująca.',
    addCluster: 'Dodaj klaster', addFacilitator: 'Dodaj prowadzącego', addCoordinator: 'Dodaj koordynatora', addObserver: 'Dodaj obserwatora',
    noOne: 'Jeszcze nikt.',
    nobodyActs: 'Nikt jeszcze nie działa w imieniu tego klastra: nikt nie może rezerwować i żadna wiadomość do niego nie dociera.',
    change: 'Zmień', changeWho: (name) => `Zmień: ${name}`,
    remove: 'Usuń', removeAsk: (name) => `Usunąć: ${name}?`,
    removeHint: 'Tego nie można cofnąć. Zarezerwowane sesje trzeba najpierw przenieść lub odwołać.',
    removed: (name) => `Usunięto: ${name}.`, keep: 'Zostaw',
    data: 'Dane osoby', dataWho: (name) => `Dane osoby: ${name}`,
    write: 'Jak się zalogować', writeWho: (name) => `Napisz, jak się zalogować: ${name}`,
    mailSubject: (programme) => `${programme}: jak się zalogować`,
    mailBody: (name, address, email) => `Dzień dobry, ${name},\n\nproszę otworzyć ${address} i wpisać ten adres: ${email}. Link do logowania przyjdzie pocztą.\n`,
    teaches: (topics) => `Prowadzi: ${topics}`, noTopics: 'nie prowadzi jeszcze żadnego tematu',
    usualHours: 'godziny pracy 09:00–17:00', hours: (from, to) => `godziny pracy ${from}–${to}`, anyTime: 'zawsze, gdy dostępny',
    name: 'Nazwa', email: 'Adres e-mail', zone: 'Strefa czasowa', zoneHint: 'Na przykład Europe/Madrid.',
    language: 'Język', languages: { en: 'Angielski', es: 'Hiszpański', fr: 'Francuski', pl: 'Polski', da: 'Duński' },
    topics: 'Prowadzone tematy', ownHours: 'Własne godziny pracy', from: 'Od', to: 'Do',
    representatives: 'Osoby działające w jego imieniu', person: (number) => `Osoba ${number}`, addPerson: 'Dodaj osobę', removePerson: (number) => `Usuń osobę ${number}`,
    save: 'Zapisz', saving: 'Zapisywanie…', saved: (name) => `Zapisano: ${name}.`,
    required: 'Proszę wypełnić to pole.', emailError: 'Proszę wpisać adres taki jak imie@example.org.', zoneError: 'Proszę wybrać strefę z listy.', orderError: '„Do” musi być później niż „Od”.',
    errors: 'Proszę sprawdzić jeszcze raz:', stale: 'Ktoś to w międzyczasie zmienił. Proszę zamknąć i zajrzeć ponownie.',
    searchLabel: 'Znajdź nazwę lub adres', found: (count) => `Znaleziono: ${count}`,
  },
  log: {
    lead: 'Każda wysłana wiadomość, co się z nią stało i jaka przyszła odpowiedź.',
    filter: 'Pokaż', filters: { all: 'Wszystko', trouble: 'To, co wymaga uwagi', queued: 'W drodze', sent: 'Dostarczone', declined: 'Odmowy' },
    find: 'Znajdź nazwę, adres lub temat',
    when: 'Kiedy', who: 'Do', what: 'Co', state: 'Doręczenie', reply: 'Odpowiedź',
    kinds: { REQUEST: 'Zaproszenie', CANCEL: 'Odwołanie' }, update: (sequence) => `Zmiana ${sequence}`,
    reminder: 'Przypomnienie', reminderOf: (count) => `sesje do rezerwacji: ${count}`,
    again: 'Wyślij ponownie', againWho: (name) => `Wyślij ponownie: ${name}`, againSaid: 'Znów w drodze.', correct: 'Popraw adres', left: 'już nie bierze udziału',
    none: 'Nie wysłano jeszcze żadnej wiadomości.', noneFound: 'Nic takiego.', more: (count) => `Pokaż więcej (${count})`,
    tries: (count) => many(count, { one: '# próba', few: '# próby', many: '# prób', other: '# próby' }),
    shown: (count) => many(count, { one: '# wiadomość', few: '# wiadomości', many: '# wiadomości', other: '# wiadomości' }),
  },
  day: {
    lead: (city) => `Wszystkie godziny według miasta: ${city}, obok zegary obu stron`,
    choose: 'Dzień', before: 'Poprzedni dzień', after: 'Następny dzień', none: 'W tym dniu nie ma sesji.', next: (day) => `Najbliższy dzień z sesjami: ${day}`,
    count: (count) => many(count, { one: '# sesja', few: '# sesje', many: '# sesji', other: '# sesji' }),
    picture: 'Dzień wszystkich, którzy mają sesję',
    with: (cluster, facilitator) => `${cluster} i ${facilitator}`, allSessions: 'Wszystkie sesje jako lista',
  },
};
