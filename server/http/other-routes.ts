import { Receipt } from '../../shared/api/inbound.ts';
import type { Endpoint } from './endpoint.ts';

/** A route of the contract whose body or answer is no JSON: it answers by itself, and is described here. */
export interface OtherRoute extends Pick<Endpoint, 'method' | 'path' | 'summary' | 'answer' | 'file' | 'status'> {
  /** Media types of its body. */
  takes?: readonly string[];
  /** Whoever knows the address may ask. */
  isOpen?: boolean;
}

export const otherRoutes: readonly OtherRoute[] = [
  {
    method: 'post', path: '/inbound/itip', status: 200, takes: ['text/calendar', 'message/rfc822'], answer: Receipt,
    summary: 'Hand in a calendar’s answer to an invitation (METHOD:REPLY or COUNTER), alone or as the whole mail it came by, or a report of a mail that came back',
  },
  { method: 'get', path: '/bookings/:id/invite.ics', status: 200, answer: null, file: 'text/calendar', summary: 'The booking as a file for a calendar' },
  { method: 'get', path: '/feeds/:file', status: 200, answer: null, file: 'text/calendar', isOpen: true, summary: 'A calendar to subscribe to, by its secret address (`feedUrl` of its owner)' },
];
