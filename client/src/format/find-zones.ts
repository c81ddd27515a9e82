import { cityName } from './city.ts';
import { knownZones } from './time.ts';

/** A zone, under the name of the city that was looked for. */
export interface Found {
  zone: string;
  name: string;
}

/** Cities that people look for and that give no zone its name. */
const CITIES: Record<string, string> = {
  'Africa/Johannesburg': 'Cape Town,Durban,Pretoria', 'Africa/Lagos': 'Abuja', 'Africa/Nairobi': 'Mombasa', 'America/Chicago': 'Dallas,Houston,Minneapolis', 'America/Los_Angeles': 'San Francisco,Seattle,San Diego',
  'America/New_York': 'Boston,Washington,Atlanta,Miami,Philadelphia', 'America/Sao_Paulo': 'Rio de Janeiro,Brasília', 'America/Toronto': 'Ottawa,Montréal', 'America/Guayaquil': 'Quito', 'Asia/Calcutta': 'Kolkata,Mumbai,Delhi,Bengaluru,Chennai,Hyderabad',
  'Asia/Dubai': 'Abu Dhabi', 'Asia/Ho_Chi_Minh': 'Hanoi,Saigon', 'Asia/Jakarta': 'Bandung', 'Asia/Jerusalem': 'Tel Aviv', 'Asia/Karachi': 'Islamabad,Lahore', 'Asia/Katmandu': 'Kathmandu', 'Asia/Rangoon': 'Yangon', 'Asia/Saigon': 'Ho Chi Minh City,Hanoi',
  'Asia/Shanghai': 'Beijing,Shenzhen,Guangzhou', 'Asia/Tokyo': 'Osaka,Kyoto', 'Australia/Sydney': 'Canberra', 'Europe/Amsterdam': 'Rotterdam,The Hague', 'Europe/Berlin': 'Hamburg,Munich,München,Frankfurt,Cologne,Köln', 'Europe/Brussels': 'Antwerp,Ghent',
  'Europe/Copenhagen': 'Aarhus,Odense,København', 'Europe/Dublin': 'Cork,Galway', 'Europe/Helsinki': 'Tampere,Turku', 'Europe/Istanbul': 'Ankara,Izmir', 'Europe/Kiev': 'Kyiv,Lviv', 'Europe/Lisbon': 'Porto', 'Europe/London': 'Edinburgh,Manchester,Glasgow,Belfast,Cardiff',
  'Europe/Madrid': 'Barcelona,Valencia,Sevilla,Bilbao', 'Europe/Oslo': 'Bergen,Trondheim', 'Europe/Paris': 'Lyon,Marseille,Toulouse,Lille', 'Europe/Rome': 'Milan,Milano,Turin,Naples', 'Europe/Stockholm': 'Gothenburg,Malmö', 'Europe/Vienna': 'Graz,Salzburg',
  'Europe/Warsaw': 'Kraków,Gdańsk,Wrocław,Poznań,Łódź', 'Europe/Zurich': 'Geneva,Basel,Bern', 'Pacific/Auckland': 'Wellington',
};

let places: { plain: string; found: Found }[] = [];
let namesOf: ((zone: string) => string) | null = null;

/**
 * Zones by a city's name, as one spells it with whatever keyboard there is: those that begin so first, then those with such a word in them.
 * @param nameOf a zone's city in the language of the screen
 * @param limit how many at most
 */
export function findZones(typed: string, nameOf: (zone: string) => string, limit: number): Found[] {
  const wanted = plain(typed);
  if (namesOf !== nameOf) places = placesBy(nameOf);
  namesOf = nameOf;
  const begin = places.filter((place) => place.plain.startsWith(wanted));
  const within = places.filter((place) => !place.plain.startsWith(wanted) && place.plain.includes(` ${wanted}`));
  const found = new Map<string, Found>();
  for (const { found: each } of [...begin, ...within]) if (!found.has(each.zone)) found.set(each.zone, each);
  return [...found.values()].slice(0, limit);
}

/** Each zone by its city as the screen calls it, as its own name does, and by other cities of it. */
function placesBy(nameOf: (zone: string) => string): typeof places {
  return knownZones().filter((zone) => zone.includes('/') && !zone.startsWith('Etc/')).flatMap((zone) => {
    const names = new Set([nameOf(zone), cityName(zone), ...CITIES[zone]?.split(',') ?? []]);
    return [...names].map((name) => ({ plain: plain(name), found: { zone, name: name === cityName(zone) ? nameOf(zone) : name } }));
  }).toSorted((a, b) => (a.plain < b.plain ? -1 : 1));
}

/** `lodz` of `Łódź`. */
function plain(text: string): string {
  return text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('ø', 'o').replaceAll('æ', 'ae').replaceAll(/[_-]/g, ' ');
}
