import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A calendar server of somebody else's, on loopback, that says what the test wants. */
export interface CalendarServer {
  /** For ALLOW_PRIVATE_HOSTS. */
  host: string;
  url(path: string): string;
  /** By path: a calendar's text, or an answer. */
  answers: Map<string, string | Answer>;
  requests: IncomingMessage[];
  stop(): Promise<void>;
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export async function startCalendarServer(): Promise<CalendarServer> {
  const answers: CalendarServer['answers'] = new Map();
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    const answer = answers.get(request.url ?? '');
    if (typeof answer === 'function') answer(request, response);
    else response.writeHead(answer === undefined ? 404 : 200, { 'Content-Type': 'text/calendar' }).end(answer);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host, answers, requests,
    url: (path) => `http://${host}${path}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => { server.close(() => resolve()); });
    },
  };
}

/** A calendar whose events are `from/to` in UTC, such as `2026-03-24T09:00:00Z/2026-03-24T10:00:00Z`, with a title that must never be seen. */
export function calendarOf(...spans: string[]): string {
  const events = spans.map((span, index) => {
    const [start, end] = span.split('/').map((time) => new Date(time).toISOString().replaceAll(/[-:]|\.000/g, ''));
    return `BEGIN:VEVENT\r\nUID:theirs-${index}\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Secret matter\r\nDTSTART:${start}\r\nDTEND:${end}\r\nEND:VEVENT\r\n`;
  });
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n${events.join('')}END:VCALENDAR\r\n`;
}
