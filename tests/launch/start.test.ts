import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, makeClone, start } from './clone.ts';
import type { Clone } from './clone.ts';

// Real processes, on a machine that may be busy.
jest.setTimeout(60_000);

describe('npm start', () => {
  let clone: Clone;
  beforeEach(() => { clone = makeClone(); });
  afterEach(() => clone.remove());

  const startOnce = async (env: NodeJS.ProcessEnv = {}) => start(clone, { END_AT_ONCE: '1', ...env }).ended;

  it('installs, builds and serves a fresh clone with the demo, and does neither again', async () => {
    expect(await startOnce()).toEqual({ code: 0, stdout: 'ready DEMO=1\n', stderr: expect.stringMatching(/^Installing packages .*\nBuilding…\nBuilt in .* s\.\n$/s) });
    expect(clone.ran().toSorted()).toEqual(['npm ci', 'rolldown', 'tsc', 'vite']);
    expect(readFileSync(join(clone.root, 'build/server/migrations/0001.sql'), 'utf8')).toBe('server/migrations/0001.sql');
    expect(await startOnce()).toEqual({ code: 0, stdout: 'ready DEMO=1\n', stderr: '' });
    expect(clone.ran()).toEqual([]);
  });

  it('leaves DEMO as it was set', async () => {
    expect((await startOnce({ DEMO: '0' })).stdout).toBe('ready DEMO=0\n');
    expect((await startOnce({ DEMO: '' })).stdout).toBe('ready DEMO=\n');
  });

  it.each(['server/migrations/0002.sql', 'shared/new.js', 'client/src/new.ts'])('builds again, without installing, when %s is new', async (path) => {
    await startOnce();
    clone.ran();
    clone.write(path, 'new');
    expect((await startOnce()).code).toBe(0);
    expect(clone.ran().toSorted()).toEqual(['rolldown', 'tsc', 'vite']);
  });

  it('takes touched but unchanged sources for built', async () => {
    await startOnce();
    clone.ran();
    clone.write('client/index.html', 'client/index.html');
    await startOnce();
    expect(clone.ran()).toEqual([]);
  });

  it('installs again when the lock file names another version', async () => {
    await startOnce();
    clone.ran();
    const lock = readFileSync(join(clone.root, 'package-lock.json'), 'utf8');
    clone.write('package-lock.json', lock.replace('1.0.0', '1.0.1'));
    await startOnce();
    expect(clone.ran()).toContain('npm ci');
  });

  it('installs again when an installation was broken off', async () => {
    await startOnce();
    clone.ran();
    // npm removes it first and writes it last.
    rmSync(join(clone.root, 'node_modules/.package-lock.json'));
    await startOnce();
    expect(clone.ran()).toEqual(['npm ci']);
  });

  it('runs a finished build without the packages that only building needs', async () => {
    await startOnce();
    clone.ran();
    const installed = JSON.parse(readFileSync(join(clone.root, 'node_modules/.package-lock.json'), 'utf8'));
    delete installed.packages['node_modules/vite'];
    writeFileSync(join(clone.root, 'node_modules/.package-lock.json'), JSON.stringify(installed));
    expect((await startOnce()).code).toBe(0);
    expect(clone.ran()).toEqual([]);
  });

  it('says in one line what to do when npm fails', async () => {
    clone.write('npm-fails', '');
    const { code, stdout, stderr } = await startOnce();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.trim().split('\n').slice(1)).toEqual([expect.stringMatching(/^npm could not install the packages.*run the command again\.$/)]);
  });

  it('leaves the last build as it was when the new one fails', async () => {
    await startOnce();
    const last = readFileSync(join(clone.root, 'build/server/main.js'), 'utf8');
    clone.write('server/main.js', 'broken');
    clone.write('tsc-fails', '');
    expect(await startOnce()).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(/^Building…\nThe build failed in typescript\/bin\/tsc; .*\.\n$/) });
    expect(readFileSync(join(clone.root, 'build/server/main.js'), 'utf8')).toBe(last);
  });

  it('prepares once when two start a fresh clone at the same moment, and both serve', async () => {
    const both = await Promise.all([startOnce(), startOnce()]);
    expect(both.map(({ code, stdout }) => ({ code, stdout }))).toEqual([{ code: 0, stdout: 'ready DEMO=1\n' }, { code: 0, stdout: 'ready DEMO=1\n' }]);
    expect(clone.ran().toSorted()).toEqual(['npm ci', 'rolldown', 'tsc', 'vite']);
    expect(both.filter(({ stderr }) => stderr.includes('Another start is preparing this folder'))).toHaveLength(1);
  });

  it('names the Node it needs when this one is too old', async () => {
    const { engines } = JSON.parse(readFileSync(join(clone.root, 'package.json'), 'utf8'));
    clone.write('package.json', JSON.stringify({ type: 'module', engines: { node: '>=99.0.0' } }));
    expect(engines.node).toMatch(/^>=\d+\.\d+\.\d+$/);
    expect(await startOnce()).toEqual({ code: 1, stdout: '', stderr: `Visavis needs Node 99.0.0 or newer, this is Node ${process.versions.node}: install a newer one from https://nodejs.org and run the command again.\n` });
    expect(clone.ran()).toEqual([]);
  });

  it('gives the server each signal once and passes its exit code on, when run by node', async () => {
    const running = start(clone);
    await running.said('ready');
    running.child.kill('SIGTERM');
    expect(await running.ended).toMatchObject({ code: 7, stdout: 'ready DEMO=1\nsignals SIGTERM\n' });
  });

  it('gives the server SIGTERM once and passes its exit code on, when npm gets it', async () => {
    await startOnce();
    const running = launch('npm', ['start', '--silent'], clone, {});
    await running.said('ready');
    running.child.kill('SIGTERM');
    expect(await running.ended).toMatchObject({ code: 7, stdout: expect.stringContaining('signals SIGTERM\n') });
  });
});

const asRoot = process.geteuid?.() === 0 ? describe : describe.skip;
asRoot('npm start as another user than the folder’s (needs root to test)', () => {
  let clone: Clone;
  beforeEach(() => { clone = makeClone(); });
  afterEach(() => clone.remove());

  const startAs = (uid: number) => spawnSync(process.execPath, ['server/launch/start.mjs'], {
    cwd: clone.root, uid, gid: uid, encoding: 'utf8', env: { ...process.env, END_AT_ONCE: '1', npm_execpath: join(clone.root, 'npm/npm-cli.js') },
  });

  it('says whose the folder is when it may not write there', () => {
    chmodSync(join(clone.root, '..'), 0o755);
    chownSync(clone.root, 54_321, 54_321);
    const { status, stderr } = startAs(12_345);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/^Visavis has to install and build itself first, but you \(user 12345\) may not write into .*, which belongs to user 54321: .*\.\n$/) });
  });

  it('serves what another user has installed and built', async () => {
    chmodSync(join(clone.root, '..'), 0o755);
    await start(clone, { END_AT_ONCE: '1' }).ended;
    expect(startAs(12_345)).toMatchObject({ status: 0, stdout: 'ready DEMO=1\n', stderr: '' });
  });
});
