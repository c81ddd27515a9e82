import type { Slot } from '../../../shared/api/slots.ts';
import type { BookedSession } from '../../domain/invitation-content.ts';
import { sessionPage } from '../../domain/invitation-content.ts';
import type { Instant } from '../../domain/interval.ts';
import type { Language } from '../../domain/invitation.ts';
import { cityOf } from '../../mail/cities.ts';
import { escapeHtml } from '../../mail/escape-html.ts';
import { clock, dateInWords } from '../../mail/local-times.ts';
import { bookedSession } from '../../store/deliveries-content.ts';
import { listFacilitators } from '../../store/people.ts';
import { isParty } from '../../usecases/signing-in/access.ts';
import type { Call } from '../../usecases/call.ts';
import { slotsOfSession } from '../../usecases/listing/list-slots.ts';
import { manageUrl, type OpenedLink } from '../../usecases/signing-in/personal-link.ts';
import type { Services } from '../services.ts';
import { clocks } from './join.ts';
import { page } from './page.ts';
import { pageWords, type PageWords } from './words/index.ts';

/** What the page tells besides how things stand. */
export type Said = keyof Pick<PageWords['manage'], 'moved' | 'wasCancelled' | 'taken' | 'stale' | 'refused' | 'chooseOne'>;

/** All that the page of one person and one booking shows. */
export interface Managed extends OpenedLink {
  readonly now: Instant;
  readonly path: string;
  readonly language: Language;
  readonly session: BookedSession;
  /** Free times to move to; none once there is nothing left to move. */
  readonly slots: readonly Slot[];
  readonly facilitators: ReadonlyMap<string, string>;
  /** For who signs in. */
  readonly sessionUrl: string;
}

export async function readManaged({ db, listings, sender }: Services, call: Call, link: OpenedLink): Promise<Managed> {
  const { booking, person } = link;
  if (!isParty(call.access, booking)) throw new Error(`a link opened booking ${booking.id} to somebody who is no party to it`);
  const session = await bookedSession(db, booking);
  if (!session) throw new Error(`booking ${booking.id} has no revision`);
  const isOpen = booking.status === 'confirmed' && booking.span.start > call.now;
  const filter = { timeZone: person.timeZone, ...(person.role === 'facilitator' && { facilitatorId: person.id }) };
  const listed = isOpen ? await slotsOfSession(listings, call, booking.sessionId, filter) : null;
  const facilitators = await listFacilitators(db, booking.programmeId);
  return {
    ...link, session, now: call.now, language: person.language as Language,
    path: new URL(manageUrl(call.settings, { bookingId: booking.id, personId: person.id, generation: link.generation })).pathname,
    slots: listed?.ok ? listed.value.list.slots.filter(({ start, facilitatorId }) => Date.parse(start) !== booking.span.start || facilitatorId !== booking.facilitatorId) : [],
    facilitators: new Map(facilitators.map(({ id, name }) => [id, name])),
    sessionUrl: sessionPage(sender, booking.sessionId),
  };
}

/** Both sides' clocks, what was said, and what can be done: move to a free time, cancel, end the link. */
export function managePage(managed: Managed, said: Said | null): string {
  const { booking, language, now, session } = managed;
  const words = pageWords[language].manage;
  const canChange = booking.status === 'confirmed' && booking.span.start > now;
  const body = `${headOf(managed)}
${said ? `<p class="note ${said === 'moved' || said === 'wasCancelled' ? 'good' : 'bad'}" role="status">${escapeHtml(words[said])}</p>` : ''}
${booking.status === 'cancelled' ? cancelledNote(managed) : `${clocks(booking.span, zonesOf(managed), language, now)}
${session.needs ? `<dl class="facts"><dt>${escapeHtml(words.needs)}</dt><dd>${escapeHtml(session.needs)}</dd></dl>` : ''}
<p class="actions"><a class="button" href="${escapeHtml(session.joinUrl)}">${escapeHtml(words.join)}</a></p>`}
${canChange ? changes(managed) : booking.status === 'cancelled' ? '' : `<p class="note">${escapeHtml(words.begun)}</p>`}
<hr>
<p class="small">${escapeHtml(words.personal(managed.person.name))}</p>
<details class="small"><summary>${escapeHtml(words.end)}</summary><p>${escapeHtml(words.endHint)}</p>
<form method="post" action="${managed.path}/end"><button class="quiet">${escapeHtml(words.endButton)}</button></form></details>`;
  return page(session.topic, body, { language });
}

/** Asks once more. */
export function cancelPage(managed: Managed, path: string): string {
  const { booking, language, now } = managed;
  const words = pageWords[language].manage;
  return page(words.cancelQuestion, `${headOf(managed)}
<p class="lead">${escapeHtml(words.cancelQuestion)} ${escapeHtml(words.cancelHint)}</p>
${clocks(booking.span, zonesOf(managed), language, now)}
<form method="post" action="${path}/cancel">${hiddenVersion(managed)}${reasonField(words)}
<p class="actions"><button class="bad">${escapeHtml(words.cancelButton)}</button><a class="button quiet" href="${path}">${escapeHtml(words.keep)}</a></p></form>`, { language });
}

export function endedPage(language: string): string {
  const words = pageWords[language as Language].manage;
  return page(words.ended, `<h1>${escapeHtml(words.ended)}</h1><p class="lead">${escapeHtml(words.endedHint)}</p><p class="actions"><a class="button" href="/">${escapeHtml(words.signIn)}</a></p>`, { language });
}

function headOf({ session }: Managed): string {
  return `<p class="eyebrow">${escapeHtml(session.cluster.name)} · ${escapeHtml(session.facilitator.name)}</p><h1>${escapeHtml(session.topic)}</h1>`;
}

/** The reader's first. */
function zonesOf({ person, session }: Managed): string[] {
  return [person.timeZone, person.role === 'facilitator' ? session.cluster.timeZone : session.facilitator.timeZone];
}

function cancelledNote({ language, person, sessionUrl }: Managed): string {
  const words = pageWords[language].manage;
  const again = person.role === 'representative' ? `<p class="actions"><a class="button" href="${escapeHtml(sessionUrl)}">${escapeHtml(words.bookAgain)}</a></p>` : '';
  return `<p class="note">${escapeHtml(words.cancelled)}</p>${again}`;
}

function changes(managed: Managed): string {
  const { path, language, slots } = managed;
  const words = pageWords[language].manage;
  const move = slots.length === 0 ? `<p>${escapeHtml(words.noSlots)}</p>` : `<p>${escapeHtml(words.moveHint)}</p>
<form method="post" action="${path}/move">${hiddenVersion(managed)}
${days(managed)}
${reasonField(words)}
<p class="actions"><button>${escapeHtml(words.moveButton)}</button></p></form>`;
  return `<h2 id="move">${escapeHtml(words.move)}</h2>
${move}
<h2>${escapeHtml(words.cancel)}</h2>
<p>${escapeHtml(words.cancelHint)}</p>
<p class="actions"><a class="button bad" href="${path}/cancel">${escapeHtml(words.cancel)}</a></p>`;
}

/** By date in the reader's zone; the first one is open. */
function days(managed: Managed): string {
  const { language, person, slots } = managed;
  const byDate = new Map<string, Slot[]>();
  for (const slot of slots) {
    const date = dateInWords(Date.parse(slot.start), person.timeZone, language);
    byDate.set(date, [...byDate.get(date) ?? [], slot]);
  }
  return [...byDate].map(([date, ofDate], index) => `<details${index === 0 ? ' open' : ''}><summary>${escapeHtml(date)}</summary>
<fieldset><legend>${escapeHtml(date)}</legend>${ofDate.map((slot) => choice(managed, slot)).join('\n')}</fieldset></details>`).join('\n');
}

/** The hour on the reader's clock, then on the other side's; and with whom, where it is somebody else. */
function choice({ booking, facilitators, language, person, session }: Managed, slot: Slot): string {
  const start = Date.parse(slot.start);
  const theirs = person.role === 'facilitator' ? session.cluster.timeZone : slot.facilitatorTimeZone;
  const own = `${clock(start, person.timeZone, language)}–${clock(Date.parse(slot.end), person.timeZone, language)}`;
  const other = theirs === person.timeZone ? '' : ` · ${cityOf(theirs, language)} ${clock(start, theirs, language)}`;
  const whom = slot.facilitatorId === booking.facilitatorId ? '' : ` · ${facilitators.get(slot.facilitatorId) ?? ''}`;
  return `<label class="check"><input type="radio" name="slot" value="${escapeHtml(`${slot.facilitatorId} ${slot.start}`)}" required><span><span class="time">${escapeHtml(own)}</span>${escapeHtml(other)}${escapeHtml(whom)}</span></label>`;
}

function reasonField(words: PageWords['manage']): string {
  return `<p class="field"><label for="reason">${escapeHtml(words.reason)}</label><textarea id="reason" name="reason" rows="2" maxlength="1000"></textarea></p>`;
}

/** So that nobody changes unseen what somebody else has just changed. */
function hiddenVersion({ booking }: Managed): string {
  return `<input type="hidden" name="version" value="${booking.version}">`;
}
