import type { Ways } from '../en/ways.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('da');

export const ways: Ways = {
  freed: 'En tid, du ventede på, er ledig.',
  look: 'Se',
  emptyHeading: (dates) => `Ingen ledige tider ${dates}`,
  emptyOutside: (count) => `Der er ${count} mere uden for arbejdstid.`,
  showOutside: 'Vis dem',
  emptyFilter: (name) => `${name} har ingen ledige tider. Det har andre.`,
  showAnyone: 'Vis alles tider',
  accept: (time, count) => `${time}: ${many(count, { one: '# tid', other: '# tider' })}`,
  acceptHeading: 'Kunne en af disse timer bruges?',
  wait: 'Giv mig besked, når en bliver ledig',
  waiting: 'Du får én mail, når en tid bliver ledig.',
  waitNoMore: 'Giv mig ikke besked',
  ask: 'Spørg koordinatoren',
  askHeading: 'Spørg koordinatoren',
  askLabel: 'Hvad vil du spørge om?',
  askHint: (topic) => `Om »${topic}«. Svaret kommer i din mail.`,
  askSend: 'Send',
  askSending: 'Sender…',
  asked: 'Dit spørgsmål er på vej.',
  askMissing: 'Skriv, hvad du vil spørge om.',
  reason: {
    heading: 'Hvorfor der ingen er',
    causes: {
      'too-soon': 'begynder tidligere, end programmets varsel tillader',
      'facilitator-engaged': 'er booket af andre klynger',
      'facilitator-busy': 'er optaget i en facilitators egen kalender',
      'busy-unknown': 'er hos en facilitator, hvis egen kalender ikke har kunnet læses for nylig',
      'facilitator-day-full': 'ligger på dage, hvor facilitatoren ikke har plads til flere',
      'cluster-engaged': 'støder sammen med en anden af jeres sessioner',
      'cluster-day-full': 'ligger på dage, hvor I allerede har en session',
      'outside-hours': 'ligger uden for arbejdstid',
    },
    none: {
      'no-facilitator': 'Ingen giver dette emne endnu.',
      'outside-phase': 'De ønskede dage er ikke denne sessions.',
      'outside-availability': 'Ingen facilitator for dette emne har åbnet tider i disse dage.',
    },
    line: (count, why) => `${many(count, { one: '# tidspunkt', other: '# tidspunkter' })} ${why}`,
  },
};
