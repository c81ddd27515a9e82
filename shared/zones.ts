/**
 * Whether `name` is in the IANA data base and known here. Fixed offsets (`+02:00`) and ICU's own abbreviations (`IST`,
 * `PST`) are refused: they are no zones, and no other calendar program knows them.
 */
export function isTimeZone(name: string): boolean {
  const area = name.split('/', 1)[0]!;
  const listed = area === name ? PLAIN_NAMES.has(name) : AREAS.has(area);
  return listed && !/\/(?![A-Z])|\/Pacific-New$/.test(name) && isKnown(name);
}

function isKnown(name: string): boolean {
  try {
    Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const AREAS = new Set(('Africa America Antarctica Arctic Asia Atlantic Australia Brazil Canada Chile Etc Europe Indian '
  + 'Mexico Pacific US').split(' '));
/** The data base's names without an area, from its `backward` file. */
const PLAIN_NAMES = new Set(('CET CST6CDT Cuba EET EST EST5EDT Egypt Eire GB GB-Eire GMT GMT+0 GMT-0 GMT0 Greenwich HST '
  + 'Hongkong Iceland Iran Israel Jamaica Japan Kwajalein Libya MET MST MST7MDT NZ NZ-CHAT Navajo PRC PST8PDT Poland '
  + 'Portugal ROC ROK Singapore Turkey UCT UTC Universal W-SU WET Zulu').split(' '));
