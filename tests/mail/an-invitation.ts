import type { Invitation, Invitee, Sender } from '../../server/domain/invitation-content.ts';
import type { Person } from '../../server/domain/invitation.ts';
import type { Instant, Interval } from '../../server/domain/interval.ts';

export const sender: Sender = { organizerAddress: 'invites@visavis.example', publicUrl: 'https://visavis.example', manageUrl: ({ bookingId, personId }) => `https://visavis.example/manage/${bookingId}.${personId}` };

export const maria: Person = {
  id: 'rep_maria', role: 'representative', name: 'María Ortega', email: 'maria@madrid.example', language: 'es', timeZone: 'Europe/Madrid',
};
export const pablo: Person = {
  id: 'rep_pablo', role: 'representative', name: 'Pablo Núñez', email: 'pablo@madrid.example', language: 'en', timeZone: 'Europe/Madrid',
};
export const nairobi: Person = {
  id: 'fac_nairobi', role: 'facilitator', name: 'Quercus Group, Nairobi', email: 'nairobi@quercus.example', language: 'en', timeZone: 'Africa/Nairobi',
};

export function at(text: string): Instant {
  return Date.parse(text) as Instant;
}

export function span(start: string, end: string): Interval {
  return { start: at(start), end: at(end) };
}

type Changes = Partial<Omit<Invitation, 'session' | 'attendees'>> & { attendees?: readonly (Person & Partial<Invitee>)[]; session?: Partial<Invitation['session']> };

/** Madrid's session with Nairobi, booked; what a test is about it names itself. */
export function anInvitation({ attendees = [nairobi, maria, pablo], session, ...changes }: Changes = {}): Invitation {
  return {
    deliveryId: 'del_4711',
    method: 'REQUEST',
    recipient: maria,
    attendees: attendees.map((person) => ({ answered: 'none', ...person })),
    linkGeneration: 0,
    lastTold: null,
    ...changes,
    session: {
      bookingId: 'boo_1',
      sessionId: 'ses_1',
      uid: '5f0c1c1e9d3b4f6aa3f1@visavis.example',
      sequence: 0,
      status: 'confirmed',
      span: span('2026-03-24T09:00:00Z', '2026-03-24T10:00:00Z'),
      stampedAt: at('2026-03-16T08:30:00Z'),
      createdAt: at('2026-03-16T08:30:00Z'),
      programme: 'CECIL Cluster Excellence',
      topic: 'Cluster economics',
      cluster: { name: 'Madrid', timeZone: 'Europe/Madrid' },
      facilitator: { name: 'Quercus Group, Nairobi', timeZone: 'Africa/Nairobi' },
      joinUrl: 'https://meet.example/vis-4711',
      needs: 'How others price membership.\nTwo examples, please.',
      reason: null,
      ...session,
    },
  };
}
