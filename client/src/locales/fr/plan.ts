import type { Plan } from '../en/plan.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('fr');

export const plan: Plan = {
  lead: 'Laissez toutes les séances ouvertes trouver ensemble leur meilleur horaire. Rien n’est réservé et aucun courriel ne part avant la publication.',
  start: 'Planifier le reste',
  startHint: (count) => many(count, { one: '# séance reste à réserver.', other: '# séances restent à réserver.' }),
  nothing: 'Chaque séance a son horaire. Il ne reste rien à planifier.',
  mayMove: 'Les réservations peuvent aussi bouger, si cela aide',
  away: 'Quelqu’un est absent', awayHint: 'Déplace ce qui est réservé alors, avec le moins de changements possible.',
  who: 'Qui', from: 'Premier jour d’absence', until: 'Dernier jour d’absence', mend: 'Trouver le moins de changements',
  solving: 'Planification', progress: (percent) => `${percent} %`, stay: 'Vous pouvez quitter cette page ; cela continue.', stop: 'Arrêter',
  stopped: 'Arrêté : voici le meilleur trouvé jusque-là.', failed: 'Aucun calendrier n’a pu être fait.',
  solvedSpoken: (placed, all) => `Le plan est prêt : ${placed} séances sur ${all} ont un horaire.`, startedSpoken: 'La planification a commencé.',
  placed: (placed, all) => `${placed} séances sur ${all} ont un horaire`,
  proven: 'Prouvé le meilleur : aucun calendrier n’est meilleur dans l’ordre ci-dessous.', gap: (percent) => `Au plus à ${percent} % du meilleur possible.`,
  byHand: 'Modifié à la main depuis.',
  comfort: (day, edge, night) => `${day} aux heures de bureau des deux, ${edge} tôt ou tard pour quelqu’un, ${night} de nuit pour quelqu’un`,
  moved: (count) => many(count, { one: '# réservation bouge', other: '# réservations bougent' }),
  why: 'Comment c’est pesé',
  objective: {
    lost: 'réservations perdues', unplaced: 'séances sans horaire', unmet: 'règles non tenues', moved: 'réservations déplacées', discomfort: 'minutes inconfortables de tous', share: 'minutes inconfortables du plus chargé',
    load: 'inégalité entre intervenants', preferences: 'heures que personne ne souhaitait', spread: 'séances rapprochées', weighed: 'tout pesé ensemble',
  },
  objectiveLine: (name, value, bound, proven) => (proven ? `${name} : ${value}, prouvé` : `${name} : ${value}, au moins ${bound}`),
  share: 'Qui porte les heures inconfortables', shareLine: (minutes, before) => (before > 0 ? `${minutes} minutes, ${before} de plus avant` : `${minutes} minutes`),
  shareNone: 'Personne n’a une minute hors de ses heures de bureau.',
  unplaced: 'Sans horaire', relaxation: 'Ce qui aiderait :', was: (time) => `actuellement ${time}`,
  lock: 'Garder ici', lockWho: (who) => `Garder ${who} à sa place à la prochaine planification`, other: 'Autres horaires', otherWho: (who) => `Autres horaires pour ${who}`,
  out: 'Retirer', outWho: (who) => `Retirer : ${who}`, gone: 'pris depuis',
  goneCount: (count) => many(count, { one: '# horaire a été pris entre-temps.', other: '# horaires ont été pris entre-temps.' }),
  replanGone: 'Replanifier ceux-là', again: 'Planifier à nouveau', discard: 'Abandonner', discarded: 'Le plan est abandonné. Rien n’a été réservé.',
  publish: (count) => many(count, { one: 'Publier # séance', other: 'Publier # séances' }), publishHeading: (count) => many(count, { one: 'Publier # séance ?', other: 'Publier # séances ?' }),
  publishFacts: (made, moved) => (moved === 0 ? `${made} sont réservées.` : `${made} sont réservées, ${moved} sont déplacées.`),
  publishMails: (people) => many(people, { one: '# personne reçoit une invitation pour chacune de ses séances, dans sa langue.', other: '# personnes reçoivent une invitation pour chacune de leurs séances, dans leur langue.' }),
  publishAll: 'Toutes à la fois, ou aucune.', preview: 'Qui est prévenu de quoi', previewLine: (name, count) => `${name} : ${many(count, { one: '# séance', other: '# séances' })}`,
  letters: 'Lire les courriers',
  lettersOf: 'Sur quelle séance',
  letterTo: (name, address) => `À ${name}, ${address}`,
  publishing: 'Publication…', published: (count) => many(count, { one: '# séance est réservée. Ses invitations partent.', other: '# séances sont réservées. Leurs invitations partent.' }),
  keep: 'Pas encore', choose: 'Choisir un autre horaire', noPlaces: 'Il n’y a pas d’autre horaire dans ce plan.', take: 'Prendre cet horaire', picture: 'Le même jour en image',
};
