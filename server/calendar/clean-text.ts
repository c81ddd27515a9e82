/**
 * Text as calendars and mail programs can carry it: NFC, one kind of line end, no control characters
 * (RFC 5545 §3.1 allows only tab), no half of a surrogate pair (it has no UTF-8), no non-character.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    // oxlint-disable-next-line no-control-regex -- taking them out is the point
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g, '')
    .replace(/\p{Surrogate}/gu, '')
    .normalize('NFC');
}

/** Clean text on one line: for names, subjects and everything else that becomes part of a header. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/[\n\t ]+/g, ' ').trim();
}

/**
 * A name as a parameter value: `"` becomes `'`, since some calendars show the escapes of RFC 6868 as they are,
 * and `\` becomes `/`, since some take it for an escape where there are none.
 */
export function cleanName(name: string): string {
  return cleanLine(name).replaceAll('"', "'").replaceAll('\\', '/').replaceAll('^', ' ').trim() || '?';
}

/** An address as a property value, without the characters that the writer would escape as if it were text. */
export function cleanUrl(url: string): string {
  return cleanLine(url).replace(/[\\,; "<>^`{|}]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
