import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import type { Instant } from '../../server/domain/interval.ts';
import { openDatabase, type Database } from '../../server/store/database.ts';
import { forgetWhatIsDue } from '../../server/usecases/programme/forget-people.ts';
import { testSettings } from '../support/settings.ts';
import { readable } from '../support/dump.ts';
import { apiOf, type Api } from '../support/api.ts';
import { startApp, type App } from '../support/app.ts';
import { crowd, makeProgramme, sessionsOf, type Made } from '../support/programme.ts';
import { until } from '../support/until.ts';

/** Somebody whose every trace can be told from everybody else's. */
const zofia = { name: 'Zofia O’Grzegorczyk-Wróbel', email: 'zofia.unmistakable@mazovia.example' };
const nils = { name: 'Nils "Åge" Unforgettable', email: 'nils.unmistakable@quercus.example' };
const TRACES = /unmistakable|grzegorczyk|unforgettable/i;

let app: App;
let owner: Api;
let made: Made;
let db: Client;
let pool: Database;

beforeAll(async () => {
  app = await startApp();
  owner = apiOf(app.url);
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  pool = openDatabase(app.databaseUrl);
});
// What one story has left behind is no trace of the next.
beforeEach(() => until('all is empty', async () => (await db.query('TRUNCATE programmes, mailbox, idempotency_keys, sign_ins, sign_in_links CASCADE').catch(whoIsBusy)) !== null));
afterAll(async () => {
  await db.end();
  await pool.close();
  await app.stop();
});

/** Workers of the story before may still hold rows: then the database ends one of the two, and this one tries again. */
function whoIsBusy(error: { code?: string }): null {
  if (error.code !== '40P01') throw error;
  return null;
}

/** Why a table that names people is in nobody's record by itself. */
const TOLD_OTHERWISE: Record<string, string> = {
  coordinators: 'what they are', observers: 'what they are', representatives: 'what they are',
  booking_revisions: 'their sessions, as they stand', engagements: 'their sessions, and holds that last minutes', sessions: 'their sessions',
  busy_spans: 'their calendars, which they have themselves', facilitator_topics: 'their availability says what they teach in its programme',
  idempotency_keys: 'copies of answers, for a day', personal_links: 'only how often a link was ended', sign_in_links: 'links, for ten minutes',
};

/** As the hourly round does. */
const forget = () => forgetWhatIsDue(pool, testSettings, Date.now() as Instant);

/** A programme with the two in every place that there is: invited, signed in, noted, reminded, written about. */
async function lively(): Promise<{ zofia: string; nils: string; bookings: string[] }> {
  const { document } = crowd({ clusters: 2, facilitators: 2, topics: 2 });
  Object.assign(document.facilitators[0]!, nils);
  document.clusters[0]!.representatives = [zofia, { name: 'Her colleague', email: 'colleague@mazovia.example' }];
  made = await makeProgramme(owner, document);
  const facilitatorId = made.facilitators['facilitator-1']!;
  const clusterId = made.clusters['cluster-1']!;
  const zofiaId = (await owner.get(`/clusters/${clusterId}`)).body.representatives[0].id as string;
  const sessions = (await sessionsOf(owner, made.id)).filter((each) => each.clusterId === clusterId);
  const bookings: string[] = [];
  for (const [index, { id }] of sessions.entries()) {
    const { slots } = (await owner.get(`/sessions/${id}/slots?facilitatorId=${facilitatorId}`)).body;
    const booked = await owner.post(`/sessions/${id}/booking`, { facilitatorId, start: slots[index * 4].start, needs: `Ask ${zofia.name}, or write to ${zofia.email.toUpperCase()}.` }, { 'idempotency-key': `book-${id}` });
    bookings.push(booked.body.id);
  }
  await owner.patch(`/bookings/${bookings[0]}`, { needs: `${nils.name} knows. Not the other Zofia.` });
  // Notes are the facilitator's to write, whom nobody signs in here.
  await db.query('INSERT INTO session_notes (booking_id, own, shared, written_at) VALUES ($1, $2, $3, now())', [bookings[0], `${zofia.name} was late`, `As ${zofia.name} said to ${nils.email}`]);
  await owner.post('/webhooks', { url: 'https://receiver.example/hook', programmeId: made.id, contact: zofia.email, kinds: ['plan.ready'] });
  const before = await signInLetters();
  for (const email of [zofia.email, nils.email]) await owner.post('/sign-in', { email });
  await until('their mail is there', async () => await signInLetters() === before + 2 && (await owner.get(`/programmes/${made.id}/deliveries?state=queued`)).body.items.length === 0);
  return { zofia: zofiaId, nils: facilitatorId, bookings };
}

async function signInLetters(): Promise<number> {
  return ((await owner.get('/mailbox?limit=500')).body.items as { subject: string }[]).filter(({ subject }) => subject === 'Your link to sign in to Visavis').length;
}

describe('what is kept about a person', () => {
  it('is looked for in every table that could have something: a new one fails here until it is decided on', async () => {
    const { rows } = await db.query<{ name: string }>(
      `SELECT DISTINCT table_name AS name FROM information_schema.columns WHERE table_schema = 'public'
         AND column_name ~ '^(person_id|actor|recipient|contact|email|(.*_)?by|coordinator_id|facilitator_id|cluster_id)$' ORDER BY 1`);
    const record = readFileSync(path.join(__dirname, '../../server/store/personal-record.ts'), 'utf8');
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.map(({ name }) => name).filter((name) => !new RegExp(`(?:FROM|JOIN) ${name}\\b`).test(record) && !(name in TOLD_OTHERWISE))).toEqual([]);
  });

  it('is told to whoever runs the programme, by what it is, and has nobody else’s address', async () => {
    const people = await lively();
    const { status, body } = await owner.get(`/people/${people.zofia}/record`);
    expect(status).toBe(200);
    expect(body.people).toEqual([{ id: people.zofia, role: 'representative', programmeId: made.id, clusterId: made.clusters['cluster-1'], ...zofia, language: 'en', timeZone: null }]);
    expect(body.kept.sessions.map(({ bookingId }: { bookingId: string }) => bookingId)).toEqual(people.bookings);
    expect(body.kept.invitations.length).toBeGreaterThanOrEqual(2);
    expect(body.kept.letters.map(({ subject }: { subject: string }) => subject)).toContain('Your link to sign in to Visavis');
    // A link that signs in is nobody's to read but in their mail: whoever names an address could sign in as whoever has it.
    expect(JSON.stringify(body)).not.toContain('/sign-in?token=');
    expect(JSON.stringify(body.kept.invitations)).not.toMatch(/colleague|nils/);
    expect(JSON.stringify(body)).not.toMatch(/hash|secret/i);
    expect((await owner.get('/people/rep_nobody/record')).status).toBe(404);
  });
});

describe('erasing a person', () => {
  it('leaves the funder’s evidence and not a letter of them, in any table', async () => {
    const people = await lively();
    await db.query("UPDATE bookings SET span = tstzrange(now() - interval '3 hours', now() - interval '2 hours') WHERE id = $1", [people.bookings[0]]);
    await owner.put(`/bookings/${people.bookings[0]}/attendance`, { attended: [people.zofia, people.nils], outcome: 'done', notes: `${zofia.name} was there` });
    expect(await readable(db)).toMatch(TRACES);
    const link = new RegExp(`/manage/${people.bookings[0]}\\.[\\w-]+`).exec((await owner.get('/mailbox')).body.items.find(({ to, text }: { to: string; text: string }) => to === nils.email && text.includes(people.bookings[0]!)).text)![0];
    expect((await fetch(app.url + link)).status).toBe(200);

    expect((await owner.post(`/people/${people.nils}/erasure`)).body).toMatchObject({ code: 'policy' });
    expect(await readable(db)).toContain(nils.email);

    // She has a colleague: what is to come goes on. He has none, and his coming session is cancelled.
    expect(await owner.post(`/people/${people.zofia}/erasure`)).toMatchObject({ status: 200, body: { id: people.zofia, sessionsKept: 2, sessionsCancelled: 0 } });
    expect(await owner.post(`/people/${people.nils}/erasure`, { comingSessions: 'cancel' })).toMatchObject({ status: 200, body: { id: people.nils, sessionsKept: 2, sessionsCancelled: 1 } });

    const left = await readable(db);
    expect(left.split('\n').filter((line) => TRACES.test(line))).toEqual([]);
    expect((await owner.get(`/bookings/${people.bookings[0]}/attendance`)).body).toMatchObject({ attended: [people.zofia, people.nils], outcome: 'done' });
    expect((await owner.get(`/bookings/${people.bookings[1]}`)).body.status).toBe('cancelled');
    expect((await owner.get(`/facilitators/${people.nils}`)).body).toMatchObject({ name: 'Erased person', topicIds: [] });
    expect((await owner.get(`/clusters/${made.clusters['cluster-1']}`)).body.representatives.map(({ name }: { name: string }) => name)).toEqual(['Her colleague']);
    expect((await owner.get(`/bookings/${people.bookings[0]}`)).body.needs).toBe('Erased person knows. Not the other Zofia.');
    for (const id of [people.zofia, people.nils]) expect((await owner.get(`/people/${id}/record`)).status).toBe(404);

    expect((await fetch(app.url + link)).status).toBe(404);

    // The colleague hears of the cancellation; the two hear no more.
    await until('the colleague was told', async () => (await owner.get('/mailbox')).body.items.some(({ to, subject }: { to: string; subject: string }) => to === 'colleague@mazovia.example' && /cancel/i.test(subject)));
    expect((await owner.get('/mailbox')).body.items.filter(({ to }: { to: string }) => /erased\.invalid|unmistakable/.test(to))).toEqual([]);
  });
});

describe('erasing somebody who is called like our own words', () => {
  it('changes nothing that other programmes have, and no clock, state or key', async () => {
    const { document } = crowd({ clusters: 1, facilitators: 1 });
    const words = ['Nobody', 'UTC', 'owner', 'confirmed', 'start', 'Europe', 'made', 'script'];
    document.facilitators[0]!.email = 'other@example.org';
    document.clusters[0]!.representatives = words.map((name, index) => ({ name, email: `word-${index}@example.org` }));
    made = await makeProgramme(owner, document);
    const other = await makeProgramme(owner, crowd({ clusters: 1, facilitators: 1 }).document);
    const [session] = await sessionsOf(owner, made.id);
    const facilitatorId = made.facilitators['facilitator-1']!;
    const { slots } = (await owner.get(`/sessions/${session!.id}/slots`)).body;
    const booking = (await owner.post(`/sessions/${session!.id}/booking`, { facilitatorId, start: slots[0].start, needs: 'A script by Owner' })).body;
    await owner.post('/tokens', { name: 'owner script', scopes: ['read'], validDays: 1 });
    await owner.post('/drafts', { name: 'Europe', document: { programme: { name: 'Europe', timeZone: 'Europe/Warsaw' } } });
    await owner.post('/webhooks', { url: 'https://receiver.example/programme', contact: 'word-1@example.org', kinds: ['plan.ready'] });
    const foreign = async () => Promise.all([
      `/programmes/${other.id}`, `/programmes/${other.id}/facilitators`, `/programmes/${other.id}/changes`, '/tokens', '/drafts', '/webhooks',
    ].map(async (each) => (await owner.get(each)).body));
    const before = await foreign();
    for (const { id } of (await owner.get(`/clusters/${made.clusters['cluster-1']}`)).body.representatives.slice(1)) {
      expect((await owner.post(`/people/${id}/erasure`, { comingSessions: 'cancel' })).status).toBe(200);
    }
    expect(await foreign()).toEqual(before);
    expect((await owner.get(`/programmes/${made.id}`)).body).toMatchObject({ name: 'A crowd', timeZone: 'UTC' });
    expect((await owner.get(`/bookings/${booking.id}`)).body).toMatchObject({ id: booking.id, status: 'confirmed', start: booking.start, joinUrl: booking.joinUrl, needs: 'A Erased person by Erased person' });
    expect((await owner.get(`/sessions/${session!.id}/slots`)).status).toBe(200);
    const { changes } = (await owner.get(`/programmes/${made.id}/changes`)).body;
    expect(changes.map(({ kind }: { kind: string }) => kind)).toContain('booking.made');
    expect(changes.find(({ kind }: { kind: string }) => kind === 'booking.made').data).toMatchObject({ id: booking.id, start: booking.start, status: 'confirmed' });
  });
});

describe('a programme whose time is up', () => {
  it('forgets its people and what they wrote, and keeps what was delivered', async () => {
    const people = await lively();
    await owner.put(`/programmes/${made.id}/retention`, { days: 30 });
    expect((await owner.get(`/programmes/${made.id}/retention`)).body).toEqual({ days: 30, peopleForgottenAt: null });
    await forget();
    expect((await owner.get(`/people/${people.zofia}/record`)).status).toBe(200);

    await db.query("UPDATE bookings SET span = tstzrange(now() - interval '40 days', now() - interval '40 days' + interval '1 hour') WHERE programme_id = $1", [made.id]);
    await db.query("UPDATE programmes SET starts_on = current_date - 60, ends_on = current_date - 31 WHERE id = $1", [made.id]);
    await forget();
    expect((await readable(db)).split('\n').filter((line) => TRACES.test(line))).toEqual([]);
    expect((await owner.get(`/programmes/${made.id}/retention`)).body).toEqual({ days: 30, peopleForgottenAt: expect.any(String) });
    expect((await owner.get(`/bookings/${people.bookings[0]}`)).body).toMatchObject({ status: 'confirmed', needs: null });
    expect((await owner.get(`/programmes/${made.id}/clusters`)).body.items.map(({ representatives }: { representatives: unknown[] }) => representatives)).toEqual([[], []]);
  });

  it('forgets though another, due before it, cannot', async () => {
    const programmes = [(await makeProgramme(owner, crowd({ clusters: 1, facilitators: 1 }).document)).id, (await makeProgramme(owner, crowd({ clusters: 1, facilitators: 1 }).document)).id].toSorted();
    await db.query('UPDATE programmes SET retention_days = 30, starts_on = current_date - 60, ends_on = current_date - 40');
    await db.query(`CREATE FUNCTION cannot() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'not this one'; END $$`);
    await db.query(`CREATE TRIGGER cannot BEFORE UPDATE OF people_forgotten_at ON programmes FOR EACH ROW WHEN (NEW.id = '${programmes[0]}') EXECUTE FUNCTION cannot()`);
    await expect(forget()).rejects.toThrow('a programme could not forget its people');
    const whoHas = async () => (await db.query<{ id: string }>('SELECT id FROM programmes WHERE people_forgotten_at IS NOT NULL ORDER BY id')).rows.map(({ id }) => id);
    expect(await whoHas()).toEqual(programmes.slice(1));
    await db.query('DROP TRIGGER cannot ON programmes; DROP FUNCTION cannot()');
    await forget();
    expect(await whoHas()).toEqual(programmes);
  });
});

describe('a programme that two processes would forget the people of at once', () => {
  const times = async () => (await db.query("SELECT FROM changes WHERE data->>'what' = 'people forgotten'")).rows.length;
  /** Both have read that its time is up, and wait for their turn while something is changed. */
  async function meanwhile(change: string): Promise<void> {
    const { id } = await makeProgramme(owner, crowd({ clusters: 1, facilitators: 1 }).document);
    await db.query('UPDATE programmes SET retention_days = 30, starts_on = current_date - 60, ends_on = current_date - 40');
    await db.query('BEGIN');
    await db.query('SELECT FROM programmes WHERE id = $1 FOR UPDATE', [id]);
    const both = Promise.all([forget(), forget()]);
    await until('both wait', async () => (await pool.query("SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")).rows.length >= 2, 2);
    await db.query(`${change}; COMMIT`);
    await both;
  }

  it('forgets them once, and again when a later last day is over', async () => {
    await meanwhile('SELECT');
    expect(await times()).toBe(1);
    await db.query("UPDATE programmes SET people_forgotten_at = now() - interval '20 days', ends_on = current_date - 31");
    await forget();
    await forget();
    expect(await times()).toBe(2);
  });

  it('remembers them when its coordinator has just said so', async () => {
    await meanwhile('UPDATE programmes SET retention_days = 365');
    expect([await times(), (await db.query('SELECT FROM representatives')).rows.length]).toEqual([0, 1]);
  });
});

describe('the privacy page', () => {
  const read = async (language: string, cookie = '') => (await fetch(`${app.url}/privacy`, { headers: { 'accept-language': language, cookie } })).text();

  it.each([['en-GB,en', 'What we know about you'], ['es', 'Qué sabemos de usted'], ['fr-CA', 'Ce que nous savons de vous'], ['pl', 'Co o Państwu wiemy'], ['da', 'Det ved vi om dig'], ['zh', 'What we know about you']])('speaks %s', async (language, title) => {
    const html = await read(language);
    expect(html).toContain(`<h1>${title}</h1>`);
    expect(html).toContain(`<html lang="${title === 'What we know about you' ? 'en' : language.slice(0, 2)}">`);
    expect(html).not.toMatch(/<script|\sstyle=|\/record/);
  });
});
