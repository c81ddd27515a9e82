import type { Booking } from '../../../shared/api/bookings.ts';
import { inviteUrl } from '../api/booking.ts';
import { googleLink, outlookLink } from '../format/calendar-links.ts';
import { words } from '../locales/index.ts';

/** The invitation as a file, and as a link for calendars that have no door for files. */
export function AddToCalendar({ booking, topic, who }: { booking: Booking; topic: string; who: string }) {
  const copy = words().calendar;
  const event = { title: copy.title(topic, who), details: booking.joinUrl, location: booking.joinUrl, start: Date.parse(booking.start), end: Date.parse(booking.end) };
  return (
    <p class="calendar-links">
      <a class="button" href={inviteUrl(booking.id)} download="invite.ics">{copy.add}</a>
      <a href={googleLink(event)} target="_blank" rel="noreferrer">{copy.google}</a>
      <a href={outlookLink(event)} target="_blank" rel="noreferrer">{copy.outlook}</a>
    </p>
  );
}
