import { inviteFile } from '../../server/mail/invite-file.ts';
import { invitationLetter } from '../../server/mail/invitation-letter.ts';
import { faultsOf } from '../support/ical-readers-lint.ts';
import { anInvitation, sender } from './an-invitation.ts';

function lineOf(ics: string, name: string): string | undefined {
  return ics.replace(/\r\n /g, '').split('\r\n').find((line) => line.startsWith(`${name}:`));
}

describe('the invitation as a file', () => {
  const file = inviteFile(anInvitation().session, 'es', sender, 'cluster');

  it('asks for no answer', () => {
    expect(file).not.toMatch(/METHOD|ORGANIZER|ATTENDEE|VALARM/);
    expect(faultsOf(file)).toEqual([]);
  });

  it('is the event that the mail carries', async () => {
    const { ics } = invitationLetter(anInvitation(), sender);
    for (const name of ['UID', 'SEQUENCE', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'LOCATION', 'STATUS', 'CREATED', 'LAST-MODIFIED']) {
      expect(lineOf(file, name)).toBe(lineOf(ics ?? '', name));
    }
  });

  it('says both cities’ times in its reader’s language', () => {
    expect(lineOf(file, 'DESCRIPTION')).toMatch(/^DESCRIPTION:Madrid: martes\\, 24 de marzo de 2026\\, 10:00–11:00\\nNairobi: martes\\, 24 de marzo de 2026\\, 12:00–13:00\\n/);
  });

  it('begins with the facilitator’s city where a facilitator reads it', () => {
    expect(lineOf(inviteFile(anInvitation().session, 'en', sender, 'facilitator'), 'DESCRIPTION')).toMatch(/^DESCRIPTION:Nairobi: .*\\nMadrid: /);
  });

  it('stays cancelled once it is', () => {
    expect(lineOf(inviteFile(anInvitation({ session: { status: 'cancelled' } }).session, 'en', sender, 'cluster'), 'STATUS')).toBe('STATUS:CANCELLED');
  });
});
