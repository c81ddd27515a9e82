import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { accountNamed } from '../../server/postgres/account.ts';
import { install } from './installation.ts';
import type { Installation, Running } from './installation.ts';
import { commitRow, countRows } from './rows.ts';

// Real processes, on a machine that may be busy.
jest.setTimeout(60_000);

const nobody = accountNamed('nobody') ?? { uid: 65_534, gid: 65_534 };
/** Has no line in /etc/passwd, as is usual with `docker run --user`. */
const nameless = { uid: 12_345, gid: 12_345 };

const asRoot = process.geteuid?.() === 0 ? describe : describe.skip;

asRoot('the embedded PostgreSQL by the user who starts it (needs root to test)', () => {
  let installation: Installation;
  let parent: string;
  let made: string;
  beforeAll(async () => {
    installation = install();
    made = join(installation.folder, 'made');
    const maker = installation.run(made);
    await commitRow(await maker.url());
    await maker.stop();
  });
  afterAll(() => installation.remove());
  beforeEach(() => {
    parent = join(installation.folder, `user-${Math.random().toString(36).slice(2)}`);
    mkdirSync(parent);
  });

  const giveParentTo = ({ uid, gid }: { uid: number; gid: number }): void => chownSync(parent, uid, gid);

  /** Puts a cluster with one row there, without the time that making one takes. */
  const place = ({ uid, gid }: { uid: number; gid: number }): void => {
    execFileSync('cp', ['-a', made, join(parent, 'data')]);
    execFileSync('chown', ['-R', `${uid}:${gid}`, parent]);
  };

  /** Starts, commits, kills both, starts again, finds the row, stops. */
  const serves = async (from: Installation, as?: { uid: number; gid: number }): Promise<Running> => {
    const dataDir = join(parent, 'data');
    const first = from.run(dataDir, as);
    await commitRow(await first.url());
    process.kill(first.postgres(), 'SIGKILL');
    await first.kill();
    const next = from.run(dataDir, as);
    expect(await countRows(await next.url())).toBe(1);
    const owner = userOf(next.postgres());
    expect(owner).toBe(statSync(join(dataDir, 'postgresql')).uid);
    expect(await next.stop()).toBe(0);
    expect(readdirSync(from.temporary)).toEqual([]);
    expect(readdirSync(dataDir)).toEqual(['postgresql']);
    return next;
  };

  it('runs below a folder of root’s as an unprivileged account when root starts it', async () => {
    await serves(installation);
    expect(statSync(join(parent, 'data/postgresql')).uid).toBe((accountNamed('postgres') ?? nobody).uid);
  });

  it('runs for root when nobody else can reach DATA_DIR', async () => {
    chmodSync(parent, 0o700);
    await serves(installation);
    expect(statSync(parent).mode & 0o777).toBe(0o700);
  });

  it('runs for root when nobody else can reach the binaries, from one copy that others cannot change', async () => {
    const own = install();
    chmodSync(own.folder, 0o700);
    await serves(own);
    const { version } = JSON.parse(readFileSync(join(own.binaries, 'package.json'), 'utf8'));
    const copy = ['/var/lib/visavis', '/opt/visavis'].map((path) => `${path}/postgresql-${version}-${process.arch}`).find((path) => existsSync(path)) as string;
    expect({ uid: statSync(copy).uid, mode: statSync(copy).mode & 0o777, files: readdirSync(copy).toSorted() }).toEqual({ uid: 0, mode: 0o755, files: ['bin', 'lib', 'pg-symlinks.json', 'share'] });
    await own.remove();
  });

  it('runs for an ordinary user', async () => {
    giveParentTo(nobody);
    await serves(installation, nobody);
    expect(statSync(join(parent, 'data')).mode & 0o777).toBe(0o700);
  });

  it('runs for root as the ordinary user who made the cluster, and then for that user again', async () => {
    place(nobody);
    const root = installation.run(join(parent, 'data'));
    expect(await countRows(await root.url())).toBe(1);
    expect(userOf(root.postgres())).toBe(nobody.uid);
    expect(await root.stop()).toBe(0);
    const again = installation.run(join(parent, 'data'), nobody);
    expect(await countRows(await again.url())).toBe(1);
    expect(await again.stop()).toBe(0);
  });

  it('runs for an ordinary user when install scripts were off and root owns the packages', async () => {
    const own = install();
    const lib = join(own.binaries, 'native/lib');
    readdirSync(lib, { withFileTypes: true }).filter((entry) => entry.isSymbolicLink()).forEach(({ name }) => rmSync(join(lib, name)));
    giveParentTo(nobody);
    const running = own.run(join(parent, 'data'), nobody);
    await commitRow(await running.url());
    expect(await running.stop()).toBe(0);
    expect(readdirSync(join(parent, 'data')).toSorted()).toEqual(['postgresql', expect.stringMatching(/^postgresql-18\..*-(x64|arm64)$/)]);
    await own.remove();
  });

  if (mayBorrowName()) {
    it('runs for a user without a name, in a user namespace that lends one', async () => {
      giveParentTo(nameless);
      await serves(installation, nameless);
      expect(statSync(join(parent, 'data/postgresql')).uid).toBe(nameless.uid);
    });
  }

  it('says how to get a name when a user without one may not make user namespaces', async () => {
    giveParentTo(nameless);
    // A system without the tool that makes them: its path has none.
    expect(await installation.run(join(parent, 'data'), nameless, { PATH: '/nowhere' }).ended).toEqual({
      code: 3, stderr: expect.stringMatching(/^You are user 12345, who has no entry in \/etc\/passwd, .* or set DATABASE_URL to a PostgreSQL of your own\.\n$/),
    });
    expect({ data: readdirSync(join(parent, 'data')), temporary: readdirSync(installation.temporary) }).toEqual({ data: [], temporary: [] });
  });

  it('serves a cluster that there is for a user without a name', async () => {
    place(nameless);
    const running = installation.run(join(parent, 'data'), nameless);
    expect(await countRows(await running.url())).toBe(1);
    expect(await running.stop()).toBe(0);
  });

  it('says whose the cluster is when it is another user’s', async () => {
    place(nameless);
    chownSync(join(parent, 'data'), nobody.uid, nobody.gid);
    expect(await installation.run(join(parent, 'data'), nobody).ended).toEqual({
      code: 3, stderr: `${parent}/data/postgresql belongs to user ${nameless.uid}, not to user ${nobody.uid}: start Visavis as its owner, or choose another DATA_DIR.\n`,
    });
  });

  it('says how to give the cluster away when root has restored it as root’s', async () => {
    place({ uid: 0, gid: 0 });
    const folder = join(parent, 'data/postgresql');
    const account = statSync(join(made, 'postgresql')).uid;
    expect(await installation.run(join(parent, 'data')).ended).toEqual({
      code: 3, stderr: `${folder} belongs to root, as whom PostgreSQL does not run: give it away with “chown -R ${account} '${folder}'”, or choose another DATA_DIR.\n`,
    });
  });

  it.each(['cannot be made', 'is there and cannot be written'])('says that DATA_DIR cannot be written when it %s', async (how) => {
    const dataDir = how === 'cannot be made' ? join(parent, 'data') : parent;
    expect(await installation.run(dataDir, nobody).ended).toEqual({
      code: 3, stderr: `DATA_DIR ${dataDir} cannot be written (EACCES): set DATA_DIR to a folder that you may write.\n`,
    });
  });

  it('says why the binaries do not run when their account cannot execute them and no copy can be made', async () => {
    const own = install();
    chmodSync(join(own.binaries, 'native/bin/postgres'), 0o700);
    chmodSync(dirname(own.temporary), 0o755);
    giveParentTo(nobody);
    const running = own.run(join(parent, 'data'), nobody);
    // An ordinary user cannot read what it would have to copy.
    expect(await running.ended).toEqual({ code: 3, stderr: expect.stringMatching(/^PostgreSQL's programs in .* cannot be run \(.*EACCES.*\): .* or set DATABASE_URL to a PostgreSQL of your own\.\n$/) });
    expect(readdirSync(join(parent, 'data'))).toEqual([]);
    await own.remove();
  });
});

function userOf(pid: number): number {
  return Number(/Uid:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

function mayBorrowName(): boolean {
  try {
    execFileSync('unshare', ['--user', `--map-user=${nobody.uid}`, 'true'], { ...nameless, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
