import { pluralOf } from '../plural.ts';
import type { Tray } from '../en/tray.ts';

const many = pluralOf('es');

export const tray: Tray = {
  heading: 'En marcha',
  running: (count) => many(count, { one: 'Un trabajo en marcha', other: '# trabajos en marcha' }),
  over: 'Los trabajos han terminado',
  planning: 'Planificación',
  planned: (placed, all) => `Plan: ${placed} de ${all} sesiones tienen hora`,
  state: { running: 'en marcha', done: 'listo', failed: 'ha fallado', stopped: 'parado' },
  percent: (percent) => `${percent} %`,
  kilobytes: (count) => `${count} kB`,
  open: 'Abrir',
  keep: 'Guardar otra vez',
  stop: 'Parar',
  stopName: (name) => `Parar: ${name}`,
  clear: 'Quitar lo terminado',
};
