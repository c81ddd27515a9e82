import { simpleParser } from 'mailparser';
import { noticeLetter } from '../../server/mail/notice-letter.ts';
import { signInLetter } from '../../server/mail/sign-in-letter.ts';
import { pablo, sender } from './an-invitation.ts';

const date = new Date('2026-03-16T08:00:00Z');
const question = () => noticeLetter({
  id: 'ltr_1', recipient: pablo,
  content: { kind: 'question', programme: 'CECIL', cluster: 'Madrid', topic: 'Economics', path: '/sessions/ses_1', asker: { name: 'María', email: 'maria@example.org' }, text: 'Is there\nan afternoon?' },
}, date, sender);

it('a letter posted twice is the same bytes, and says the same as text and as HTML', async () => {
  const letter = question();
  expect(question()).toEqual(letter);
  const mail = await simpleParser(letter.raw);
  expect([mail.subject, mail.text, mail.html, mail.messageId]).toEqual([letter.subject, letter.text, letter.html, letter.messageId]);
  expect(mail.replyTo?.value).toEqual([{ name: 'María', address: 'maria@example.org' }]);
});

it('somebody’s own words stand between who said them and what to do', () => {
  const { text } = question();
  expect(text.split('\n\n').slice(1, 4)).toEqual(['María of Madrid asks about the session “Economics”:', '> Is there\n> an afternoon?', 'Your answer to this mail goes to them.']);
});

it('a sign-in letter has its link on a button in its reader’s language, and once more as an address', () => {
  const url = 'https://visavis.example/sign-in?token=abc&n=1';
  const { html, text } = signInLetter({ ...pablo, language: 'pl' }, { id: 'lnk_1', url, minutes: 10 }, sender, date);
  expect([...html.matchAll(/<a [^>]*href="([^"]+)"[^>]*>([^<]+)</g)].map(([, to, said]) => [to, said])).toEqual([
    ['https://visavis.example/sign-in?token=abc&amp;n=1', 'Zaloguj się'], ['https://visavis.example/sign-in?token=abc&amp;n=1', 'https://visavis.example/sign-in?token=abc&amp;n=1'],
  ]);
  expect([html.includes('<html lang="pl">'), text.includes(`\n${url}\n`)]).toEqual([true, true]);
});
