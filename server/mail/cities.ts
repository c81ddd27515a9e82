import type { Language } from '../domain/invitation.ts';

/** What a zone's city is called where it is not called as in the zone's name. */
const names: Readonly<Record<string, Partial<Record<Language | 'own', string>>>> = {
  'Europe/Copenhagen': { es: 'Copenhague', fr: 'Copenhague', pl: 'Kopenhaga', da: 'København' },
  'Europe/Warsaw': { es: 'Varsovia', fr: 'Varsovie', pl: 'Warszawa', da: 'Warszawa' },
  'Europe/Paris': { es: 'París', pl: 'Paryż' },
  'Europe/Madrid': { pl: 'Madryt' },
  'Europe/Dublin': { es: 'Dublín' },
  'Asia/Singapore': { es: 'Singapur', fr: 'Singapour', pl: 'Singapur' },
  'Europe/London': { es: 'Londres', fr: 'Londres', pl: 'Londyn' },
  'Europe/Berlin': { es: 'Berlín' },
  'Europe/Vienna': { es: 'Viena', fr: 'Vienne', pl: 'Wiedeń', da: 'Wien' },
  'Europe/Rome': { es: 'Roma', pl: 'Rzym', da: 'Rom' },
  'Europe/Lisbon': { es: 'Lisboa', fr: 'Lisbonne', pl: 'Lizbona', da: 'Lissabon' },
  'Europe/Brussels': { es: 'Bruselas', fr: 'Bruxelles', pl: 'Bruksela', da: 'Bruxelles' },
  'Europe/Amsterdam': { es: 'Ámsterdam' },
  'Europe/Stockholm': { es: 'Estocolmo', pl: 'Sztokholm' },
  'Europe/Helsinki': { da: 'Helsingfors' },
  'Europe/Prague': { es: 'Praga', pl: 'Praga', da: 'Prag' },
  'Europe/Budapest': { pl: 'Budapeszt' },
  'Europe/Bucharest': { es: 'Bucarest', fr: 'Bucarest', pl: 'Bukareszt', da: 'Bukarest' },
  'Europe/Athens': { es: 'Atenas', fr: 'Athènes', pl: 'Ateny', da: 'Athen' },
  'Europe/Istanbul': { es: 'Estambul', pl: 'Stambuł' },
  'Europe/Zurich': { en: 'Zürich', es: 'Zúrich', pl: 'Zurych', da: 'Zürich' },
  'Europe/Luxembourg': { es: 'Luxemburgo', pl: 'Luksemburg' },
  'Europe/Sofia': { es: 'Sofía' },
  'Europe/Belgrade': { es: 'Belgrado', pl: 'Belgrad', da: 'Beograd' },
  'Europe/Kyiv': { es: 'Kiev', fr: 'Kiev', pl: 'Kijów' },
  'Europe/Kiev': { own: 'Kyiv', es: 'Kiev', fr: 'Kiev', pl: 'Kijów' },
  'Europe/Tallinn': { es: 'Tallin' },
  'Europe/Vilnius': { es: 'Vilna', pl: 'Wilno' },
  'Atlantic/Reykjavik': { own: 'Reykjavík', es: 'Reikiavik', pl: 'Reykjavík' },
  'Africa/Cairo': { es: 'El Cairo', fr: 'Le Caire', pl: 'Kair' },
  'Africa/Johannesburg': { es: 'Johannesburgo' },
  'Asia/Calcutta': { own: 'Kolkata', es: 'Calcuta', fr: 'Calcutta', pl: 'Kalkuta' },
  'Asia/Kolkata': { es: 'Calcuta', fr: 'Calcutta', pl: 'Kalkuta' },
  'Asia/Katmandu': { own: 'Kathmandu', es: 'Katmandú', fr: 'Katmandou', pl: 'Katmandu' },
  'Asia/Kathmandu': { es: 'Katmandú', fr: 'Katmandou', pl: 'Katmandu' },
  'Asia/Saigon': { own: 'Ho Chi Minh City' },
  'Asia/Ho_Chi_Minh': { own: 'Ho Chi Minh City' },
  'Asia/Shanghai': { es: 'Shanghái', pl: 'Szanghaj' },
  'Asia/Tokyo': { es: 'Tokio', pl: 'Tokio' },
  'Asia/Seoul': { es: 'Seúl', fr: 'Séoul', pl: 'Seul' },
  'Asia/Dubai': { es: 'Dubái', fr: 'Dubaï', pl: 'Dubaj' },
  'Asia/Jerusalem': { es: 'Jerusalén', fr: 'Jérusalem', pl: 'Jerozolima' },
  'Australia/Sydney': { es: 'Sídney' },
  'America/New_York': { es: 'Nueva York', pl: 'Nowy Jork' },
  'America/Mexico_City': { es: 'Ciudad de México', fr: 'Mexico', pl: 'Meksyk' },
  'America/Sao_Paulo': { own: 'São Paulo' },
  'America/Bogota': { own: 'Bogotá' },
  'America/St_Johns': { own: 'St. John’s' },
};

/** The city a zone is named after, as it is called in the language; else the last part of the zone's name. */
export function cityOf(timeZone: string, language: Language): string {
  const known = names[timeZone];
  return known?.[language] ?? known?.own ?? timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
