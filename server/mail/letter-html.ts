import type { Language } from '../domain/invitation.ts';
import { escapeHtml } from './escape-html.ts';
import type { Fact, LetterContent, Link } from './letter-content.ts';
import type { LocalTime } from './local-times.ts';

const font = "font-family:'Atkinson Hyperlegible Next','Segoe UI',Helvetica,Arial,sans-serif";

/**
 * The letter for mail programs: tables and inline styles, since many drop all else; no picture, nothing fetched.
 * Both colour schemes are named, so that programs in dark mode do not invert it by guess.
 */
export function letterHtml(content: LetterContent, language: Language): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(content.subject)}</title>
<style>
:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){
.page{background:#141a1f!important}.card{background:#1d252c!important;border-color:#33404a!important}
.ink{color:#eef2f4!important}.soft{color:#a9b6bf!important}.line{border-color:#33404a!important}
.link{color:#8fd3c4!important}.main{background:#8fd3c4!important;color:#0d2a24!important}
}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f3f1ec">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f3f1ec"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #dcd8cf;border-radius:12px"><tr><td style="padding:28px 28px 24px">
<p class="soft" style="margin:0 0 6px;${font};font-size:15px;line-height:22px;color:#55636c">${escapeHtml(content.heading)}</p>
<h1 class="ink" style="margin:0 0 20px;${font};font-size:24px;line-height:30px;font-weight:700;color:#17222a">${escapeHtml(content.topic)}</h1>
${times(content)}
${content.facts.map(fact).join('\n')}
${links(content.links)}
</td></tr></table>
<p class="soft" style="margin:16px 0 0;${font};font-size:13px;line-height:20px;color:#55636c">${escapeHtml(content.footer)}</p>
</td></tr></table>
</body>
</html>
`;
}

function times({ formerly, news, times: shown }: LetterContent): string {
  const isOff = news === 'cancelled' || news === 'removed';
  if (formerly === null) return timeTable(shown, isOff);
  return `${title(formerly.newTitle)}${timeTable(shown, false)}${title(formerly.oldTitle)}${timeTable(formerly.times, true)}`;
}

/** An hour that no longer holds is struck through. */
function timeTable(shown: readonly LocalTime[], isOff: boolean): string {
  const strike = isOff ? 'text-decoration:line-through;' : '';
  const rows = shown.map(({ city, date, hours }) => `<tr>
<td class="line ink" width="32%" style="padding:10px 12px 10px 0;border-top:1px solid #e6e2da;${font};font-size:16px;line-height:24px;font-weight:700;color:#17222a;vertical-align:top">${escapeHtml(city)}</td>
<td class="line ink" style="padding:10px 0;border-top:1px solid #e6e2da;${strike}${font};font-size:16px;line-height:24px;color:#17222a">${escapeHtml(date)}<br><strong>${escapeHtml(hours)}</strong></td>
</tr>`);
  return `<table width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 18px">${rows.join('')}</table>`;
}

function title(text: string): string {
  return `<p class="soft" style="margin:0 0 4px;${font};font-size:14px;line-height:20px;color:#55636c">${escapeHtml(text)}</p>`;
}

function fact({ title: heading, text }: Fact): string {
  const body = escapeHtml(text).replaceAll('\n', '<br>');
  return `${title(heading)}<p class="ink" style="margin:0 0 16px;${font};font-size:16px;line-height:24px;color:#17222a;overflow-wrap:anywhere">${body}</p>`;
}

function links([main, ...others]: readonly Link[]): string {
  if (!main) return '';
  const button = `<p style="margin:8px 0 0"><a class="main" href="${escapeHtml(main.url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#0f5c4d;color:#ffffff;${font};font-size:16px;line-height:24px;font-weight:700;text-decoration:none">${escapeHtml(main.label)}</a></p>`;
  const rest = others.map(({ label, url }) => `<p style="margin:16px 0 0;${font};font-size:15px;line-height:22px"><a class="link" href="${escapeHtml(url)}" style="color:#0f5c4d">${escapeHtml(label)}</a></p>`);
  return [button, ...rest].join('\n');
}
