import { spanOf } from '../../server/domain/invitation-content.ts';
import type { Invitation } from '../../server/domain/invitation-content.ts';
import { inviteFile } from '../../server/mail/invite-file.ts';
import { invitationLetter } from '../../server/mail/invitation-letter.ts';
import { messages } from '../calendar/messages.ts';
import { anInvitation, sender } from '../mail/an-invitation.ts';
import { importWithCalcurse, listWithKhal, readersHere, readWithLibical, readWithVobject } from '../support/ical-readers.ts';

function textsOf(list: typeof messages): string[] {
  return list.map(([, invitation]) => invitationLetter(invitation, sender).ics ?? '');
}

function meant({ method, session }: Invitation, invitation: Invitation) {
  const { start, end } = spanOf(invitation);
  return { complaints: [], method, uid: session.uid, start: start / 1000, end: end / 1000 };
}

/** The named part of the suite; without its program it is skipped here, and fails where everything must run. */
function withReader(name: keyof typeof readersHere, tests: () => void): void {
  const run = readersHere[name] || process.env.CI ? describe : describe.skip;
  run(readersHere[name] ? name : `${name}, which is not installed`, tests);
}

describe('every message, read by', () => {
  withReader('libical', () => {
    it('breaks no rule of its method, and means the same instants', async () => {
      expect(readWithLibical(textsOf(messages))).toEqual(messages.map(([, invitation]) => meant(invitation, invitation)));
    });

    it('is complained of when it breaks one: the check can see', async () => {
      const [text] = textsOf(messages.slice(0, 1));
      const [reading] = readWithLibical([text!.replace(/DTSTAMP:.*\r\n/, '').replace(/ORGANIZER.*\r\n/, '')]);
      expect(reading?.complaints.join('\n')).toMatch(/DTSTAMP[\s\S]*ORGANIZER|ORGANIZER[\s\S]*DTSTAMP/);
    });

    it('is complete as a file to keep', () => {
      const { session } = anInvitation();
      const [reading] = readWithLibical([inviteFile(session, 'fr', sender, 'facilitator')]);
      expect(reading).toEqual({ complaints: [], method: null, uid: session.uid, start: session.span.start / 1000, end: session.span.end / 1000 });
    });
  });

  withReader('vobject', () => {
    it('is valid, and means the same instants', async () => {
      expect(readWithVobject(textsOf(messages))).toEqual(messages.map(([, invitation]) => meant(invitation, invitation)));
    });
  });

  withReader('calcurse', () => {
    const kept = messages.slice(0, 8);
    it.each(kept)('is one appointment, and nothing is skipped: %s', async (_name, invitation) => {
      const { ics } = invitationLetter(invitation, sender);
      expect(importWithCalcurse(ics ?? '')).toContain('1 app / 0 events / 0 todos / 0 skipped');
    });
  });

  withReader('khal', () => {
    it('is listed at its hour', async () => {
      const listed = messages.slice(6).map(([, invitation], n) => [String(n), { ...invitation, session: { ...invitation.session, uid: `u${n}@visavis.example` } }] as const);
      const utc = (instant: number) => new Date(instant).toISOString().slice(0, 16).replace('T', ' ');
      expect(listWithKhal(textsOf(listed), '2026-03-23', 8)).toEqual(
        listed.map(([, invitation]) => `${utc(spanOf(invitation).start)}/${utc(spanOf(invitation).end)}`).toSorted());
    });
  });
});
