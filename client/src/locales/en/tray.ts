import { pluralOf } from '../plural.ts';

const many = pluralOf('en');

/** What is said about work that goes on while one looks at other pages. */
export const tray = {
  heading: 'At work',
  running: (count: number) => many(count, { one: 'One thing is at work', other: '# things are at work' }),
  over: 'What was at work is over',
  planning: 'Planning',
  planned: (placed: number, all: number) => `Plan: ${placed} of ${all} sessions have a time`,
  state: { running: 'at work', done: 'ready', failed: 'failed', stopped: 'stopped' },
  percent: (percent: number) => `${percent} %`,
  kilobytes: (count: number) => `${count} kB`,
  open: 'Open',
  keep: 'Keep it again',
  stop: 'Stop',
  stopName: (name: string) => `Stop: ${name}`,
  clear: 'Clear what is over',
};

export type Tray = typeof tray;
