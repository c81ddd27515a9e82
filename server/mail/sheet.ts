import type { Language } from '../domain/invitation.ts';
import { escapeHtml } from './escape-html.ts';

const FONT = "font-family:'Atkinson Hyperlegible Next','Segoe UI',Helvetica,Arial,sans-serif";

interface Written {
  subject: string;
  /** In HTML, from the functions below. */
  blocks: readonly string[];
  footer: string;
}

/**
 * What every letter is written on, for mail programs: tables and inline styles, since many drop all else; no picture, nothing
 * fetched. Both colour schemes are named, so that programs in dark mode do not invert it by guess. Colours are those of our pages.
 */
export function sheet({ subject, blocks, footer }: Written, language: Language): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>
:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){
.page{background:#0d161c!important}.card{background:#152026!important;border-color:#2d3a42!important}
.ink{color:#ebe8df!important}.soft{color:#a6b3ba!important}.line{border-color:#2d3a42!important}
.link{color:#72d0d0!important}.main{background:#72d0d0!important;color:#04191f!important}
}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#faf8f2">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#faf8f2"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#fefefb;border:1px solid #dad7cf;border-radius:12px"><tr><td style="padding:28px 28px 24px">
${blocks.join('\n')}
</td></tr></table>
<p class="soft" style="margin:16px 0 0;${typeface(13, 20)};color:#495b67">${escapeHtml(footer)}</p>
</td></tr></table>
</body>
</html>
`;
}

export function typeface(size: number, line: number): string {
  return `${FONT};font-size:${size}px;line-height:${line}px`;
}

export function heading(text: string): string {
  return `<h1 class="ink" style="margin:0 0 20px;${typeface(24, 30)};font-weight:700;color:#132633">${escapeHtml(text)}</h1>`;
}

export function paragraph(text: string): string {
  return `<p class="ink" style="margin:0 0 16px;${typeface(16, 24)};color:#132633;overflow-wrap:anywhere">${escapeHtml(text).replaceAll('\n', '<br>')}</p>`;
}

/** Somebody's own words, set apart. */
export function quote(text: string): string {
  return `<blockquote class="ink" style="margin:0 0 16px;padding:0 0 0 14px;border-left:3px solid #76828b;${typeface(16, 24)};color:#132633;overflow-wrap:anywhere">${escapeHtml(text).replaceAll('\n', '<br>')}</blockquote>`;
}

/** Above what it names. */
export function title(text: string): string {
  return `<p class="soft" style="margin:0 0 4px;${typeface(14, 20)};color:#495b67">${escapeHtml(text)}</p>`;
}

export function small(text: string): string {
  return `<p class="soft" style="margin:16px 0 0;${typeface(14, 20)};color:#495b67;overflow-wrap:anywhere">${escapeHtml(text)}</p>`;
}

/** What most readers want of the letter. */
export function button(url: string, label: string): string {
  return `<p style="margin:8px 0 0">${pressable(url, label)}</p>`;
}

export function pressable(url: string, label: string): string {
  return `<a class="main" href="${escapeHtml(url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#006065;color:#fdfcf8;${typeface(16, 24)};font-weight:700;text-decoration:none">${escapeHtml(label)}</a>`;
}

export function textLink(url: string, label: string): string {
  return `<p style="margin:16px 0 0;${typeface(15, 22)};overflow-wrap:anywhere"><a class="link" href="${escapeHtml(url)}" style="color:#006065">${escapeHtml(label)}</a></p>`;
}
