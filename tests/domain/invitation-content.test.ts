import { newsOf, sessionPage, spanOf } from '../../server/domain/invitation-content.ts';
import { anInvitation, sender, span } from '../mail/an-invitation.ts';

const before = span('2026-03-23T09:00:00Z', '2026-03-23T10:00:00Z');
const now = span('2026-03-24T09:00:00Z', '2026-03-24T10:00:00Z');
const facilitator = 'Quercus Group, Nairobi';

describe('what a message is to its reader', () => {
  it.each([
    ['made', 'who has not heard of it', anInvitation(), now],
    ['moved', 'who knew another hour', anInvitation({ lastTold: { span: before, topic: 'Cluster economics', facilitator } }), now],
    ['changed', 'who knew the hour', anInvitation({ lastTold: { span: now, topic: 'Cluster economics', facilitator } }), now],
    ['cancelled', 'of a cancelled session', anInvitation({ method: 'CANCEL', session: { status: 'cancelled' } }), now],
    ['removed', 'of a session that goes on without them', anInvitation({ method: 'CANCEL', lastTold: { span: before, topic: 'Cluster economics', facilitator } }), before],
    ['removed', 'who never heard of it', anInvitation({ method: 'CANCEL' }), now],
  ])('is "%s" to one %s', (news, _name, invitation, shown) => {
    expect({ news: newsOf(invitation), shown: spanOf(invitation) }).toEqual({ news, shown });
  });
});

it('names the page of a session', () => {
  expect(sessionPage(sender, 'ses_1')).toBe('https://visavis.example/sessions/ses_1');
});
