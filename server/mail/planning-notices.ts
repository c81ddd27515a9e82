import { cleanLine } from '../calendar/clean-text.ts';
import type { Language } from '../domain/invitation.ts';
import type { PlacesKeptNotice, SwapNotice } from '../domain/notice.ts';
import { shortTime } from './local-times.ts';
import type { Said } from './notice-letter.ts';
import { planningPhrases } from './planning-phrases.ts';

/** Every time that is kept in one letter, on the reader's clock, and until when. */
export function placesKept({ cluster, places, timeZone, until }: PlacesKeptNotice, language: Language): Said {
  const { kept } = planningPhrases[language];
  const deadline = shortTime({ start: until, end: until }, timeZone, language);
  return {
    subject: kept.subject(places.length),
    lines: [
      kept.line(cleanLine(cluster)),
      ...places.map(({ topic, facilitator, span }) => kept.place(cleanLine(topic), shortTime(span, timeZone, language), cleanLine(facilitator))),
      kept.how(deadline),
    ],
    quote: null,
    link: kept.link,
  };
}

/** Before anything is planned: the cluster is asked which hours suit it. */
export function hoursAsked(cluster: string, language: Language): Said {
  const { hours } = planningPhrases[language];
  return { subject: hours.subject(cleanLine(cluster)), lines: [hours.line(cleanLine(cluster)), hours.how], quote: null, link: hours.link };
}

export function swapTold({ what, topic, own, other, facilitator, timeZone, note }: SwapNotice, language: Language): Said {
  const { swap } = planningPhrases[language];
  const [mine, theirs] = [own, other].map((span) => shortTime(span, timeZone, language)) as [string, string];
  const { subject, line, how } = swap[what];
  return { subject: subject(cleanLine(topic)), lines: [line(cleanLine(topic), mine, theirs, cleanLine(facilitator)), how], quote: note, link: swap.link };
}
