/** An event for calendars that take it by a link instead of a file. */
export interface CalendarEvent {
  title: string;
  details: string;
  location: string;
  /** Epoch milliseconds. */
  start: number;
  end: number;
}

export function googleLink(event: CalendarEvent): string {
  return withQuery('https://calendar.google.com/calendar/render', {
    action: 'TEMPLATE', text: event.title, dates: `${compact(event.start)}/${compact(event.end)}`, details: event.details, location: event.location,
  });
}

export function outlookLink(event: CalendarEvent): string {
  return withQuery('https://outlook.office.com/calendar/0/deeplink/compose', {
    path: '/calendar/action/compose', rru: 'addevent', subject: event.title, startdt: new Date(event.start).toISOString(), enddt: new Date(event.end).toISOString(),
    body: event.details, location: event.location,
  });
}

/** `20260326T100000Z`. */
function compact(instant: number): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '');
}

function withQuery(address: string, query: Record<string, string>): string {
  return `${address}?${new URLSearchParams(query)}`;
}
