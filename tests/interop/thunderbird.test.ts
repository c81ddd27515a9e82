import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import type { Slot } from '../../shared/api/slots.ts';
import { apiOf, type Api } from '../support/api.ts';
import { startApp, type App } from '../support/app.ts';
import { calendarsIn } from '../support/calendar-record.ts';
import { cecilInFuture, makeProgramme, sessionsOf, type Made } from '../support/programme.ts';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts';
import { startThunderbird, thunderbirdIsHere, type Kept, type Thunderbird } from '../support/thunderbird.ts';

// A whole mail program starts here.
jest.setTimeout(60_000);

const nadia = { name: 'Nadia Ortega', email: 'nadia@madrid.example', language: 'es', timeZone: 'Europe/Madrid' };
const withThunderbird = thunderbirdIsHere || process.env.CI ? describe : describe.skip;

withThunderbird(`Thunderbird${thunderbirdIsHere ? '' : ', which is not installed'}`, () => {
  let mail: SmtpSink;
  let app: App;
  let owner: Api;
  let made: Made;
  let thunderbird: Thunderbird;

  beforeAll(async () => {
    mail = await startSmtpSink();
    [app, thunderbird] = await Promise.all([startApp({ env: { SMTP_URL: mail.url, MAIL_AUTHORITY: 'mx.visavis.example' } }), startThunderbird(nadia)]);
    owner = apiOf(app.url);
    const document = cecilInFuture();
    document.clusters.find(({ key }) => key === 'madrid')!.representatives = [nadia];
    made = await makeProgramme(owner, document);
  });
  afterAll(async () => {
    await thunderbird?.stop();
    await app?.stop();
    await mail?.close();
  });

  interface Booked { id: string; sessionId: string; uid: string; start: string; end: string; joinUrl: string; facilitatorId: string }

  async function book(topic: string): Promise<Booked> {
    const session = (await sessionsOf(owner, made.id)).find((each) => each.clusterId === made.clusters.madrid && each.topicId === made.topics[topic])!;
    const [slot] = (await owner.get(`/sessions/${session.id}/slots`)).body.slots as Slot[];
    return (await owner.post(`/sessions/${session.id}/booking`, { facilitatorId: slot!.facilitatorId, start: slot!.start, needs: 'Zażółć gęślą jaźń; "prices", 100 %' })).body;
  }

  /** Her mail about a booking at a revision, as it left. */
  async function mailOf({ uid }: Booked, sequence: number): Promise<string> {
    const isIt = ({ to, raw }: { to: string; raw: string }) => to === nadia.email && calendarsIn(raw).map((text) => text.replaceAll('\r\n ', '')).some((text) => text.includes(`UID:${uid}`) && text.includes(`SEQUENCE:${sequence}\r\n`));
    await mail.until(() => mail.taken.some(isIt));
    return mail.taken.find(isIt)!.raw;
  }

  const of = (kept: readonly Kept[], { uid }: Booked) => kept.filter((each) => each.uid === uid);
  const utc = (instant: string) => new Date(instant).toISOString();
  const her = (kept: Kept | undefined) => kept?.attendees.find((each) => each.startsWith(nadia.email));

  /** The REPLY it has sent about a booking, as the organizer's mail server gets it. */
  async function replyTo({ uid }: Booked, count: number) {
    const replies = () => thunderbird.outgoing.taken.filter(({ raw }) => raw.includes(`UID:${uid}`));
    await thunderbird.outgoing.until(() => replies().length === count);
    const { to, raw } = replies().at(-1)!;
    const { from, attachments } = await simpleParser(raw);
    const calendar = new ICAL.Component(ICAL.parse(attachments[0]!.content.toString('utf8')));
    const event = calendar.getFirstSubcomponent('vevent')!;
    const [attendee, ...others] = event.getAllProperties('attendee');
    return {
      raw, to, from: from?.value[0]?.address, method: calendar.getFirstPropertyValue('method'), sequence: event.getFirstPropertyValue('sequence'),
      attendee: attendee?.getFirstValue(), partstat: attendee?.getFirstParameter('partstat'), others: others.length,
    };
  }

  /** Hands the mail in as the organizer's mail server does, which writes on it that it comes from where it says. What the board shows of her then. */
  async function boardAfter(raw: string, booking: Booked) {
    const delivered = `Authentication-Results: mx.visavis.example; dkim=pass header.d=madrid.example\r\n${raw}`;
    const { body: { outcome, detail } } = await owner.send('POST', '/inbound/itip', delivered, { 'content-type': 'message/rfc822' });
    const { items } = (await owner.get(`/programmes/${made.id}/deliveries?bookingId=${booking.id}`)).body as { items: { attendee: { email: string }; sequence: number; reply: string; answer?: { verified: boolean } }[] };
    const { cells } = (await owner.get(`/programmes/${made.id}/coverage`)).body as { cells: { sessionId: string; answers?: { name: string; reply: string }[] }[] };
    return {
      outcome: outcome ?? detail,
      deliveries: items.filter(({ attendee }) => attendee.email === nadia.email).map(({ sequence, reply, answer }) => `${sequence} ${reply}${answer?.verified ? ', verified' : ''}`),
      cell: cells.find(({ sessionId }) => sessionId === booking.sessionId)?.answers?.filter(({ name }) => name === nadia.name).map(({ reply }) => reply),
    };
  }

  const organizer = 'invites@localhost';
  const answers = { accepted: ['imipAcceptButton', 'ACCEPTED'], tentative: ['imipTentativeButton', 'TENTATIVE'], declined: ['imipDeclineButton', 'DECLINED'] } as const;
  const topics = { accepted: 'mapping', tentative: 'economics', declined: 'communication' } as const;
  const booked = new Map<string, Booked>();

  it.each(['accepted', 'tentative', 'declined'] as const)('shows an invitation with its buttons, keeps it where it is, and answers: %s', async (answer) => {
    const booking = await book(topics[answer]);
    booked.set(answer, booking);
    expect(await thunderbird.open(await mailOf(booking, 0))).toEqual({
      says: 'This message contains an invitation to an event.',
      buttons: ['imipAcceptButton', 'imipTentativeButton', 'imipDeclineButton', 'imipMoreButton'],
    });
    const [button, partstat] = answers[answer];
    await thunderbird.press(button, (kept) => her(of(kept, booking)[0]) === `${nadia.email} ${partstat}`);
    expect(of(await thunderbird.kept(), booking)).toEqual([{
      uid: booking.uid, sequence: 0, start: utc(booking.start), end: utc(booking.end), status: 'CONFIRMED', location: booking.joinUrl,
      attendees: [expect.stringMatching(/ ACCEPTED$/), `${nadia.email} ${partstat}`],
    }]);
    const { raw, ...reply } = await replyTo(booking, 1);
    expect(reply).toEqual({
      to: organizer, from: nadia.email, method: 'REPLY', sequence: 0, attendee: `mailto:${nadia.email}`, partstat, others: 0,
    });
    expect(await boardAfter(raw, booking)).toEqual({ outcome: 'kept', deliveries: [`0 ${answer}, verified`], cell: [answer] });
  });

  it('takes what the cluster needs into the event it has; the answer stands on our board whether she is asked again or not', async () => {
    const booking = booked.get('accepted')!;
    await owner.patch(`/bookings/${booking.id}`, { needs: 'Two examples of prices.' });
    const raw = await mailOf(booking, 1);
    expect(calendarsIn(raw)[0]!.replaceAll('\r\n ', '')).toContain(`PARTSTAT=ACCEPTED;RSVP=TRUE;CN="${nadia.name}"`);
    expect(await thunderbird.open(raw)).toEqual({ says: 'This message contains an update to an existing event.', buttons: expect.arrayContaining(['imipAcceptButton']) });
    await thunderbird.press('imipAcceptButton', (kept) => of(kept, booking)[0]?.sequence === 1);
    expect(of(await thunderbird.kept(), booking)).toEqual([expect.objectContaining({ start: utc(booking.start), attendees: [expect.stringMatching(/ ACCEPTED$/), `${nadia.email} ACCEPTED`] })]);
    const reply = await replyTo(booking, 2);
    expect(reply).toMatchObject({ sequence: 1, partstat: 'ACCEPTED' });
    expect(await boardAfter(reply.raw, booking)).toEqual({ outcome: 'repeated', deliveries: ['0 accepted, verified', '1 accepted, verified'], cell: ['accepted'] });
  });

  it('moves it in place when it is moved, and asks again', async () => {
    const booking = booked.get('accepted')!;
    const slots = (await owner.get(`/sessions/${booking.sessionId}/slots?facilitatorId=${booking.facilitatorId}`)).body.slots as Slot[];
    const later = slots.at(-1)!;
    await owner.patch(`/bookings/${booking.id}`, { start: later.start });
    expect(await thunderbird.open(await mailOf(booking, 2))).toEqual({ says: 'This message contains an update to an existing event.', buttons: expect.arrayContaining(['imipAcceptButton']) });
    await thunderbird.press('imipAcceptButton', (kept) => of(kept, booking)[0]?.sequence === 2);
    expect(of(await thunderbird.kept(), booking)).toEqual([expect.objectContaining({ uid: booking.uid, start: utc(later.start), end: utc(later.end), status: 'CONFIRMED' })]);
    const reply = await replyTo(booking, 3);
    expect(reply).toMatchObject({ sequence: 2, partstat: 'ACCEPTED' });
    expect(await boardAfter(reply.raw, booking)).toEqual({ outcome: 'kept', deliveries: ['0 accepted, verified', '1 accepted, verified', '2 accepted, verified'], cell: ['accepted'] });
  });

  it('does not let an older mail that comes late bring back the old hour', async () => {
    const booking = booked.get('accepted')!;
    const [before] = of(await thunderbird.kept(), booking);
    const { buttons } = await thunderbird.open(await mailOf(booking, 0));
    expect(buttons).not.toContain('imipAcceptButton');
    expect(of(await thunderbird.kept(), booking)).toEqual([before]);
  });

  it('removes it when it is cancelled', async () => {
    const booking = booked.get('accepted')!;
    await owner.delete(`/bookings/${booking.id}`);
    expect(await thunderbird.open(await mailOf(booking, 3))).toEqual({ says: 'This message contains an event cancellation.', buttons: expect.arrayContaining(['imipDeleteButton']) });
    await thunderbird.press('imipDeleteButton', (kept) => of(kept, booking).length === 0);
    expect((await thunderbird.kept()).map(({ uid }) => uid).toSorted()).toEqual([booked.get('tentative')!.uid, booked.get('declined')!.uid].toSorted());
  });
});
