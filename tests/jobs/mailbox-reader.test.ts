import { answerMail, answerText, bounceMail } from '../support/answers.ts';
import { startApp, type App } from '../support/app.ts';
import { apiOf, type Api } from '../support/api.ts';
import { isDovecotHere, startImapServer, type ImapServer } from '../support/imap-server.ts';
import { crowd, makeProgramme, sessionsOf } from '../support/programme.ts';
import { until } from '../support/until.ts';

const withDovecot = isDovecotHere || process.env.CI ? describe : describe.skip;

withDovecot(`the mailbox of answers${isDovecotHere ? '' : ', which needs dovecot-imapd, and that is not installed'}`, () => {
  let imap: ImapServer;
  let app: App;
  let owner: Api;
  let programmeId: string;
  let bookings: { id: string; uid: string }[];

  beforeAll(async () => {
    imap = await startImapServer();
    app = await startApp({ env: { IMAP_URL: imap.url } });
    owner = apiOf(app.url);
    const { document, monday } = crowd({ clusters: 1, facilitators: 1, topics: 3 });
    const made = await makeProgramme(owner, document);
    programmeId = made.id;
    bookings = [];
    for (const [index, { id }] of (await sessionsOf(owner, programmeId)).entries()) {
      bookings.push((await owner.post(`/sessions/${id}/booking`, { facilitatorId: made.facilitators['facilitator-1'], start: `${monday}T0${index * 2}:00:00Z` })).body);
    }
  }, 60_000);
  afterAll(async () => {
    await app?.stop();
    await imap?.stop();
    imap?.remove();
  });

  const from = 'cluster-1@example.org';
  const answer = (uid: string, status: string) => answerMail(answerText({ uid, attendee: from, status }), { from });
  const replyTo = async (bookingId: string) => (await owner.get(`/programmes/${programmeId}/deliveries?bookingId=${bookingId}`)).body.items
    .find(({ attendee }: { attendee: { email: string } }) => attendee.email === from).reply;

  /** What no database takes as text, in the name of a mail of ours that is said to have come back. */
  const nulInIdentifier = () => bounceMail('x@localhost', from)
    .replace('message/rfc822\r\n\r\n', 'message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n')
    .replace(/From: invites@localhost[^]*Hello\r\n/, (returned) => `${Buffer.from(returned.replace('<x@', '<x\0@')).toString('base64')}\r\n`);

  it('is read as mail comes in, whatever else comes with it', async () => {
    imap.deliver('From: somebody@example.org\r\nSubject: Hello\r\n\r\nNo calendar here.\r\n');
    imap.deliver(`From: x\r\nSubject: ${'x'.repeat(100_000)}\r\n\r\n`);
    imap.deliver(`From: big@example.org\r\nSubject: Big\r\n\r\n${'0123456789abcdef\r\n'.repeat(150_000)}`);
    imap.deliver(nulInIdentifier());
    imap.deliver(answer(bookings[0]!.uid, 'DECLINED'));
    await until('the answer is kept', async () => await replyTo(bookings[0]!.id) === 'declined');
    imap.deliver(answer(bookings[1]!.uid, 'ACCEPTED'));
    await until('the next one is kept', async () => await replyTo(bookings[1]!.id) === 'accepted');
    expect(await Promise.all(bookings.map(({ id }) => replyTo(id)))).toEqual(['declined', 'accepted', 'none']);
  }, 40_000);

  it('is read again once its server is back', async () => {
    await imap.stop();
    imap.deliver(answer(bookings[2]!.uid, 'TENTATIVE'));
    await imap.start();
    await until('the answer is kept', async () => await replyTo(bookings[2]!.id) === 'tentative', 30);
    expect(await Promise.all(bookings.map(({ id }) => replyTo(id)))).toEqual(['declined', 'accepted', 'tentative']);
  }, 60_000);
});
