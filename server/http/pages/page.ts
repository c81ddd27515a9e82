import { escapeHtml } from '../../mail/escape-html.ts';
import { pageStyleUrl } from './page-files.ts';

export interface PageOptions {
  /** The reader's language, as a BCP 47 tag. */
  language?: string;
  /** A link back beside the name at the top, such as the app's own page. */
  home?: { href: string; label: string };
}

/**
 * A small server-rendered page: works without JavaScript, looks like the client. `body` is HTML and begins with an `h1`;
 * `page-style.ts` says which classes there are for it.
 */
export function page(title: string, body: string, { language = 'en', home }: PageOptions = {}): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#faf8f2" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#0d161c" media="(prefers-color-scheme: dark)">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)} · Visavis</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${pageStyleUrl}">
</head>
<body>
<header class="top"><a class="brand" href="/">${mark}Visavis</a>${home ? `<a class="home" href="${escapeHtml(home.href)}">${escapeHtml(home.label)}</a>` : ''}</header>
<main>${body}</main>
<footer class="foot small"><a href="/privacy">${privacy[language] ?? privacy.en}</a></footer>
</body>
</html>`;
}

const privacy: Readonly<Record<string, string>> = { en: 'Privacy', es: 'Privacidad', fr: 'Confidentialité', pl: 'Prywatność', da: 'Privatliv' };

/** Two clocks that overlap: the mark of the product. */
const mark = '<svg viewBox="0 0 20 20" width="26" height="26" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.4">'
  + '<circle class="day" cx="6.5" cy="10" r="4.2"/><circle cx="13.5" cy="10" r="4.2"/><path class="night" d="M13.5 5.8a4.2 4.2 0 0 1 0 8.4z" stroke="none"/></svg>';
