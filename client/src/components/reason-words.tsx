import type { PlanGoneCause, PlanReason } from '../../../shared/api/plans.ts';
import { serverNow } from '../format/clock.ts';
import { dayWords, listWords } from '../format/time.ts';
import { city, reasonsWords } from '../locales/index.ts';
import type { About } from '../locales/en/reasons.ts';

export function ReasonWords({ reason }: { reason: PlanReason }) {
  return <>{reasonsWords().why[reason.cause](aboutOf(reason))}</>;
}

export function GoneWords({ cause }: { cause: PlanGoneCause }) {
  return <>{reasonsWords().gone[cause]}</>;
}

/** What a sentence may name, as people of this screen's language say it; a cause has only what it is about. */
function aboutOf({ params }: PlanReason): About {
  const text = (name: string) => (typeof params[name] === 'string' ? params[name] : '');
  const count = (name: string) => (typeof params[name] === 'number' ? params[name] : 0);
  const { facilitatorNames: names } = params;
  return {
    cluster: text('cluster'), topic: text('topic'), other: text('other'), phase: text('phase'), facilitator: text('facilitator'),
    facilitators: Array.isArray(names) ? listWords(names) : text('facilitators'),
    city: text('timeZone') && city(text('timeZone')),
    day: text('date') && dayWords(text('date'), serverNow()),
    time: text('time'), minutes: count('minutes'), places: count('places'), most: count('most'),
  };
}
