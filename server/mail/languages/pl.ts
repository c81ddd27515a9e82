import type { Phrases } from '../phrases.ts';

export const pl: Phrases = {
  locale: 'pl-PL',
  colon: ': ',
  semicolon: '; ',
  subject: {
    made: (topic, when) => `Zaproszenie: ${topic}, ${when}`,
    moved: (topic, when) => `Nowy termin: ${topic}, ${when}`,
    changed: (topic, when) => `Zmiana: ${topic}, ${when}`,
    cancelled: (topic, when) => `Odwołane: ${topic}, ${when}`,
    removed: (topic, when) => `Zaproszenie wycofane: ${topic}, ${when}`,
  },
  heading: {
    made: 'Indywidualne spotkanie jest zarezerwowane.',
    moved: 'Termin indywidualnego spotkania został zmieniony.',
    changed: 'Zmieniły się szczegóły indywidualnego spotkania.',
    cancelled: 'Indywidualne spotkanie zostało odwołane.',
    removed: 'Nie uczestniczą już Państwo w tym indywidualnym spotkaniu.',
  },
  newTime: 'Nowy termin',
  oldTime: 'Poprzedni termin',
  topic: 'Temat',
  with: 'Z kim',
  insteadOf: (name) => `zamiast: ${name}`,
  people: 'Uczestnicy',
  needs: (cluster) => `Nad czym chce pracować ${cluster}`,
  reason: 'Powód',
  join: 'Dołącz do spotkania',
  openSession: 'Zobacz, przenieś lub odwołaj spotkanie',
  bookAgain: 'Zobacz spotkanie i wybierz inny termin',
  nextDay: '+1 dzień',
  footer: (programme) => `Wysłano przez Visavis w ramach programu ${programme}.`,
};
