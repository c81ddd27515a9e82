import type { MailboxItem } from '../../shared/api/deliveries.ts';
import { escapeHtml } from './escape-html.ts';
import { readableCalendar } from './readable-calendar.ts';

/** How a letter is shown: as a mail program would, its plain text, its calendar part, or all of it as it was sent. */
export type MailboxView = 'html' | 'text' | 'calendar' | 'raw';
const views: Readonly<Record<MailboxView, string>> = { html: 'Mail', text: 'Plain text', calendar: 'Calendar', raw: 'Source' };

/**
 * What the page may load, as its Content-Security-Policy. Inline styles are the letters' own, which are shown in a frame
 * that runs no script and belongs to no origin; everything from elsewhere is refused.
 */
export const mailboxPolicy = "default-src 'none'; style-src 'self' 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The page `/mailbox`, and `/mailbox/<id>?view=<view>` with one letter open. Works without JavaScript. */
export function mailboxPage(items: readonly MailboxItem[], selected: MailboxItem | null = null, view: MailboxView = 'html'): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${selected ? `${escapeHtml(selected.subject)} · ` : ''}Mailbox · Visavis</title>
<link rel="stylesheet" href="/mailbox.css">
</head>
<body${selected ? ' class="open"' : ''}>
<nav aria-label="Letters">
<h1><a href="/mailbox">Mailbox</a></h1>
${items.length === 0 ? '<p class="empty">No mail yet. Book a session, and its invitations appear here.</p>' : list(items, selected)}
</nav>
<main>
${selected ? letter(selected, view) : '<p class="empty">Choose a letter to read it.</p>'}
</main>
</body>
</html>
`;
}

/** Whether a word of an address names a view. */
export function isMailboxView(word: unknown): word is MailboxView {
  return typeof word === 'string' && Object.hasOwn(views, word);
}

function list(items: readonly MailboxItem[], selected: MailboxItem | null): string {
  const entries = items.map(({ at, id, subject, to }) => `<li><a href="/mailbox/${encodeURIComponent(id)}"${id === selected?.id ? ' aria-current="page"' : ''}>
<span class="to">${escapeHtml(to)}</span><time datetime="${escapeHtml(at)}">${shortTime(at)}</time>
<span class="subject">${escapeHtml(subject)}</span></a></li>`);
  return `<ol>${entries.join('\n')}</ol>`;
}

function letter(item: MailboxItem, view: MailboxView): string {
  const tabs = (Object.keys(views) as MailboxView[]).filter((each) => each !== 'calendar' || item.ics !== null).map((each) =>
    `<a href="/mailbox/${encodeURIComponent(item.id)}?view=${each}"${each === view ? ' aria-current="page"' : ''}>${views[each]}</a>`);
  return `<article>
<header>
<a class="back" href="/mailbox">All letters</a>
<h2>${escapeHtml(item.subject)}</h2>
<p>To ${escapeHtml(item.to)} · <time datetime="${escapeHtml(item.at)}">${shortTime(item.at)} UTC</time></p>
</header>
<nav class="views" aria-label="Show as">${tabs.join('')}</nav>
${body(item, view)}
</article>`;
}

/** `sandbox` without a word in it: no script, no form, no origin; links may open a new tab. */
function body(item: MailboxItem, view: MailboxView): string {
  if (view === 'text') return `<pre>${escapeHtml(item.text)}</pre>`;
  if (view === 'raw') return `<pre class="raw">${escapeHtml(item.raw)}</pre>`;
  if (view === 'calendar' && item.ics !== null) return calendar(item.ics);
  const withTargets = item.html.replace('<head>', '<head><base target="_blank">');
  return `<iframe title="The letter as its reader sees it" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${escapeHtml(withTargets)}"></iframe>`;
}

function calendar(ics: string): string {
  const rows = readableCalendar(ics).map(({ name, value }) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`);
  return `<table>${rows.join('\n')}</table>`;
}

function shortTime(at: string): string {
  return escapeHtml(at.slice(0, 16).replace('T', ' '));
}
