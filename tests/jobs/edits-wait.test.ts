import type { BookingRevision, Person } from '../../server/domain/invitation.ts';
import type { Letter } from '../../server/domain/invitation-content.ts';
import type { Instant } from '../../server/domain/interval.ts';
import { invitationLetter } from '../../server/mail/invitation-letter.ts';
import { lockBooking } from '../../server/store/bookings.ts';
import { openDatabase, type Database } from '../../server/store/database.ts';
import type { Offer } from '../../server/store/deliveries.ts';
import { lockInvitationsTo, saveReply } from '../../server/store/replies.ts';
import { isParty, type Access } from '../../server/domain/access.ts';
import { tellOfEdit } from '../../server/usecases/booking/tell-booking.ts';
import { relayDeliveries } from '../../server/usecases/deliveries/relay-deliveries.ts';
import { sendInvitation } from '../../server/usecases/deliveries/send-invitation.ts';
import { at, maria, nairobi, pablo, sender, span } from '../mail/an-invitation.ts';
import { createDatabase, type TestDatabase } from '../support/postgres.ts';
import { testSettings } from '../support/settings.ts';
import { empty, insertBooking, insertProgramme, revise, statesOf } from './outbox.ts';

const singapore: Person = { ...nairobi, id: 'fac_singapore', name: 'MPA, Singapore', email: 'singapore@mpa.example', timeZone: 'Asia/Singapore' };
const booked = at('2026-03-16T08:00:00Z');
const after = (seconds: number) => booked + seconds * 1000 as Instant;
const hour = (utc: number) => span(`2026-03-24T${utc}:00:00Z`, `2026-03-24T${utc + 1}:00:00Z`);

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createDatabase();
  db = openDatabase(database.url);
});
beforeEach(async () => {
  await empty(db);
  await insertProgramme(db);
  await db.query(`INSERT INTO facilitators (id, programme_id, name, email, time_zone, language, availability, position)
    VALUES ('fac_singapore', 'pro_1', 'MPA, Singapore', 'singapore@mpa.example', 'Asia/Singapore', 'en', '{}', 1)`);
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

/** All mail that leaves when relay and worker look at that moment: to whom, method and SEQUENCE, by address. */
async function mailAt(now: Instant): Promise<string[]> {
  return (await lettersAt(now)).map(({ ics, subject, to }) =>
    `${to.split('@')[0]} ${/METHOD:(\w+)/.exec(ics!)![1]} ${/SEQUENCE:(\d+)/.exec(ics!)![1]} “${subject.split(':')[0]}”`).toSorted();
}

async function lettersAt(now: Instant, verdict: 'sent' | 'failed' | 'later' = 'sent'): Promise<Letter[]> {
  const offered: Offer[] = [];
  await relayDeliveries(db, { offer: async (offers) => { offered.push(...offers); }, offerAgainAfterMs: 120_000, editsWaitMs: 30_000, batch: 100 }, now);
  const posted: Letter[] = [];
  const postman = { post: async (letter: Letter) => { posted.push(letter); return verdict === 'sent' ? { verdict } : { verdict, error: 'not today' }; }, close() {} };
  const office = { postman, clock: () => now, write: (invitation: Parameters<typeof invitationLetter>[0]) => invitationLetter(invitation, sender) };
  for (const { id, generation } of offered) await sendInvitation(db, { deliveryId: id, generation, isLast: false, nextTryAt: now }, office);
  return posted;
}

/** Maria's calendar answers to the last invitation she has. */
async function answer(reply: 'accepted' | 'declined' | 'tentative', now: Instant): Promise<void> {
  await db.transaction(async (tx) => {
    const [last] = await lockInvitationsTo(tx, 'uid-1@visavis.example', maria.email);
    await saveReply(tx, last!.deliveryId, { reply, wantsOtherTime: false, stampedAt: now, isVerified: true, comment: null }, now);
  });
}

function partstats(ics: string): string[] {
  return [...ics.replaceAll('\r\n ', '').matchAll(/^ATTENDEE;.*PARTSTAT=([\w-]+).*MAILTO:(\w+)@/gim)].map(([, status, name]) => `${name} ${status}`);
}

function byAddress(one: Letter, other: Letter): number {
  return one.to < other.to ? -1 : 1;
}

async function moveAt(seconds: number, before: BookingRevision, utc: number): Promise<BookingRevision> {
  return revise(db, before, { span: hour(utc) }, after(seconds));
}

it('tells of a new booking at once', async () => {
  await insertBooking(db, 1, booked);
  expect(await mailAt(booked)).toEqual(['maria REQUEST 0 “Invitación”', 'nairobi REQUEST 0 “Invitation”', 'pablo REQUEST 0 “Invitation”']);
});

it('makes several edits within thirty seconds of the first one mail to each, which says what has changed since the last mail', async () => {
  let booking = await insertBooking(db, 1, booked, [pablo]);
  await mailAt(booked);
  for (const [seconds, utc] of [[60, 10], [70, 11], [89, 12]] as const) booking = await moveAt(seconds, booking, utc);
  expect(await mailAt(after(89.999))).toEqual([]);
  expect(await mailAt(after(90))).toEqual(['nairobi REQUEST 3 “Moved”', 'pablo REQUEST 3 “Moved”']);
  expect(await mailAt(after(1000))).toEqual([]);
  expect((await statesOf(db)).filter((state) => state.startsWith('pablo'))).toEqual(
    ['pablo REQUEST 0 sent', 'pablo REQUEST 1 superseded', 'pablo REQUEST 2 superseded', 'pablo REQUEST 3 sent']);
});

it('begins to wait anew once a mail has left', async () => {
  const booking = await insertBooking(db, 1, booked, [pablo]);
  await mailAt(booked);
  const moved = await moveAt(60, booking, 10);
  expect(await mailAt(after(90))).toHaveLength(2);
  await moveAt(91, moved, 11);
  expect(await mailAt(after(120))).toEqual([]);
  expect(await mailAt(after(121))).toEqual(['nairobi REQUEST 2 “Moved”', 'pablo REQUEST 2 “Moved”']);
});

it('tells of a cancellation at once, and of nothing that was edited just before', async () => {
  let booking = await insertBooking(db, 1, booked, [pablo]);
  await mailAt(booked);
  for (const utc of [10, 11, 12, 13, 14]) booking = await moveAt(60 + utc, booking, utc);
  await revise(db, booking, { status: 'cancelled' }, after(80));
  expect(await mailAt(after(80))).toEqual(['nairobi CANCEL 6 “Cancelled”', 'pablo CANCEL 6 “Cancelled”']);
  expect(await mailAt(after(1000))).toEqual([]);
});

it('says nothing to who came and went within the wait, and keeps who went and came back', async () => {
  const booking = await insertBooking(db, 1, booked, [maria]);
  await mailAt(booked);
  const other = await revise(db, booking, { facilitator: singapore, representatives: [pablo] }, after(60));
  await revise(db, other, { facilitator: nairobi, representatives: [maria] }, after(65));
  expect(await mailAt(after(95))).toEqual(['maria REQUEST 2 “Cambios”', 'nairobi REQUEST 2 “Changed”']);
});

it('takes back what somebody has heard, however short the wait', async () => {
  const booking = await insertBooking(db, 1, booked, [maria]);
  await mailAt(booked);
  const given = await revise(db, booking, { facilitator: singapore }, after(60));
  expect(await mailAt(after(90))).toEqual(['maria REQUEST 1 “Cambios”', 'nairobi CANCEL 1 “Invitation withdrawn”', 'singapore REQUEST 1 “Invitation”']);
  await revise(db, given, { facilitator: nairobi }, after(91));
  expect(await mailAt(after(121))).toEqual(['maria REQUEST 2 “Cambios”', 'nairobi REQUEST 2 “Invitation”', 'singapore CANCEL 2 “Invitation withdrawn”']);
});

it('asks nobody again about the hour they have answered to, says the same when it is tried again, and asks anew after a move', async () => {
  const booking = await insertBooking(db, 1, booked, [maria]);
  await mailAt(booked);
  await answer('accepted', after(10));
  const joined = await revise(db, booking, { representatives: [maria, pablo] }, after(60));
  const asked = ['nairobi ACCEPTED', 'maria ACCEPTED', 'pablo NEEDS-ACTION'];
  const letters = await lettersAt(after(90), 'later');
  expect(letters.map(({ ics }) => partstats(ics!))).toEqual([asked, asked, asked]);
  await answer('tentative', after(95));
  expect((await lettersAt(after(300))).toSorted(byAddress)).toEqual(letters.toSorted(byAddress));
  await revise(db, joined, { span: hour(11) }, after(400));
  expect((await lettersAt(after(430))).map(({ ics }) => partstats(ics!)[1])).toEqual(['maria NEEDS-ACTION', 'maria NEEDS-ACTION', 'maria NEEDS-ACTION']);
});

it('says in the one mail why it was moved, though something else was edited after that; a later mail does not say it again', async () => {
  const booking = await insertBooking(db, 1, booked, []);
  await mailAt(booked);
  await moveAt(60, booking, 10);
  await db.query("UPDATE booking_revisions SET reason = 'A trade fair' WHERE sequence = 1");
  const access: Access = { role: 'owner', actor: 'owner' };
  const edit = (needs: string, now: Instant) => db.transaction(async (tx) => {
    const present = await lockBooking(tx, 'boo_1');
    if (present && isParty(access, present)) await tellOfEdit(tx, { access, now, settings: testSettings }, present, { needs });
  });
  await edit('Prices', after(70));
  expect((await lettersAt(after(90))).map(({ subject, text }) => [subject.slice(0, 5), /Reason: .*/.exec(text)?.[0], /Prices/.test(text)])).toEqual([['Moved', 'Reason: A trade fair', true]]);
  await edit('Members', after(100));
  expect((await lettersAt(after(130))).map(({ subject, text }) => [subject.slice(0, 7), /Reason: .*/.exec(text)?.[0] ?? null])).toEqual([['Changed', null]]);
});

it('has a mail that still waits say what was answered meanwhile', async () => {
  const booking = await insertBooking(db, 1, booked, [maria]);
  await mailAt(booked);
  await revise(db, booking, { representatives: [maria, pablo] }, after(60));
  await answer('declined', after(70));
  expect((await lettersAt(after(90))).map(({ ics }) => partstats(ics!)[1])).toEqual(['maria DECLINED', 'maria DECLINED', 'maria DECLINED']);
});

it('gives up for good what failed before the next revision', async () => {
  const booking = await insertBooking(db, 1, booked, [maria]);
  await lettersAt(booked, 'failed');
  await revise(db, booking, { facilitator: { ...nairobi, name: 'Renamed since' } }, after(60));
  await db.query("UPDATE deliveries SET state = 'queued', relayed_at = NULL WHERE state = 'failed'");
  expect(await mailAt(after(90))).toEqual(['maria REQUEST 1 “Invitación”', 'nairobi REQUEST 1 “Invitation”']);
  expect(await statesOf(db)).toEqual(['maria REQUEST 0 superseded', 'nairobi REQUEST 0 superseded', 'maria REQUEST 1 sent', 'nairobi REQUEST 1 sent']);
});

it('does not join an edit to one that a relay is taking up at that moment', async () => {
  const booking = await insertBooking(db, 1, booked, [pablo]);
  await mailAt(booked);
  const moved = await moveAt(60, booking, 10);
  await relayDeliveries(db, {
    offer: async () => { await moveAt(90, moved, 11); }, offerAgainAfterMs: 120_000, editsWaitMs: 30_000, batch: 100,
  }, after(90));
  const { rows } = await db.query<{ sequence: number; since: number }>('SELECT DISTINCT sequence, waits_since AS since FROM deliveries WHERE sequence > 0 ORDER BY sequence');
  expect(rows).toEqual([{ sequence: 1, since: after(60) }, { sequence: 2, since: after(90) }]);
});
