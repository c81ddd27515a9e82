import { pluralOf } from '../plural.ts';
import type { Tray } from '../en/tray.ts';

const many = pluralOf('fr');

export const tray: Tray = {
  heading: 'En cours',
  running: (count) => many(count, { one: 'Un travail en cours', other: '# travaux en cours' }),
  over: 'Les travaux sont terminés',
  planning: 'Planification',
  planned: (placed, all) => `Plan : ${placed} séances sur ${all} ont une heure`,
  state: { running: 'en cours', done: 'prêt', failed: 'échoué', stopped: 'arrêté' },
  percent: (percent) => `${percent} %`,
  kilobytes: (count) => `${count} ko`,
  open: 'Ouvrir',
  keep: 'Enregistrer encore',
  stop: 'Arrêter',
  stopName: (name) => `Arrêter : ${name}`,
  clear: 'Retirer ce qui est terminé',
};
