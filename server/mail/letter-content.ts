import { cleanLine, cleanText } from '../calendar/clean-text.ts';
import { newsOf, personalPage, sessionPage, spanOf } from '../domain/invitation-content.ts';
import type { Invitation, News, Sender } from '../domain/invitation-content.ts';
import type { Interval } from '../domain/interval.ts';
import { localTimes, shortTime } from './local-times.ts';
import type { LocalTime } from './local-times.ts';
import { phrases } from './phrases.ts';

/** What a letter says, before it is laid out as plain text, as HTML, or as a calendar's description. */
export interface LetterContent {
  readonly news: News;
  readonly subject: string;
  readonly heading: string;
  readonly topic: string;
  readonly times: readonly LocalTime[];
  /** Only when the hour has changed. */
  readonly formerly: { readonly oldTitle: string; readonly newTitle: string; readonly times: readonly LocalTime[] } | null;
  readonly facts: readonly Fact[];
  /** The first one is what most readers want. */
  readonly links: readonly Link[];
  readonly footer: string;
  readonly colon: string;
}

export interface Fact {
  readonly title: string;
  readonly text: string;
}

export interface Link {
  readonly label: string;
  readonly url: string;
}

/** What the invitation's recipient reads: their own city first, then the other side's. */
export function letterContent(invitation: Invitation, sender: Sender): LetterContent {
  const { recipient, session } = invitation;
  const words = phrases[recipient.language];
  const news = newsOf(invitation);
  const span = spanOf(invitation);
  const zones = [recipient.timeZone, otherParty(invitation).timeZone];
  const times = (shown: Interval) => localTimes(shown, zones, recipient.language);
  const topic = cleanLine(session.topic);
  return {
    news,
    subject: words.subject[news](topic, shortTime(span, recipient.timeZone, recipient.language)),
    heading: words.heading[news],
    topic,
    times: times(span),
    formerly: news === 'moved' && invitation.lastTold
      ? { oldTitle: words.oldTime, newTitle: words.newTime, times: times(invitation.lastTold.span) }
      : null,
    facts: factsOf(invitation),
    links: linksOf(invitation, sender),
    footer: words.footer(cleanLine(session.programme)),
    colon: words.colon,
  };
}

function otherParty({ recipient, session }: Invitation) {
  return recipient.role === 'facilitator' ? session.cluster : session.facilitator;
}

function factsOf(invitation: Invitation): Fact[] {
  const { attendees, method, recipient, session } = invitation;
  const words = phrases[recipient.language];
  const facts: Fact[] = [...renamed(invitation), { title: words.with, text: withWhom(invitation) }];
  if (session.reason) facts.push({ title: words.reason, text: cleanText(session.reason) });
  if (method === 'REQUEST') facts.push({ title: words.people, text: attendees.map(({ name }) => cleanLine(name)).join(words.semicolon) });
  if (method === 'REQUEST' && session.needs) {
    facts.push({ title: words.needs(cleanLine(session.cluster.name)), text: cleanText(session.needs) });
  }
  return facts;
}

/** The heading has the topic's new name; who knows it by the old one looks for that. */
function renamed({ lastTold, method, recipient, session }: Invitation): Fact[] {
  const words = phrases[recipient.language];
  const isRenamed = method === 'REQUEST' && lastTold !== null && lastTold.topic !== session.topic;
  return isRenamed ? [{ title: words.topic, text: `${cleanLine(session.topic)} (${words.insteadOf(cleanLine(lastTold.topic))})` }] : [];
}

/** Names a new facilitator together with the one they replace. */
function withWhom(invitation: Invitation): string {
  const { lastTold, recipient, session } = invitation;
  const name = cleanLine(otherParty(invitation).name);
  const before = recipient.role === 'representative' ? lastTold?.facilitator : undefined;
  const isNew = before !== undefined && before !== session.facilitator.name && invitation.method === 'REQUEST';
  return isNew ? `${name} (${phrases[recipient.language].insteadOf(cleanLine(before))})` : name;
}

/** Whoever is no longer part of a session has no page of it to open. */
function linksOf(invitation: Invitation, sender: Sender): Link[] {
  const { recipient, session } = invitation;
  const words = phrases[recipient.language];
  if (invitation.method === 'REQUEST') {
    return [{ label: words.join, url: session.joinUrl }, { label: words.openSession, url: personalPage(sender, invitation) }];
  }
  const mayBookAgain = session.status === 'cancelled' && recipient.role === 'representative';
  return mayBookAgain ? [{ label: words.bookAgain, url: sessionPage(sender, session.sessionId) }] : [];
}
