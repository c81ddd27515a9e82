import type { Desk } from '../en/desk.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('pl');

export const desk: Desk = {
  audit: {
    lead: 'Kto, co i kiedy zrobił. Niczego nie można tu przepisać; usunięcie danych osoby zabiera jej nazwisko.',
    kind: 'Co', allKinds: 'Wszystko', from: 'Od', to: 'Do',
    kinds: {
      'slot.taken': 'Termin zajęty', 'slot.freed': 'Termin zwolniony', 'hold.placed': 'Termin wstrzymany', 'hold.ended': 'Koniec wstrzymania',
      'booking.made': 'Rezerwacja', 'booking.moved': 'Przeniesienie', 'booking.cancelled': 'Odwołanie', 'session.changed': 'Zmiana sesji',
      'availability.changed': 'Zmiana dostępności', 'programme.changed': 'Zmiana programu', 'plan.progress': 'Planowanie', 'plan.ready': 'Plan gotowy', 'plan.published': 'Plan opublikowany',
      'delivery.changed': 'Wiadomość', 'reply.received': 'Odpowiedź', 'attendance.recorded': 'Zapis obecności',
    },
    about: { programme: 'program', phase: 'tydzień', topic: 'temat', cluster: 'klaster', facilitator: 'prowadzący', coordinator: 'koordynator', observer: 'obserwator', person: 'osoba', webhook: 'webhook', preferences: 'życzenia godzin' },
    what: { asked: 'poproszono e-mailem', added: 'dodano', changed: 'zmieniono', removed: 'usunięto', erased: 'usunięto dane', 'secret renewed': 'nowy klucz', retention: 'przechowywanie', 'people forgotten': 'zapomniano osoby', 'feed renewed': 'nowy adres kalendarza', 'links ended': 'linki zamknięte' },
    head: { when: 'Kiedy', who: 'Kto', what: 'Co', about: 'Czego dotyczy' },
    actor: { owner: 'Właściciel instalacji', system: 'Visavis', unknown: 'Ktoś, kto już nie bierze udziału' },
    onlyOf: (name) => `Tylko to, co zrobił(a) ${name}`, ofOne: (name) => `Tylko: ${name}.`, everyone: 'Pokaż wszystkich',
    none: 'Nic takiego się nie wydarzyło.', more: 'Pokaż więcej', take: 'Pobierz:', tooMany: 'Aby zobaczyć starsze, proszę zawęzić daty lub pobrać plik.',
  },
  programs: {
    lead: 'Inne programy, które dowiadują się o zmianach lub działają w Twoim imieniu.',
    webhooks: 'Webhooki', webhooksHint: 'Zmiany są wysyłane na podany adres, gdy tylko nastąpią: podpisane według Standard Webhooks, po kolei, z próbami przez 75 godzin.',
    noWebhooks: 'Żaden program nie dowiaduje się jeszcze o zmianach.', addWebhook: 'Dodaj webhook',
    url: 'Adres, pod którym nasłuchuje', urlHint: 'Na przykład https://example.org/hook; adres publiczny.', urlError: 'Proszę wpisać adres zaczynający się od https://.',
    contact: 'Kogo powiadomić, gdy przestanie działać', contactHint: 'Puste: Ciebie.',
    kinds: 'Które zmiany', allKinds: 'Wszystkie', someKinds: 'Tylko te', kindsError: 'Proszę wybrać co najmniej jeden rodzaj albo wszystkie.',
    on: 'Włączony', off: { gone: 'Wyłączony: odbiorca już nie istnieje', 'given-up': 'Wyłączony: przez 75 godzin nic nie przyjął', 'by-hand': 'Wyłączony ręcznie' },
    waiting: (count) => many(count, { one: '# wiadomość czeka', few: '# wiadomości czekają', many: '# wiadomości czeka', other: '# wiadomości czeka' }),
    switchOff: 'Wyłącz', switchOn: 'Włącz', switchedOff: 'Wyłączono. Wiadomości czekają.', switchedOn: 'Włączono. Kontynuuje tam, gdzie przerwał.',
    renew: 'Nowy klucz', renewAsk: 'Utworzyć nowy klucz?', renewHint: 'Przez dobę wiadomości mają oba podpisy, aby zmiana odbyła się bez przerwy.',
    log: 'Co wysłano', logOf: (url) => `Co wysłano na ${url}`, logNone: 'Nic jeszcze nie wysłano.',
    states: { waiting: 'czeka', delivered: 'doręczono', failed: 'zaniechano' },
    status: (status) => `odpowiedź ${status}`, tries: (count) => many(count, { one: '# próba', few: '# próby', many: '# prób', other: '# próby' }), next: (when) => `następna próba ${when}`,
    again: 'Wyślij ponownie', againSaid: 'Wychodzi ponownie, przed wszystkim, co czeka.',
    remove: 'Usuń', removeWebhook: (url) => `Usunąć webhook na ${url}?`, removeWebhookHint: 'Razem z nim znika klucz i zapis wysyłek. Po wyłączeniu oba zostają.', removed: 'Usunięto.',
    secret: 'Klucz', secretHint: 'Pokazujemy go tylko raz. Proszę zachować go tam, gdzie odczyta go program; nie pokażemy go ponownie.', token: 'Token',
    copy: 'Kopiuj', copied: 'Skopiowano.', kept: 'Zachowano',
    tokens: 'Tokeny', tokensHint: 'Program z Twoim tokenem może to, co Ty, w granicach swoich uprawnień.', noTokens: 'Żaden program nie działa w Twoim imieniu.',
    addToken: 'Utwórz token', tokenName: 'Do czego służy', scopes: 'Co może', scope: { read: 'Czytać', book: 'Rezerwować, przenosić, zapisywać obecność', manage: 'Zmieniać wszystko inne' }, scopesError: 'Proszę wybrać co najmniej jedno.',
    valid: 'Jak długo', days: (count) => many(count, { one: '# dzień', few: '# dni', many: '# dni', other: '# dnia' }), ends: (when) => `kończy się ${when}`, used: (when) => `ostatnio użyty ${when}`, unused: 'nigdy nieużyty',
    revoke: 'Unieważnij', revokeAsk: (name) => `Unieważnić „${name}”?`, revokeHint: 'Programy, które go używają, są od razu odrzucane. Tego nie można cofnąć.', revoked: (name) => `Unieważniono „${name}”.`,
    make: 'Utwórz', keep: 'Zostaw',
  },
  data: {
    heading: (name) => `Co przechowujemy o: ${name}`,
    take: 'Pobierz wszystko (JSON)', takeHint: 'Nazwiska i adresy, logowania, sesje, notatki i wiadomości, do przekazania tej osobie.',
    erase: 'Usuń dane tej osoby', eraseAsk: (name) => `Usunąć dane: ${name}?`,
    eraseHint: 'Znikają nazwisko, adres i wypowiedzi, we wszystkich rolach w tym programie. Sesje, godziny i daty zostają jako dowód dla instytucji finansującej. Tego nie można cofnąć.',
    cancelToo: 'Odwołaj najbliższe sesje, których nikt inny nie mógłby odbyć, i powiadom drugą stronę',
    erased: (name, kept) => many(kept, { one: `Usunięto dane: ${name}; w zapisie zostaje # sesja.`, few: `Usunięto dane: ${name}; w zapisie zostają # sesje.`, many: `Usunięto dane: ${name}; w zapisie zostaje # sesji.`, other: `Usunięto dane: ${name}; w zapisie zostaje # sesji.` }),
    keep: 'Zostaw',
  },
};
