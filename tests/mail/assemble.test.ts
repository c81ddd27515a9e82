import { compositionOf, invitationLetter, partsOf } from '../../server/mail/invitation-letter.ts';
import { messages } from '../calendar/messages.ts';
import { sender } from '../mail/an-invitation.ts';

it.each(messages)('a letter is what nodemailer’s own streams write, but for where lines are softly broken: %s', async (_name, invitation) => {
  const { raw } = invitationLetter(invitation, sender);
  const streamed = await compositionOf(invitation, sender, partsOf(invitation, sender)).compile().build();
  expect(unbroken(raw)).toBe(unbroken(streamed.toString('utf8')));
});

function unbroken(raw: string): string {
  return raw.replaceAll('=\r\n', '');
}

it('has no line over 76 characters in its parts, and none that ends otherwise than in CRLF', async () => {
  for (const [, invitation] of messages) {
    const { raw } = invitationLetter(invitation, sender);
    expect([/[^\r]\n|\r[^\n]/.test(raw), raw.split('\r\n').filter((line) => Buffer.byteLength(line) > 78)]).toEqual([false, []]);
  }
});
