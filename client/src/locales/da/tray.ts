import { pluralOf } from '../plural.ts';
import type { Tray } from '../en/tray.ts';

const many = pluralOf('da');

export const tray: Tray = {
  heading: 'I gang',
  running: (count) => many(count, { one: 'Ét arbejde er i gang', other: '# arbejder er i gang' }),
  over: 'Arbejdet er slut',
  planning: 'Planlægning',
  planned: (placed, all) => `Plan: ${placed} af ${all} sessioner har en tid`,
  state: { running: 'i gang', done: 'klar', failed: 'mislykkedes', stopped: 'standset' },
  percent: (percent) => `${percent} %`,
  kilobytes: (count) => `${count} kB`,
  open: 'Åbn',
  keep: 'Gem igen',
  stop: 'Stop',
  stopName: (name) => `Stop: ${name}`,
  clear: 'Ryd det afsluttede',
};
