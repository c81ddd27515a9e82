import type { Language } from '../../server/domain/invitation.ts';
import { invitationLetter } from '../../server/mail/invitation-letter.ts';
import { anInvitation, maria, nairobi, pablo, sender, span } from './an-invitation.ts';

const before = { span: span('2026-03-23T20:30:00Z', '2026-03-23T21:30:00Z'), topic: 'Cluster economics', facilitator: 'Quercus Group, Nairobi' };

describe('what a mail says', () => {
  it('names both cities’ times, the reader’s own first', async () => {
    const { subject, text } = invitationLetter(anInvitation({ recipient: { ...maria, language: 'en' } }), sender);
    expect({ subject, text }).toEqual({
      subject: 'Invitation: Cluster economics, Tue 24 Mar, 10:00 (Madrid)',
      text: `Your one-on-one session is booked.

Cluster economics

Madrid: Tuesday, 24 March 2026, 10:00–11:00
Nairobi: Tuesday, 24 March 2026, 12:00–13:00

With: Quercus Group, Nairobi

Taking part: Quercus Group, Nairobi; María Ortega; Pablo Núñez

What Madrid would like to work on:
How others price membership.
Two examples, please.

Join the session:
https://meet.example/vis-4711

See, move or cancel the session:
https://visavis.example/manage/boo_1.rep_maria

--${' '}
Sent by Visavis for CECIL Cluster Excellence.
`,
    });
  });

  it('names a topic that has another name together with the old one', async () => {
    const { subject, text } = invitationLetter(anInvitation({ recipient: pablo, lastTold: { ...before, span: anInvitation().session.span, topic: 'Money' } }), sender);
    expect([subject, text.split('\n\n')[3]]).toEqual(['Changed: Cluster economics, Tue 24 Mar, 10:00 (Madrid)', 'Topic: Cluster economics (instead of Money)']);
  });

  it('shows old and new when a session has moved, each city with its own date', async () => {
    const { subject, text } = invitationLetter(anInvitation({ recipient: nairobi, lastTold: before, session: { sequence: 1, reason: 'Trade fair', needs: null } }), sender);
    expect({ subject, text }).toEqual({
      subject: 'Moved: Cluster economics, now Tue 24 Mar, 12:00 (Nairobi)',
      text: `Your one-on-one session has moved.

Cluster economics

New time
Nairobi: Tuesday, 24 March 2026, 12:00–13:00
Madrid: Tuesday, 24 March 2026, 10:00–11:00

Until now
Nairobi: Monday, 23 March 2026, 23:30–00:30 (+1 day)
Madrid: Monday, 23 March 2026, 21:30–22:30

With: Madrid

Reason: Trade fair

Taking part: Quercus Group, Nairobi; María Ortega; Pablo Núñez

Join the session:
https://meet.example/vis-4711

See, move or cancel the session:
https://visavis.example/manage/boo_1.fac_nairobi

--${' '}
Sent by Visavis for CECIL Cluster Excellence.
`,
    });
  });

  it('says who comes instead of whom', async () => {
    const { text } = invitationLetter(anInvitation({ lastTold: { span: anInvitation().session.span, topic: 'Cluster economics', facilitator: 'Anne Kjær' } }), sender);
    expect(text.split('\n\n').slice(0, 4)).toEqual([
      'Han cambiado los datos de su sesión individual.', 'Cluster economics',
      'Madrid: martes, 24 de marzo de 2026, 10:00–11:00\nNairobi: martes, 24 de marzo de 2026, 12:00–13:00', 'Con: Quercus Group, Nairobi (en lugar de Anne Kjær)',
    ]);
  });

  it('offers another hour to the cluster of a cancelled session, and a dead link to nobody', async () => {
    const off = { method: 'CANCEL', session: { status: 'cancelled', sequence: 1, reason: 'She is ill.' } } as const;
    const letters = await Promise.all([
      invitationLetter(anInvitation({ ...off, recipient: { ...maria, language: 'en' } }), sender),
      invitationLetter(anInvitation({ ...off, recipient: nairobi }), sender),
      invitationLetter(anInvitation({ method: 'CANCEL', recipient: nairobi, attendees: [nairobi], lastTold: before }), sender),
    ]);
    expect(letters.map(({ text }) => text.split('\n\n').filter((block) => !block.startsWith('-- ')))).toEqual([
      ['Your one-on-one session is cancelled.', 'Cluster economics', 'Madrid: Tuesday, 24 March 2026, 10:00–11:00\nNairobi: Tuesday, 24 March 2026, 12:00–13:00',
        'With: Quercus Group, Nairobi', 'Reason: She is ill.', 'See the session and choose another time:\nhttps://visavis.example/sessions/ses_1'],
      ['Your one-on-one session is cancelled.', 'Cluster economics', 'Nairobi: Tuesday, 24 March 2026, 12:00–13:00\nMadrid: Tuesday, 24 March 2026, 10:00–11:00',
        'With: Madrid', 'Reason: She is ill.'],
      ['You are no longer part of this one-on-one session.', 'Cluster economics', 'Nairobi: Monday, 23 March 2026, 23:30–00:30 (+1 day)\nMadrid: Monday, 23 March 2026, 21:30–22:30',
        'With: Madrid'],
    ]);
  });

  it.each([
    ['en', 'Invitation: Cluster economics, Tue 24 Mar, 10:00 (Copenhagen)', 'Copenhagen: Tuesday, 24 March 2026, 10:00–11:00', 'Nairobi: Tuesday, 24 March 2026, 12:00–13:00'],
    ['es', 'Invitación: Cluster economics, mar, 24 mar, 10:00 (Copenhague)', 'Copenhague: martes, 24 de marzo de 2026, 10:00–11:00', 'Nairobi: martes, 24 de marzo de 2026, 12:00–13:00'],
    ['fr', 'Invitation\u00a0: Cluster economics, mar. 24 mars, 10:00 (Copenhague)', 'Copenhague\u00a0: mardi 24 mars 2026, 10:00–11:00', 'Nairobi\u00a0: mardi 24 mars 2026, 12:00–13:00'],
    ['pl', 'Zaproszenie: Cluster economics, wt., 24 mar, 10:00 (Kopenhaga)', 'Kopenhaga: wtorek, 24 marca 2026, 10:00–11:00', 'Nairobi: wtorek, 24 marca 2026, 12:00–13:00'],
    ['da', 'Invitation: Cluster economics, tirs. 24. mar., 10.00 (København)', 'København: tirsdag den 24. marts 2026, 10.00–11.00', 'Nairobi: tirsdag den 24. marts 2026, 12.00–13.00'],
  ] as [Language, string, string, string][])('speaks the reader’s language: %s', async (language, subject, first, second) => {
    const letter = invitationLetter(anInvitation({ recipient: { ...maria, language, timeZone: 'Europe/Copenhagen' } }), sender);
    expect([letter.subject, ...letter.text.split('\n\n')[2]!.split('\n')]).toEqual([subject, first, second]);
    expect(letter.text).toMatch(language === 'fr' ? /Quercus Group, Nairobi\u00a0; María/ : /Quercus Group, Nairobi; María/);
    expect(letter.html).toContain(`<html lang="${language}">`);
    expect(letter.html).toContain(first.slice(first.indexOf(': ') + 2, first.lastIndexOf(', ')));
  });
});
