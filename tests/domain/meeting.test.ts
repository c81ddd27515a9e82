import { joinState, meetingAddress } from '../../server/domain/meeting.ts';
import type { Instant } from '../../server/domain/interval.ts';
import { span } from '../mail/an-invitation.ts';

describe('where a booking meets', () => {
  it.each([
    ['at the facilitator’s own address before the programme’s', { facilitator: 'https://zoom.example/1', programme: 'https://meet.example/all' }, 'https://zoom.example/1'],
    ['at the programme’s, where the facilitator has none', { facilitator: null, programme: 'https://meet.example/all' }, 'https://meet.example/all'],
    ['in a room of its own, by a template', { facilitator: null, programme: 'https://jitsi.example/{room}#{room}' }, 'https://jitsi.example/r00m#r00m'],
    ['in a Jitsi room, where nobody says anything', { facilitator: null, programme: null }, 'https://meet.jit.si/visavis-r00m'],
  ])('is %s', (_name, places, address) => {
    expect(meetingAddress(places, 'r00m')).toBe(address);
  });
});

describe('the meeting of a session from 9 to 10', () => {
  const session = span('2026-03-24T09:00:00Z', '2026-03-24T10:00:00Z');
  it.each([
    ['2026-03-24T08:49:59.999Z', 'early'],
    ['2026-03-24T08:50:00Z', 'open'],
    ['2026-03-24T10:29:59.999Z', 'open'],
    ['2026-03-24T10:30:00Z', 'over'],
  ])('at %s is %s', (now, state) => {
    expect(joinState(session, Date.parse(now) as Instant)).toBe(state);
  });
});
