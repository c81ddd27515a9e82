const BROWSERS: [RegExp, string][] = [[/\bEdgA?\//, 'Edge'], [/\bOPR\//, 'Opera'], [/\bFirefox\/|FxiOS\//, 'Firefox'], [/\bChrome\/|CriOS\//, 'Chrome'], [/\bSafari\//, 'Safari']];
const SYSTEMS: [RegExp, string][] = [[/\bAndroid\b/, 'Android'], [/\biPhone\b/, 'iPhone'], [/\biPad\b/, 'iPad'], [/\bWindows\b/, 'Windows'], [/\bMac OS X\b/, 'macOS'], [/\bCrOS\b/, 'ChromeOS'], [/\bLinux\b/, 'Linux']];

/** `Firefox · Linux`: enough for its owner to know it again, and all that is kept of a User-Agent. */
export function deviceName(userAgent = ''): string {
  const named = [BROWSERS, SYSTEMS].map((list) => list.find(([mark]) => mark.test(userAgent))?.[1]).filter(Boolean);
  return named.join(' · ') || '?';
}
