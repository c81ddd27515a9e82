import type { Letter } from '../../server/domain/invitation-content.ts';
import type { Postman } from '../../server/domain/invitation-post.ts';
import type { Instant } from '../../server/domain/interval.ts';
import { openDatabase, type Database } from '../../server/store/database.ts';
import { insertNotices } from '../../server/store/letters.ts';
import type { Access } from '../../server/usecases/signing-in/access.ts';
import { sendNotice } from '../../server/usecases/deliveries/send-notice.ts';
import { createProgramme } from '../../server/usecases/programme/create-programme.ts';
import { answerSignInRequest, askForSignIn } from '../../server/usecases/signing-in/ask-sign-in.ts';
import { ProgrammeDocument } from '../../shared/api/programmes.ts';
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
async function mailedByTwo(work: (postman: Postman) => Promise<boolean>): Promise<string[]> {
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
  expect(await mailedByTwo((postman) => sendNotice({ db, clock, postman, write: async ({ recipient }) => letterTo(recipient.email) }))).toEqual(people);
});

it('and so are sign-in links, of which a second would end the first', async () => {
  for (const email of people) await askForSignIn(db, settings, { email, browser: email, network: email }, now);
  expect(await mailedByTwo((postman) => answerSignInRequest({ db, clock, settings, postman, write: async ({ email }) => letterTo(email) }))).toEqual(people);
  expect((await db.query('SELECT FROM sign_in_links WHERE used_at IS NULL')).rows).toHaveLength(CLUSTERS);
});
