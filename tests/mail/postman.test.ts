import type { Letter } from '../../server/domain/invitation-content.ts';
import type { Postman } from '../../server/domain/invitation-post.ts';
import { invitationLetter } from '../../server/mail/invitation-letter.ts';
import { smtpPostman } from '../../server/mail/postman.ts';
import { startSmtpSink } from '../support/smtp-sink.ts';
import type { SinkScript, SmtpSink } from '../support/smtp-sink.ts';
import { freePort } from '../support/redis.ts';
import { anInvitation, maria, sender } from './an-invitation.ts';

describe('posting a letter', () => {
  let sink: SmtpSink;
  let postman: Postman;
  let letter: Letter;

  beforeEach(async () => {
    sink = await startSmtpSink();
    postman = smtpPostman(sink.url);
    letter = invitationLetter(anInvitation(), sender);
  });
  afterEach(async () => {
    postman.close();
    await sink.close();
  });

  it('hands it over byte for byte, to its one recipient', async () => {
    expect(await postman.post(letter)).toEqual({ verdict: 'sent' });
    expect(sink.taken).toEqual([{ to: maria.email, raw: letter.raw }]);
  });

  it.each<[string, SinkScript, object]>([
    ['550 to the address', { rcpt: () => '550 5.1.1 <maria@madrid.example> no such user' }, { verdict: 'bounced', error: 'the mail server refused the address (550 5.1.1)' }],
    ['451 to the address', { rcpt: () => '451 4.7.1 greylisted' }, { verdict: 'later', error: 'the mail server asked to try later (451 4.7.1)' }],
    ['421 after DATA', { data: () => '421 closing' }, { verdict: 'later', error: 'the mail server asked to try later (421)' }],
    ['554 after DATA', { data: () => '554 5.7.1 spam' }, { verdict: 'failed', error: 'the mail server refused the mail (554 5.7.1)' }],
    ['a line cut after DATA', { data: () => 'cut' }, { verdict: 'later', error: 'the mail server could not be reached (ECONNECTION)' }],
  ])('understands %s', async (_name, script, answer) => {
    sink.script = script;
    expect(await postman.post(letter)).toEqual(answer);
  });

  it('understands no answer', async () => {
    sink.script = { data: () => 'hang' };
    const impatient = smtpPostman(sink.url, { patienceMs: 400 });
    expect(await impatient.post(letter)).toEqual({ verdict: 'later', error: 'the mail server did not answer in time' });
    impatient.close();
  });

  it('goes on after each of them', async () => {
    postman = smtpPostman(sink.url, { patienceMs: 1500 });
    const script: SinkScript[] = [{ data: () => 'cut' }, { data: () => 'hang' }, { rcpt: () => '550 no' }, { data: () => '421 closing' }, {}];
    const verdicts: string[] = [];
    for (const each of script) {
      sink.script = each;
      verdicts.push((await postman.post(letter)).verdict);
    }
    expect(verdicts).toEqual(['later', 'later', 'bounced', 'later', 'sent']);
  });

  it('waits for no server that is not there', async () => {
    const absent = smtpPostman(`smtp://127.0.0.1:${await freePort()}`);
    expect(await absent.post(letter)).toEqual({ verdict: 'later', error: 'the mail server could not be reached (ESOCKET)' });
    absent.close();
  });

  it('keeps others going while one hangs', async () => {
    sink.script = { data: ({ to }) => (to === 'slow@x.example' ? 'hang' : 'take') };
    postman = smtpPostman(sink.url, { patienceMs: 1500 });
    const slow = postman.post({ ...letter, to: 'slow@x.example' });
    const others = await Promise.all(['a', 'b', 'c'].map((name) => postman.post({ ...letter, to: `${name}@x.example` })));
    expect([...others, await slow].map(({ verdict }) => verdict)).toEqual(['sent', 'sent', 'sent', 'later']);
  });
});
