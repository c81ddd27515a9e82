import { Client } from 'pg';
import { describeError } from '../server/log.ts';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiOf } from './support/api.ts';
import { startApp } from './support/app.ts';
import { confessions, logFile } from './support/logs.ts';
import { createDatabase } from './support/postgres.ts';
import { startProgram } from './support/program.ts';
import { crowd, makeProgramme, sessionsOf } from './support/programme.ts';
import { until } from './support/until.ts';

it('has what Node and the libraries warn of as a line like every other', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-warning-'));
  const warner = join(folder, 'warner.cjs');
  writeFileSync(warner, `process.on('SIGUSR2', () => process.emitWarning('an old way', 'DeprecationWarning'));`);
  const database = await createDatabase();
  const program = await startProgram({ DATABASE_URL: database.url, ROLE: 'web', NODE_OPTIONS: `--require "${warner}"` });
  program.kill('SIGUSR2');
  await until('it has been warned', () => program.output().includes('an old way'));
  program.kill('SIGTERM');
  expect(await program.ended).toBe(0);
  const lines = program.output().split('\n').filter((each) => each !== '' && !each.startsWith('ready '));
  expect(lines.map((each) => JSON.parse(each)).find(({ err }) => err?.message === 'an old way')).toMatchObject({ level: 40, err: { type: 'DeprecationWarning' }, msg: 'a warning of the platform' });
  await database.drop();
  rmSync(folder, { recursive: true });
}, 60_000);

describe('what is logged of a fault', () => {
  it('is its kind, code and place, and nothing that a driver hangs on it', async () => {
    const database = await createDatabase();
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query('CREATE TABLE people (email text CONSTRAINT known CHECK (email = \'\'))');
    const error = await client.query(`INSERT INTO people VALUES ('somebody@example.org')`).catch((fault: Error) => Object.assign(fault, { client }));
    await client.end();
    await database.drop();
    const described = describeError(new Error('booking failed', { cause: error }));
    expect(described).toEqual({
      type: 'Error', message: 'booking failed', frames: expect.any(Array),
      cause: { type: 'error', code: '23514', constraint: 'known', frames: expect.any(Array) },
    });
    expect(JSON.stringify(described)).not.toMatch(/somebody|secretKey|password/);
  });

  it('is what kind of thing was thrown, when it was no error', () => {
    expect(describeError('a secret')).toEqual({ type: 'string' });
  });
});

describe('the logs of this run, which are searched at its end', () => {
  it('are kept: what an app logs is in them', async () => {
    const app = await startApp();
    const owner = apiOf(app.url);
    const { id } = await makeProgramme(owner, crowd({ clusters: 1, facilitators: 1 }).document);
    const [session] = await sessionsOf(owner, id);
    const [slot] = (await owner.get(`/sessions/${session!.id}/slots`)).body.slots;
    const booking = await owner.post(`/sessions/${session!.id}/booking`, { facilitatorId: slot.facilitatorId, start: slot.start, needs: 'confided' });
    const lines = () => readFileSync(logFile()!, 'utf8').split('\n').filter((line) => line.includes(booking.body.id));
    await until('both invitations are logged', () => lines().length === 2);
    await app.stop();
    expect(JSON.parse(lines()[0]!)).toEqual({
      level: 30, time: expect.any(Number), role: 'all', msg: 'invitation sent', deliveryId: expect.any(String), bookingId: booking.body.id, sequence: 0, tries: 1,
    });
  });

  it('say who was let in or turned away, and by which request, but not who or with what', async () => {
    const app = await startApp({ env: { ROLE: 'web' } });
    const refused = await fetch(`${app.url}/api/v1/programmes/prg_somebodys`, { headers: { authorization: 'Bearer guessed' } });
    const asked = await apiOf(app.url, null).post('/sign-in', { email: 'somebody@example.org' });
    const lines = () => readFileSync(logFile()!, 'utf8').split('\n').filter((line) => [refused.headers.get('x-request-id'), asked.headers.get('x-request-id')].some((id) => line.includes(id!)));
    await until('both are logged', () => lines().length === 2);
    await app.stop();
    expect(lines().map((line) => JSON.parse(line) as object)).toEqual([
      { level: 30, time: expect.any(Number), role: 'web', msg: 'refused', requestId: expect.any(String), method: 'GET', route: '/api/v1/programmes/:id', status: 401 },
      { level: 30, time: expect.any(Number), role: 'web', msg: 'sign-in', requestId: expect.any(String), method: 'POST', route: '/api/v1/sign-in', status: 202 },
    ]);
  });

  it.each<[string, object | string, string[]]>([
    ['an address', { level: 30, msg: 'mail to somebody@example.org' }, ['an address']],
    ['a cookie', { level: 30, msg: 'visavis=abc' }, ['a token']],
    ['a sign-in link', 'GET /sign-in?token=abc', ['a token']],
    ['a secret by itself', { level: 30, msg: 'x'.repeat(43) }, ['a secret']],
    ['a field with somebody’s words', { level: 30, needs: 'help' }, ['the field needs']],
    ['a field inside an error', { level: 30, err: { client: {} } }, ['the field client']],
    ['a password', { level: 30, msg: 'password: x' }, ['a token']],
    ['no version of a package, and no example of a setting', 'pg@9.0, postgres://user:password@host:5432/visavis', []],
    ['what may be there', { level: 30, time: 1, role: 'web', bookingId: 'bkg_73m4eox4spoqkp7toayhpjme3hshduy', requestId: '8b7a0f6e-8d0e-4d3c-9d54-1d8d8f0f7b11', msg: 'invitation sent', err: { type: 'Error', frames: ['at x (/srv/node_modules/@scope/a.js:1:2)'] } }, []],
  ])('would show %s', (_what, line, found) => {
    expect(confessions(typeof line === 'string' ? line : JSON.stringify(line))).toEqual(found);
  });
});
