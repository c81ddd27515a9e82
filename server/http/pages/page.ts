import { escapeHtml } from '../../mail/escape-html.ts';

/** A small server-rendered page: works without JavaScript, looks like the client. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)} · Visavis</title>
<link rel="stylesheet" href="/page.css">
</head>
<body><main>${body}</main></body>
</html>`;
}

export const pageStyle = `
:root { color-scheme: light dark; --paper: light-dark(#faf8f2, #0d161c); --surface: light-dark(#fefefb, #152026); --ink: light-dark(#132633, #ebe8df);
  --ink-2: light-dark(#495b67, #a6b3ba); --line: light-dark(#dad7cf, #2d3a42); --accent: light-dark(#006065, #72d0d0); --on-accent: light-dark(#fdfcf8, #04191f); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 34rem; margin: 12vh auto; padding: 0 1.25rem; }
h1 { font: 560 2rem/1.2 Georgia, serif; margin: 0 0 .75rem; }
p { margin: 0 0 1.25rem; color: var(--ink-2); }
a { color: var(--accent); }
button { min-height: 44px; padding: 0 1.25rem; border: 0; border-radius: 10px; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; cursor: pointer; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;
