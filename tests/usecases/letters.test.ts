import type { Letter } from '../../server/domain/invitation-content.ts';
import type { PostAnswer, Postman } from '../../server/domain/invitation-post.ts';
import type { Instant } from '../../server/domain/interval.ts';
import { openDatabase, type Database, type Tx } from '../../server/store/database.ts';
import { insertNotices } from '../../server/store/letters.ts';
import type { Result } from '../../server/domain/result.ts';
import type { Call } from '../../server/usecases/call.ts';
import type { Access } from '../../server/usecases/signing-in/access.ts';
import { noticeLetter } from '../../server/mail/notice-letter.ts';
import { listSessions } from '../../server/store/sessions.ts';
import { bookSession } from '../../server/usecases/booking/book-session.ts';
import { cancelBooking } from '../../server/usecases/booking/cancel-booking.ts';
import { sendNotice } from '../../server/usecases/deliveries/send-notice.ts';
import { removeCluster, removeFacilitator } from '../../server/usecases/programme/change-people.ts';
import { removeProgramme } from '../../server/usecases/programme/change-programme.ts';
import { createProgramme } from '../../server/usecases/programme/create-programme.ts';
import { answerSignInRequest, askForSignIn } from '../../server/usecases/signing-in/ask-sign-in.ts';
import { ProgrammeDocument, type ProgrammeCreated } from '../../shared/api/programmes.ts';
import { createDatabase, type TestDatabase } from '../support/postgres.ts';
import { crowd } from '../support/programme.ts';
import { testSettings as settings } from '../support/settings.ts';

const owner: Access = { role: 'owner', actor: 'owner' };
const START = Date.parse('2026-03-26T10:00:00Z') as Instant;
const CLUSTERS = 7;

let database: TestDatabase;
let db: Database;
let programmeId: string;
let now = START;
const clock = () => now;

beforeAll(async () => {
  database = await createDatabase();
  db = openDatabase(database.url);
  const made = await db.transaction((tx) => createProgramme(tx, { access: owner, now, settings }, ProgrammeDocument.parse(crowd({ clusters: CLUSTERS, facilitators: 1 }).document)));
  if (!made.ok) throw new Error(made.problem.detail);
  programmeId = made.value.id;
});
beforeEach(() => { now = START; });
afterAll(async () => {
  await db.close();
  await database.drop();
});

const people = Array.from({ length: CLUSTERS }, (_, index) => `cluster-${index + 1}@example.org`);
const letterTo = (to: string): Letter => ({ messageId: '', from: '', to, subject: '', text: '', html: '', ics: null, raw: '' });

/**
 * Two processes: the mail server keeps the one waiting for each letter, for as long as it may, and meanwhile the other looks for work.
 * Returns who was mailed.
 */
async function mailedByTwo(work: (postman: Postman) => Promise<unknown>): Promise<string[]> {
  const mailed: string[] = [];
  const post = (meanwhile: () => Promise<void>): Postman => ({
    async post({ to }) {
      mailed.push(to);
      await meanwhile();
      return { verdict: 'sent' };
    },
    close: () => {},
  });
  const quick = post(async () => {});
  const slow = post(async () => {
    now = now + 30_000 as Instant;
    await work(quick);
  });
  while (await work(slow));
  return mailed.toSorted();
}

it('notices are each sent once, however slow the mail server is to one of two processes', async () => {
  await db.transaction((tx) => insertNotices(tx, people.map((email, index) => ({
    id: `ltr_${index}`, programmeId: programmeId as never, recipient: { name: email, email, language: 'en' },
    content: { kind: 'slot-freed', programme: 'A crowd', topic: 'topic-1', path: '/' },
  })), now));
  expect(await mailedByTwo((postman) => sendNotice({ db, clock, postman, write: ({ recipient }) => letterTo(recipient.email) }))).toEqual(people);
});

it('and so are sign-in links, of which a second would end the first', async () => {
  for (const email of people) await askForSignIn(db, settings, { email, browser: email, network: email }, now);
  expect(await mailedByTwo((postman) => answerSignInRequest({ db, clock, settings, postman, write: ({ email }) => letterTo(email) }))).toEqual(people);
  expect((await db.query('SELECT FROM sign_in_links WHERE used_at IS NULL')).rows).toHaveLength(CLUSTERS);
});

describe('a letter that goes nowhere', () => {
  const notice = { id: 'ltr_lost', recipient: { name: 'Ana', email: 'ana@example.org', language: 'en' }, content: { kind: 'slot-freed', programme: 'A crowd', topic: 'topic-1', path: '/' } } as const;
  const insert = () => db.transaction((tx) => insertNotices(tx, [{ ...notice, programmeId: programmeId as never }], now));

  it('is told of by what it is, whoever refused it and however often it was tried', async () => {
    const refusing = (answer: PostAnswer): Postman => ({ post: async () => answer, close: () => {} });
    const send = (answer: PostAnswer) => sendNotice({ db, clock, postman: refusing(answer), write: ({ recipient }) => letterTo(recipient.email) });
    await insert();
    const refused = 'the mail server refused the address (550 5.1.1)';
    expect(await send({ verdict: 'bounced', error: refused })).toEqual({ id: 'ltr_lost', tries: 1, came: 'bounced', error: refused });
    await insert();
    const away = 'the mail server could not be reached (ECONNREFUSED)';
    const came: unknown[] = [];
    for (let tried; (tried = await send({ verdict: 'later', error: away })); now = now + 1_000 * 60 * 60 * 24 as Instant) came.push([tried.tries, tried.came]);
    expect([came[0], came.at(-1), (await db.query('SELECT FROM letters')).rows]).toEqual([[1, 'later'], [10, 'failed'], []]);
    await askForSignIn(db, settings, { email: people[0]!, browser: 'a', network: 'a' }, now);
    expect(await answerSignInRequest({ db, clock, settings, postman: refusing({ verdict: 'bounced', error: refused }), write: ({ email }) => letterTo(email) }))
      .toEqual({ id: expect.stringMatching(/^ask/), came: 'bounced', error: refused });
  });

  it('does not land in the built-in mailbox once its reader is erased, though it was in hand', async () => {
    /** As the erasure would, before the transaction of this number. */
    const erasedBefore = (number: number): Database => Object.create(db, { transaction: { value: async (work: Parameters<Database['transaction']>[0]) => {
      if (number-- === 0) for (const table of ['letters', 'sign_in_requests']) await db.query(`DELETE FROM ${table}`);
      return db.transaction(work);
    } } }) as Database;
    await insert();
    expect((await sendNotice({ db: erasedBefore(1), clock, postman: null, write: ({ recipient }) => letterTo(recipient.email) }))?.id).toBe('ltr_lost');
    await askForSignIn(db, settings, { email: people[1]!, browser: 'a', network: 'a' }, now);
    expect(await answerSignInRequest({ db: erasedBefore(0), clock, settings, postman: null, write: ({ email }) => letterTo(email) })).not.toBeNull();
    expect((await db.query('SELECT recipient FROM mailbox')).rows).toEqual([]);
  });
});

describe('what had not left when its booking went', () => {
  const call = (): Call => ({ access: owner, now, settings });
  const sender = { publicUrl: settings.publicUrl, organizerAddress: 'invites@visavis.example', manageUrl: () => `${settings.publicUrl}/manage/it` };

  /** A session called off while the mail server was away: nobody has heard of it yet. */
  async function calledOff(): Promise<ProgrammeCreated> {
    const { document, monday } = crowd({ clusters: 1, facilitators: 1 });
    now = Date.now() as Instant;
    return db.transaction(async (tx) => {
      const made = given(await createProgramme(tx, call(), ProgrammeDocument.parse(document)));
      const [session] = await listSessions(tx, made.id as never, {});
      const booking = given(await bookSession(tx, call(), { sessionId: session!.id, facilitatorId: made.facilitators['facilitator-1']!, start: Date.parse(`${monday}T09:00:00Z`) as Instant }));
      given(await cancelBooking(tx, call(), { id: booking.id, reason: 'The fair is off.', ifVersion: null }));
      return made;
    });
  }

  it.each<[what: string, remove: (tx: Tx, made: ProgrammeCreated) => Promise<Result<null>>]>([
    ['facilitator', (tx, made) => removeFacilitator(tx, call(), { id: made.facilitators['facilitator-1']!, ifVersion: null })],
    ['cluster', (tx, made) => removeCluster(tx, call(), { id: made.clusters['cluster-1']!, ifVersion: null })],
    ['programme', (tx, made) => removeProgramme(tx, call(), { id: made.id, ifVersion: null })],
  ])('is heard all the same once the %s is removed: each calendar takes the session out', async (_what, remove) => {
    const made = await calledOff();
    given(await db.transaction((tx) => remove(tx, made)));
    expect((await db.query('SELECT FROM bookings WHERE programme_id = $1', [made.id])).rows).toEqual([]);
    const posted: Letter[] = [];
    const postman: Postman = { post: async (letter) => { posted.push(letter); return { verdict: 'sent' }; }, close: () => {} };
    while (await sendNotice({ db, clock, postman, write: (notice, date) => noticeLetter(notice, date, sender) }));
    expect(posted.map(({ to, ics }) => [to, /METHOD:(\w+)/.exec(ics ?? '')?.[1], /SEQUENCE:(\d+)/.exec(ics ?? '')?.[1]]).toSorted()).toEqual([
      ['cluster-1@example.org', 'CANCEL', '1'], ['facilitator-1@example.org', 'CANCEL', '1'],
    ]);
    expect(posted.every(({ text }) => text.includes('The fair is off.'))).toBe(true);
    expect((await db.query('SELECT FROM letters')).rows).toEqual([]);
  });

  function given<Value>(result: Result<Value>): Value {
    if (!result.ok) throw new Error(result.problem.detail);
    return result.value;
  }
});
