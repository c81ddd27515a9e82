import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:net';
import { once } from 'node:events';
import { install } from './installation.ts';
import type { Installation, Running } from './installation.ts';
import { query } from './rows.ts';

// Real processes, on a machine that may be busy.
jest.setTimeout(60_000);

describe('the embedded PostgreSQL, started on an empty DATA_DIR with a space in its name', () => {
  let installation: Installation;
  let dataDir: string;
  let running: Running;
  let url: URL;

  beforeAll(async () => {
    installation = install();
    dataDir = join(installation.folder, 'my data');
    running = installation.run(dataDir);
    url = new URL(await running.url());
  });
  afterAll(() => installation.remove());

  it('gives an address on 127.0.0.1 at which the program’s own database answers', async () => {
    expect(url.hostname).toBe('127.0.0.1');
    expect(await query(url.href, 'SELECT current_database() AS database, current_user AS name')).toEqual([{ database: 'visavis', name: 'visavis' }]);
  });

  it('keeps the database’s files and its random password from everybody else', () => {
    const password = join(dataDir, 'postgresql/visavis.password');
    expect(statSync(join(dataDir, 'postgresql')).mode & 0o777).toBe(0o700);
    expect(statSync(password).mode & 0o777).toBe(0o600);
    expect(readFileSync(password, 'utf8')).toMatch(/^[0-9a-f]{48}$/);
    expect(url.password).toBe(readFileSync(password, 'utf8'));
  });

  it('refuses another password', async () => {
    await expect(query(Object.assign(new URL(url), { password: 'guess' }).href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('is not to be reached from other machines', async () => {
    const addresses = Object.values(networkInterfaces()).flat().filter((one) => one !== undefined && !one.internal && one.family === 'IPv4');
    for (const address of addresses) {
      await expect(once(connect(Number(url.port), address?.address), 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    }
    expect(await query(url.href, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  });

  it('never loses a committed row to a power failure, and works in UTC', async () => {
    const settings = await query(url.href, "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'TimeZone', 'server_encoding', 'data_checksums') ORDER BY name");
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      TimeZone: 'UTC', data_checksums: 'on', fsync: 'on', full_page_writes: 'on', server_encoding: 'UTF8', synchronous_commit: 'on',
    });
  });

  it('has the extension that the exclusion constraints need', async () => {
    expect(await query(url.href, "SELECT name FROM pg_available_extensions WHERE name = 'btree_gist'")).toEqual([{ name: 'btree_gist' }]);
  });

  it('logs each error with its SQLSTATE in the cluster’s own log', async () => {
    await expect(query(url.href, 'SELECT 1/0')).rejects.toMatchObject({ code: '22012' });
    expect(readFileSync(join(dataDir, 'postgresql/postgresql.log'), 'utf8')).toMatch(/ 22012 ERROR: {2}division by zero/);
  });

  it('leaves no file in the temporary folder or beside the cluster', () => {
    expect(readdirSync(installation.temporary)).toEqual([]);
    expect(readdirSync(dataDir)).toEqual(['postgresql']);
  });

  it('stops in order, last, and has the same address when started again', async () => {
    const pid = running.postgres();
    expect(await running.stop()).toBe(0);
    expect(running.events()).toEqual(['created', 'started', 'stopped']);
    expect(existsSync(`/proc/${pid}`) && running.postgres() === pid).toBe(false);
    const again = installation.run(dataDir);
    expect(await again.url()).toBe(url.href);
    expect(await again.stop()).toBe(0);
    expect(again.events()).toEqual(['started', 'stopped']);
  });
});
