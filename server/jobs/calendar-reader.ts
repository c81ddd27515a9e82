import type { Instant } from '../domain/interval.ts';
import { calendarContext, findCalendar, takeDueCalendars } from '../store/busy-calendars.ts';
import type { Database } from '../store/database.ts';
import { keepReading, type Look } from '../usecases/calendars/keep-reading.ts';
import { atMost } from './at-most.ts';
import { warnSparingly, type Log } from './log.ts';
import { lookAtCalendar, readForOf, type Eyes } from './look-at-calendar.ts';
import { startRelayLoop, type RelayLoop } from './relay-loop.ts';

interface CalendarReader extends Eyes {
  db: Database;
  clock: () => Instant;
  /** Null: closed with another key. */
  openAddress(sealed: Buffer, calendarId: string): string | null;
  log: Log;
  /** Busy times have changed, and that is committed. */
  committed(): void;
}

const POLL_MS = 2000;
/** Looked at at once: most of a look is waiting for somebody's server, and one that does not answer must not keep the others waiting. */
const LOOKS = 8;
/** Read at once: each may take a thread and its memory. */
const READINGS = 2;
/** Longer than a look may take, with its turn to be read; a reader that dies leaves its calendars to the next. */
const LEASE_MS = 60_000;

/** Reads external calendars as they fall due; several processes may do it at once, and each calendar is had by one of them. */
export function startCalendarReader(reader: CalendarReader): RelayLoop {
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  const warn = warnSparingly(reader.log, 'calendars could not be read');
  const inTurn = atMost(READINGS);
  const patient = { ...reader, read: (...asked) => inTurn(() => reader.read(...asked)) } satisfies CalendarReader;
  const begin = (id: string) => {
    const looking = readOne(patient, id, stopping.signal).catch(warn).finally(() => {
      underWay.delete(looking);
      loop.wake();
    });
    underWay.add(looking);
  };
  const loop = startRelayLoop(async () => {
    const { db, clock } = reader;
    const places = LOOKS - underWay.size;
    const ids = places === 0 ? [] : await db.transaction((tx) => takeDueCalendars(tx, clock(), clock() + LEASE_MS as Instant, places));
    ids.forEach(begin);
    return false;
  }, POLL_MS, reader.log, 'calendars could not be read');
  return {
    wake: loop.wake,
    stop: async () => {
      stopping.abort();
      await loop.stop();
      await Promise.all(underWay);
    },
  };
}

async function readOne(reader: CalendarReader, id: string, signal: AbortSignal): Promise<void> {
  const { db, clock, committed, log } = reader;
  const look = await lookAt(reader, id, signal);
  // Cut short by our own end, it says nothing of the calendar; the lease gives it back.
  if (!look || signal.aborted) return;
  const { reading } = look;
  log.info({ calendarId: id, ...(reading.came === 'failed' && { fault: reading.fault }), ...(reading.came === 'read' && { events: reading.events }) }, `calendar ${reading.came}`);
  if (await keepReading(db, look, clock())) committed();
}

async function lookAt({ db, clock, openAddress, ...eyes }: CalendarReader, id: string, signal: AbortSignal): Promise<Look | null> {
  const calendar = await findCalendar(db, id);
  const context = calendar && await calendarContext(db, calendar.facilitatorId);
  if (!calendar || !context) return null;
  const address = openAddress(calendar.sealedAddress, id);
  const reading = address === null
    ? { came: 'failed', fault: 'key-lost', retryAfterMinutes: 0 } as const
    : await lookAtCalendar(calendar, address, context, eyes, clock(), signal);
  return { calendarId: id, facilitatorId: calendar.facilitatorId, reading, readFor: readForOf(context), chance: Math.random() };
}
