import { Router, type Request } from 'express';
import type { Instant, Interval } from '../../domain/interval.ts';
import type { Language } from '../../domain/invitation.ts';
import { joinOpensAt } from '../../domain/meeting.ts';
import { offsetMinutes } from '../../domain/wall-time.ts';
import { cityOf } from '../../mail/cities.ts';
import { escapeHtml } from '../../mail/escape-html.ts';
import { clock, localTimes } from '../../mail/local-times.ts';
import { meetingOf, type Meeting } from '../../usecases/booking/join-session.ts';
import type { Services } from '../services.ts';
import { page } from './page.ts';
import { pageWords } from './words/index.ts';

/** How often a page that waits for the opening looks again by itself, seconds. */
const LOOK_AGAIN = 30;

/** Where the join link of an invitation leads: both sides' clocks, and from ten minutes before the start the way in. Changes nothing. */
export function joinPages({ db, clock: now }: Services): Router {
  const router = Router();
  router.get('/join/:key', async (request, response) => {
    const language = languageOf(request);
    const at = now();
    const meeting = await meetingOf(db, request.params.key, at);
    response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', Vary: 'Accept-Language' });
    if (!meeting) return void response.status(404).send(unknownPage(language));
    if (meeting.state === 'early') response.set('Refresh', String(secondsToWait(meeting.span, at)));
    response.send(page(meeting.topic, joinBody(meeting, at, language), { language }));
  });
  return router;
}

/** Nobody is signed in here: in the language that the browser asks for. */
function languageOf(request: Request): Language {
  return (request.acceptsLanguages('en', 'es', 'fr', 'pl', 'da') || 'en') as Language;
}

function secondsToWait(span: Interval, now: Instant): number {
  return Math.min(LOOK_AGAIN, Math.max(1, Math.ceil((joinOpensAt(span) - now) / 1000)));
}

function joinBody(meeting: Meeting, now: Instant, language: Language): string {
  const { cluster, facilitator, span, topic } = meeting;
  return `<p class="eyebrow">${escapeHtml(cluster.name)} · ${escapeHtml(facilitator.name)}</p>
<h1>${escapeHtml(topic)}</h1>
${clocks(span, [cluster.timeZone, facilitator.timeZone], language, now)}
${wayIn(meeting, language)}`;
}

/** The session's hours on both sides' clocks, and what each shows now; one where both live by the same. */
export function clocks(span: Interval, zones: readonly string[], language: Language, now: Instant): string {
  const shown = zones.filter((zone, index) => zones.findIndex((other) => cityOf(other, language) === cityOf(zone, language)) === index);
  const items = shown.map((zone) => {
    const [time] = localTimes(span, [zone], language);
    if (!time) return '';
    return `<li class="clock"><p class="clock-city">${escapeHtml(time.city)}</p>
<p>${escapeHtml(time.date)}</p><p class="clock-time"><time datetime="${new Date(span.start).toISOString()}">${escapeHtml(time.hours)}</time></p>
<p class="small">${offset(span.start, zone)} · ${escapeHtml(pageWords[language].join.nowThere(clock(now, zone, language)))}</p></li>`;
  });
  return `<ul class="clocks">${items.join('\n')}</ul>`;
}

/** `UTC+05:30`: printed by the server, so that a browser with older rules cannot mislead anybody. */
function offset(instant: Instant, zone: string): string {
  const minutes = offsetMinutes(instant, zone);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((part) => String(part).padStart(2, '0'));
  return `UTC${minutes < 0 ? '−' : '+'}${hours}:${rest}`;
}

function wayIn({ address, cluster, span, state }: Meeting, language: Language): string {
  const words = pageWords[language].join;
  if (address !== null) return `<p class="actions"><a class="button" href="${escapeHtml(address)}" rel="noreferrer">${escapeHtml(words.enter)}</a></p>`;
  if (state !== 'early') return `<p class="note">${escapeHtml(state === 'cancelled' ? words.cancelled : words.over)}</p>`;
  const { timeZone } = cluster;
  return `<p class="note">${escapeHtml(words.opensAt(clock(joinOpensAt(span), timeZone, language), cityOf(timeZone, language)))}</p>`;
}

function unknownPage(language: Language): string {
  const words = pageWords[language].join;
  return page(words.unknown, `<h1>${escapeHtml(words.unknown)}</h1><p class="lead">${escapeHtml(words.unknownHint)}</p>`, { language });
}
