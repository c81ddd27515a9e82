import type { ChangeKind } from '../../../shared/api/changes.ts';
import { refresh } from '../api/resource.ts';
import { onChange } from './connection.ts';

const BOOKINGS = ['sessions', 'coverage', 'slots', 'deliveries', 'plan', 'swaps'];

/** Which readings a change makes old. */
const touched = {
  'slot.taken': ['slots'],
  'slot.freed': ['slots'],
  'hold.placed': ['sessions', 'coverage', 'slots'],
  'hold.ended': ['sessions', 'coverage', 'slots'],
  'booking.made': BOOKINGS,
  'booking.moved': BOOKINGS,
  'booking.cancelled': BOOKINGS,
  'session.changed': ['sessions', 'coverage', 'slots', 'notes'],
  'availability.changed': ['slots', 'availability', 'calendars', 'sessions', 'coverage', 'plan', 'foresight'],
  'programme.changed': ['programme', 'staff', 'sessions', 'coverage', 'slots', 'swaps', 'wishes', 'foresight'],
  'plan.progress': ['plan'],
  'plan.ready': ['plan'],
  'plan.published': BOOKINGS,
  'delivery.changed': ['deliveries'],
  'reply.received': ['deliveries', 'sessions', 'coverage'],
  'attendance.recorded': ['attendance', 'sessions', 'coverage'],
} satisfies Record<ChangeKind, string[]>;

/** Changes come in bursts (a booking is three); one reading answers them all. */
const GATHER_MS = 200;
const waiting = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Reads again, soon, whatever on screen a change has made old. */
export function refreshOnChanges(): void {
  onChange(({ kind }) => {
    for (const prefix of touched[kind]) waiting.add(prefix);
    timer ??= setTimeout(() => {
      timer = undefined;
      const prefixes = [...waiting];
      waiting.clear();
      void refresh(...prefixes);
    }, GATHER_MS);
  });
}
