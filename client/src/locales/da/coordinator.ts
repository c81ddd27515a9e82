import type { Coordinator } from '../en/coordinator.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('da');

export const coordinator: Coordinator = {
  coverage: {
    covered: (done, all) => `${done} af ${all}`,
    coveredRest: 'booket eller afholdt',
    counts: {
      open: (count) => `${count} skal bookes`,
      held: (count) => `${count} reserveret`,
      missed: (count) => `${count} udeblevet`,
    },
    onlyAttention: 'Kun det, der kræver opmærksomhed',
    attentionCount: (count) => `(${count})`,
    nothingNeeds: 'Intet kræver opmærksomhed.',
    cluster: 'Klynge',
    coveredHead: 'Dækket',
    rowTime: (city) => `tid i ${city}`,
    attention: 'kræver opmærksomhed',
    caption: 'Hver klynges sessioner efter emne. Tiderne er i hver klynges egen by.',
    skipTable: 'Spring tabellen over',
    cellLabel: (cluster, topic) => `${cluster}, ${topic}`,
    since: (time, city, facts) => `Siden kl. ${time} i ${city}: ${facts}`,
    fact: {
      open: (who) => `${who} er ledig igen`,
      held: (who) => `${who} er reserveret`,
      booked: (who) => `${who} er booket`,
      done: (who) => `${who} er afholdt`,
      missed: (who) => `${who} er udeblevet`,
      waived: (who) => `${who} er fritaget`,
      moved: (who) => `${who} er flyttet`,
    },
    ofTopic: (cluster, topic) => `${cluster} (${topic})`,
    load: 'Facilitatorernes belastning',
    loadLine: (hours, count) => `${hours} t, ${count}`,
    loadNone: 'ingen endnu',
    everyone: 'Alles dag',
    everyoneDay: 'Dag',
    common: (span, city) => `Fælles arbejdstid: ${span} i ${city}.`,
    noCommon: 'Ingen time er arbejdstid for alle.',
    commonWithout: (city, span, here) => `Ingen time er arbejdstid for alle; uden ${city} er det ${span} i ${here}.`,
    daysLeft: (days) => (days < 0 ? 'dens uge er forbi' : days === 0 ? 'sidste dag i dag' : many(days, { one: '# dag tilbage', other: '# dage tilbage' })),
    panelHeld: (left) => `Reserveret i ${left} mere`,
    bookForThem: 'Book for dem',
    details: 'Sessionens side',
    noBooking: 'Intet tidspunkt er valgt endnu.',
    joinLink: 'Link til mødet',
    revision: (sequence) => `Udgave ${sequence}`,
    lastTry: (error) => `Sidste fejl: ${error}`,
    tries: (count) => many(count, { one: '# forsøg', other: '# forsøg' }),
  },
};
