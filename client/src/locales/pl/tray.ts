import { pluralOf } from '../plural.ts';
import type { Tray } from '../en/tray.ts';

const many = pluralOf('pl');

export const tray: Tray = {
  heading: 'W toku',
  running: (count) => many(count, { one: 'Jedna praca w toku', few: '# prace w toku', many: '# prac w toku', other: '# pracy w toku' }),
  over: 'Prace zakończone',
  planning: 'Planowanie',
  planned: (placed, all) => `Plan: termin ma ${placed} z ${all} sesji`,
  state: { running: 'w toku', done: 'gotowe', failed: 'nie udało się', stopped: 'zatrzymano' },
  percent: (percent) => `${percent} %`,
  kilobytes: (count) => `${count} kB`,
  open: 'Otwórz',
  keep: 'Zapisz ponownie',
  stop: 'Zatrzymaj',
  stopName: (name) => `Zatrzymaj: ${name}`,
  clear: 'Usuń zakończone',
};
