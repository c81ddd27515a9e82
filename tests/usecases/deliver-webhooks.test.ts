import { asSystem } from '../../server/domain/access.ts';
import type { Instant } from '../../server/domain/interval.ts';
import type { Answer } from '../../server/domain/webhook.ts';
import type { Letter } from '../../server/domain/invitation-content.ts';
import { appendChanges, currentRevision } from '../../server/store/changes.ts';
import { openDatabase, type Database } from '../../server/store/database.ts';
import type { Access } from '../../server/usecases/signing-in/access.ts';
import { addWebhook, changeWebhook, redeliver, webhookFor, webhookLog } from '../../server/usecases/webhooks/change-webhooks.ts';
import { createProgramme } from '../../server/usecases/programme/create-programme.ts';
import { deliverTo, dueWebhooks, type WebhookOffice } from '../../server/usecases/webhooks/deliver-webhooks.ts';
import { noticeLetter } from '../../server/mail/notice-letter.ts';
import { sendNotice } from '../../server/usecases/deliveries/send-notice.ts';
import { tellOfWebhook } from '../../server/usecases/webhooks/tell-of-webhook.ts';
import { ProgrammeDocument } from '../../shared/api/programmes.ts';
import type { WebhookInput } from '../../shared/api/webhooks.ts';
import { createDatabase, type TestDatabase } from '../support/postgres.ts';
import { crowd } from '../support/programme.ts';
import { testSettings as settings } from '../support/settings.ts';

const owner: Access = { role: 'owner', actor: 'owner' };
const SECOND = 1000, HOUR = 3_600_000;

let database: TestDatabase;
let db: Database;
let programmeId: string;
let now: Instant;
let heard: { id: string; revision: number; body: string }[];
let says: (revision: number) => Answer;

const call = () => ({ access: owner, now, settings });
const office: WebhookOffice = {
  settings, clock: () => now, chance: () => 0,
  async post(_url, headers, body) {
    const { data: { revision } } = JSON.parse(body) as { data: { revision: number } };
    heard.push({ id: headers['webhook-id']!, revision, body });
    return says(revision);
  },
};

beforeAll(async () => {
  database = await createDatabase();
  db = openDatabase(database.url);
});
beforeEach(async () => {
  await db.query('DELETE FROM webhooks');
  now = Date.parse('2026-03-26T10:00:00Z') as Instant;
  heard = [];
  says = () => ({ status: 204 });
  programmeId = await programme();
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

async function programme(): Promise<string> {
  const made = await db.transaction((tx) => createProgramme(tx, call(), ProgrammeDocument.parse(crowd({ clusters: 1, facilitators: 1 }).document)));
  if (!made.ok) throw new Error(made.problem.detail);
  return made.value.id;
}

async function webhook(input: Partial<WebhookInput> = {}): Promise<string> {
  const added = await db.transaction((tx) => addWebhook(tx, call(), { url: 'https://receiver.example/hook', programmeId, ...input }));
  if (!added.ok) throw new Error(added.problem.detail);
  // Its own beginning, which it is the first to hear of, is no part of these stories.
  await round();
  heard = [];
  return added.value.id;
}

/** Facts of the programme's history; returns their revisions. */
async function happen(count: number, kind: 'session.changed' | 'plan.ready' = 'session.changed', where = programmeId): Promise<number[]> {
  const fact = { kind, subject: { type: 'session', id: 'ses_1' }, data: {}, actor: 'owner', audience: {} } as const;
  await db.transaction(async (tx) => appendChanges(tx, asSystem(where), Array.from({ length: count }, () => fact), now));
  const last = await currentRevision(db, asSystem(where));
  return Array.from({ length: count }, (_, index) => last - count + 1 + index);
}

async function round() {
  const leases = await dueWebhooks(db, now, 10);
  return Promise.all(leases.map((lease) => deliverTo(db, lease, office, () => false)));
}

const tell = () => tellOfWebhook(db, { clock: () => now, settings }, { warn: () => {} });
const sender = { publicUrl: settings.publicUrl, organizerAddress: 'invites@visavis.example', manageUrl: () => '' };
const pass = (milliseconds: number) => { now = now + milliseconds as Instant; };
const revisions = () => heard.map(({ revision }) => revision);
const read = async (id: string) => { const found = await webhookFor(db, call(), id); if (!found.ok) throw new Error('gone'); return found.value; };
const log = async (id: string) => { const found = await webhookLog(db, call(), id, {}); if (!found.ok) throw new Error('gone'); return found.value.items; };

it('sends what happens after it was made, in order, and each once', async () => {
  await happen(3);
  await webhook();
  const after = await happen(250);
  for (let rounds = 0; rounds < 4; rounds += 1) await round();
  expect(revisions()).toEqual(after);
  expect(await round()).toEqual([]);
});

it('sends only the kinds it asked for', async () => {
  await webhook({ kinds: ['plan.ready'] });
  await happen(2);
  const [ready] = await happen(1, 'plan.ready');
  await happen(1);
  await round();
  expect(revisions()).toEqual([ready]);
});

it('tells the owner of every programme, also of those made later', async () => {
  const added = await db.transaction((tx) => addWebhook(tx, call(), { url: 'https://receiver.example/all' }));
  expect(added.ok && added.value.programmeId).toBeNull();
  await happen(1);
  const later = await programme();
  await happen(1, 'session.changed', later);
  await round();
  const told = heard.map(({ body }) => (JSON.parse(body) as { data: { programmeId: string } }).data.programmeId);
  expect(new Set(told)).toEqual(new Set([programmeId, later]));
});

it('keeps the order when one is not taken: the next waits for it, and the same message comes again', async () => {
  const id = await webhook();
  const [first, second, third] = await happen(3);
  says = (revision) => ({ status: revision === second ? 503 : 204 });
  await round();
  expect(revisions()).toEqual([first, second]);
  pass(4 * SECOND);
  expect(await round()).toEqual([]);
  pass(SECOND);
  says = () => ({ status: 204 });
  await round();
  expect(revisions()).toEqual([first, second, second, third]);
  expect(heard[1]).toEqual(heard[2]);
  expect((await log(id)).slice(0, 3).map(({ revision, state, tries, lastStatus, lastError }) => ({ revision, state, tries, lastStatus, lastError }))).toEqual([
    { revision: third, state: 'delivered', tries: 1, lastStatus: 204, lastError: null },
    { revision: second, state: 'delivered', tries: 2, lastStatus: 204, lastError: null },
    { revision: first, state: 'delivered', tries: 1, lastStatus: 204, lastError: null },
  ]);
});

it('gives up after 75 hours, tells whoever is to know, and goes on where it stopped when it is switched on again', async () => {
  const id = await webhook({ contact: 'it@receiver.example' });
  const missed = await happen(2);
  says = () => ({ fault: 'the receiver did not answer in 20 seconds' });
  const start = now;
  let last = start;
  for (let rounds = 0; rounds < 20; rounds += 1) {
    if ((await round()).length > 0) last = now;
    if (!(await read(id)).on) break;
    // The next try is hours away; nothing happens till then.
    const [{ next }] = (await db.query<{ next: Instant }>('SELECT next_try_at AS next FROM webhook_messages WHERE webhook_id = $1 AND state = $2 ORDER BY place LIMIT 1', [id, 'waiting'])).rows as [{ next: Instant }];
    now = next;
  }
  expect((last - start) / HOUR).toBeCloseTo(75.58, 1);
  expect(revisions()).toEqual(Array.from({ length: 10 }, () => missed[0]));
  expect(await read(id)).toMatchObject({ on: false, offBecause: 'given-up' });

  expect([await tell(), await tell()]).toEqual([true, false]);
  const { rows: letters } = await db.query("SELECT programme_id, recipient, content FROM letters WHERE content->>'webhookId' = $1", [id]);
  expect(letters).toEqual([{
    programme_id: programmeId, recipient: { name: '', email: 'it@receiver.example', language: 'en' },
    content: { kind: 'webhook-off', webhookId: id, host: 'receiver.example', because: 'given-up' },
  }]);

  heard = [];
  says = () => ({ status: 200 });
  expect(await round()).toEqual([]);
  await db.transaction((tx) => changeWebhook(tx, call(), { id, patch: { on: true }, ifVersion: null }));
  await round();
  expect(revisions().slice(0, 2)).toEqual(missed);
  expect(await read(id)).toMatchObject({ on: true, offBecause: null, waiting: 0 });
});

it('is switched off by 410 at once', async () => {
  const id = await webhook();
  await happen(2);
  says = () => ({ status: 410 });
  await round();
  expect(heard).toHaveLength(1);
  expect(await read(id)).toMatchObject({ on: false, offBecause: 'gone', waiting: 1 });
  pass(HOUR);
  expect(await round()).toEqual([]);
});

it('tells each of its people once, whatever becomes of the mails to the others', async () => {
  await db.query('DELETE FROM letters');
  await webhook();
  for (const who of ['ada', 'bo']) {
    await db.query('INSERT INTO coordinators (id, programme_id, name, email, language, time_zone) VALUES ($1, $2, $3, $4, $5, $6)', [`coo_${who}`, programmeId, who, `${who}@office.example`, 'en', 'UTC']);
  }
  await happen(1);
  says = () => ({ status: 410 });
  await round();
  expect(await tell()).toBe(true);
  const posted: string[] = [];
  const post = async ({ to }: Letter) => {
    posted.push(to);
    return to.startsWith('ada') && posted.length < 4 ? { verdict: 'later', error: 'the mail server asked to try later' } as const : { verdict: 'sent' } as const;
  };
  const send = async () => { while (await sendNotice({ db, clock: () => now, postman: { post, close: () => {} }, write: (notice, date) => noticeLetter(notice, date, sender) })); };
  for (const hours of [0, 1, 1]) {
    pass(hours * HOUR);
    await send();
  }
  expect(posted.toSorted()).toEqual(['ada@office.example', 'ada@office.example', 'ada@office.example', 'bo@office.example']);
});

it('sends one message again when asked, under the id it had', async () => {
  const id = await webhook();
  await happen(2);
  await round();
  const [first, second] = heard;
  await db.transaction((tx) => redeliver(tx, call(), id, first!.id));
  await round();
  expect(heard).toEqual([first, second, first]);
});

it('is served by one process at a time; one that died is followed by another within a minute', async () => {
  await webhook();
  const told = await happen(3);
  const [taken] = await dueWebhooks(db, now, 10);
  expect(taken).toBeDefined();
  // The first has died with its lease.
  expect(await dueWebhooks(db, now, 10)).toEqual([]);
  pass(60 * SECOND);
  await Promise.all(Array.from({ length: 5 }, () => round()));
  expect(revisions()).toEqual(told);
});

it('is left alone by a process that stood still for over a minute: it gives nobody else’s turn away, sends nothing beside them, and says nothing of what they have done', async () => {
  const id = await webhook();
  const told = await happen(3);
  const [frozen] = await dueWebhooks(db, now, 10);
  let others: Awaited<ReturnType<typeof dueWebhooks>> = [];
  // It stands still while the receiver answers, and another takes its place; what it then believes is that nobody answered.
  const standingStill: WebhookOffice = { ...office, post: async (...sent) => {
    await office.post(...sent);
    pass(61 * SECOND);
    others = await dueWebhooks(db, now, 10);
    return { fault: 'the receiver did not answer in 20 seconds' };
  } };
  expect(await deliverTo(db, frozen!, standingStill, () => false)).toEqual({ delivered: 0, came: 'overtaken', error: null });
  expect([others.length, await dueWebhooks(db, now, 10)]).toEqual([1, []]);
  expect((await log(id)).filter(({ state }) => state === 'waiting').map(({ tries }) => tries)).toEqual([0, 0, 0]);
  // One that wakes between two messages finds its time over before it sends.
  expect(await deliverTo(db, frozen!, office, () => false)).toEqual({ delivered: 0, came: 'delivered', error: null });
  await Promise.all(others.map((lease) => deliverTo(db, lease, office, () => false)));
  expect(revisions()).toEqual([told[0], ...told]);
  expect(await dueWebhooks(db, now, 10)).toEqual([]);
});
