import type { Plan } from '../en/plan.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('da');

export const plan: Plan = {
  lead: 'Lad alle åbne sessioner finde deres bedste tidspunkt på én gang. Intet bookes, og ingen mail går ud, før du offentliggør.',
  start: 'Planlæg resten',
  startHint: (count) => many(count, { one: '# session mangler at blive booket.', other: '# sessioner mangler at blive booket.' }),
  nothing: 'Hver session har et tidspunkt. Der er intet tilbage at planlægge.',
  mayMove: 'Bookinger må også flyttes, hvis det hjælper',
  away: 'Nogen er væk', awayHint: 'Flytter det, der er booket da, med så få ændringer som muligt.',
  who: 'Hvem', from: 'Første dag væk', until: 'Sidste dag væk', mend: 'Find de færreste ændringer',
  solving: 'Planlægger', progress: (percent) => `${percent} %`, stay: 'Du kan forlade siden; det fortsætter.', stop: 'Stop',
  stopped: 'Stoppet: dette er det bedste, der blev fundet.', failed: 'Der kunne ikke laves nogen plan.',
  solvedSpoken: (placed, all) => `Planen er klar: ${placed} af ${all} sessioner har et tidspunkt.`, startedSpoken: 'Planlægningen er begyndt.',
  placed: (placed, all) => `${placed} af ${all} sessioner har et tidspunkt`,
  proven: 'Bevist bedst: ingen plan er bedre efter rækkefølgen nedenfor.', gap: (percent) => `Højst ${percent} % fra det bedst mulige.`,
  byHand: 'Ændret i hånden siden.',
  comfort: (day, edge, night) => `${day} i begges arbejdstid, ${edge} tidligt eller sent for nogen, ${night} om natten for nogen`,
  moved: (count) => many(count, { one: '# booking flyttes', other: '# bookinger flyttes' }),
  why: 'Sådan er det vejet',
  objective: {
    lost: 'tabte bookinger', unplaced: 'sessioner uden tidspunkt', unmet: 'regler, der ikke er opfyldt', moved: 'flyttede bookinger', discomfort: 'alles ubekvemme minutter', share: 'ubekvemme minutter for den, der bærer mest',
    load: 'ulighed mellem facilitatorer', preferences: 'timer, ingen ønskede', spread: 'sessioner tæt på hinanden', weighed: 'alt vejet sammen',
  },
  objectiveLine: (name, value, bound, proven) => (proven ? `${name}: ${value}, bevist` : `${name}: ${value}, mindst ${bound}`),
  share: 'Hvem bærer de ubekvemme timer', shareLine: (minutes, before) => (before > 0 ? `${minutes} minutter, ${before} mere før` : `${minutes} minutter`),
  shareNone: 'Ingen har et minut uden for sin arbejdstid.',
  unplaced: 'Uden tidspunkt', relaxation: 'Hvad ville hjælpe:', was: (time) => `nu ${time}`,
  lock: 'Behold her', lockWho: (who) => `Behold ${who}, hvor den er, når der planlægges igen`, other: 'Andre tidspunkter', otherWho: (who) => `Andre tidspunkter for ${who}`,
  out: 'Tag ud', outWho: (who) => `Tag ud: ${who}`, gone: 'taget siden',
  goneCount: (count) => many(count, { one: '# tidspunkt blev taget imens.', other: '# tidspunkter blev taget imens.' }),
  replanGone: 'Planlæg dem igen', again: 'Planlæg igen', discard: 'Kassér', discarded: 'Planen er kasseret. Intet blev booket.',
  publish: (count) => many(count, { one: 'Offentliggør # session', other: 'Offentliggør # sessioner' }), publishHeading: (count) => many(count, { one: 'Offentliggør # session?', other: 'Offentliggør # sessioner?' }),
  publishFacts: (made, moved) => (moved === 0 ? `${made} bookes.` : `${made} bookes, ${moved} flyttes.`),
  publishMails: (people) => many(people, { one: '# person får en invitation til hver af sine sessioner, på sit sprog.', other: '# personer får en invitation til hver af deres sessioner, på deres sprog.' }),
  publishAll: 'Alle på én gang eller ingen.', preview: 'Hvem får besked om hvad', previewLine: (name, count) => `${name}: ${many(count, { one: '# session', other: '# sessioner' })}`,
  letters: 'Læs mailene',
  lettersOf: 'Om hvilken session',
  letterTo: (name, address) => `Til ${name}, ${address}`,
  publishing: 'Offentliggør…', published: (count) => many(count, { one: '# session er booket. Invitationerne er på vej.', other: '# sessioner er booket. Invitationerne er på vej.' }),
  keep: 'Ikke endnu', choose: 'Vælg et andet tidspunkt', noPlaces: 'Der er intet andet tidspunkt i planen.', take: 'Tag dette tidspunkt', picture: 'Samme dag som billede',
};
