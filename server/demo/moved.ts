import { addDays, epochDay, weekdayOf } from '../domain/calendar-date.ts';
import type { IsoDate } from '../domain/programme.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The document with every date in it moved by whole weeks, so that it starts on `monday`. */
export function movedTo<Document extends { programme: { startsOn: IsoDate } }>(document: Document, monday: IsoDate): Document {
  const days = epochDay(monday) - epochDay(document.programme.startsOn);
  return JSON.parse(JSON.stringify(document), (_key, value: unknown) =>
    (typeof value === 'string' && DATE.test(value) ? addDays(value, days) : value)) as Document;
}

/** The Monday after this date. */
export function nextMonday(date: IsoDate): IsoDate {
  return addDays(date, 8 - weekdayOf(epochDay(date)));
}
