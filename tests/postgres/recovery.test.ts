import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { install } from './installation.ts';
import type { Installation, Running } from './installation.ts';
import { commitRow, countRows, query } from './rows.ts';

// Real processes, on a machine that may be busy.
jest.setTimeout(60_000);

describe('after a kill', () => {
  let installation: Installation;
  let dataDir: string;
  let first: Running;
  let url: string;

  let made: string;

  // Copying a cluster with one committed row is quicker than making one for each test.
  beforeAll(async () => {
    installation = install();
    made = join(installation.folder, 'made');
    const maker = installation.run(made);
    await commitRow(await maker.url());
    await maker.stop();
  });
  afterAll(() => installation.remove());
  beforeEach(async () => {
    dataDir = join(installation.folder, `data ${Math.random().toString(36).slice(2)}`);
    execFileSync('cp', ['-a', made, dataDir]);
    first = installation.run(dataDir);
    url = await first.url();
  });
  afterEach(() => first.endAll());

  /** The next start, which must have the row; then adds one, so that the database is shown to take writes. */
  const startAgain = async (): Promise<Running> => {
    const next = installation.run(dataDir);
    expect(await countRows(await next.url())).toBe(1);
    await commitRow(await next.url());
    return next;
  };

  it('of the program, the next start adopts the PostgreSQL that went on', async () => {
    const pid = first.postgres();
    await first.kill();
    const next = await startAgain();
    expect({ events: next.events(), pid: next.postgres(), url: await next.url() }).toEqual({ events: ['adopted'], pid, url });
    expect(await next.stop()).toBe(0);
  });

  it('of PostgreSQL, the program starts it again at the same address', async () => {
    process.kill(first.postgres(), 'SIGKILL');
    await first.said(/postgres\.restarted/);
    expect(await countRows(url)).toBe(1);
    expect(first.events()).toEqual(['started', 'died', 'restarted']);
    expect(await first.stop()).toBe(0);
  });

  it('of PostgreSQL and at once of the program, the next start recovers', async () => {
    process.kill(first.postgres(), 'SIGKILL');
    await first.kill();
    const next = await startAgain();
    expect(next.events()).toEqual(['started']);
    expect(await next.stop()).toBe(0);
  });

  it('of the program and then of PostgreSQL with all its children, the next start recovers', async () => {
    const pid = first.postgres();
    await first.kill();
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
    for (const one of [pid, ...children]) process.kill(one, 'SIGKILL');
    expect(await (await startAgain()).stop()).toBe(0);
  });

  it('of PostgreSQL, stopping the program returns all the same', async () => {
    process.kill(first.postgres(), 'SIGKILL');
    expect(await first.stop()).toBe(0);
  });

  it('of the program in the middle of making the cluster, the next start makes it', async () => {
    const other = join(installation.folder, `unfinished ${Math.random()}`);
    mkdirSync(join(other, 'postgresql.partial/cluster/base'), { recursive: true });
    if (process.geteuid?.() === 0) chmodSync(other, 0o755);
    const next = installation.run(other);
    expect(new URL(await next.url()).pathname).toBe('/visavis');
    expect(next.events()).toEqual(['created', 'started']);
  });

  describe('with its port taken meanwhile', () => {
    it('the next start takes another', async () => {
      const port = Number(new URL(url).port);
      await first.stop();
      const other = createServer().listen(port, '127.0.0.1');
      await once(other, 'listening');
      const next = await startAgain();
      expect(new URL(await next.url()).port).not.toBe(String(port));
      expect(await next.stop()).toBe(0);
      await new Promise((resolve) => { other.close(resolve); });
    });
  });

  describe('with a pid file that names a process which is not that PostgreSQL', () => {
    let impostor: ChildProcess | undefined;
    afterEach(() => impostor?.kill('SIGKILL'));

    it.each(['', ' that stands in the cluster’s folder'])('the next start does not mind a living process of the same user%s', async (where) => {
      impostor = spawn('sleep', ['600'], { ...ownerOf(first), ...(where && { cwd: first.cluster }) });
      await leaveWithPid(first, impostor.pid as number);
      expect(await (await startAgain()).stop()).toBe(0);
      expect(impostor.exitCode).toBeNull();
    });

    it('the next start does not mind the PostgreSQL of another cluster', async () => {
      const neighbour = installation.run(join(installation.folder, `neighbour ${Math.random()}`));
      await neighbour.url();
      await leaveWithPid(first, neighbour.postgres());
      expect(await (await startAgain()).stop()).toBe(0);
      expect(await query(await neighbour.url(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    });

    it('the next start does not mind a dead process that nobody has reaped', async () => {
      // The shell's child ends while the shell has become a sleep, which never waits for it.
      impostor = spawn('sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 600'], ownerOf(first));
      const [printed] = await once(impostor.stdout as NodeJS.EventEmitter, 'data') as [Buffer];
      const zombie = Number(printed);
      await untilZombie(zombie);
      await leaveWithPid(first, zombie);
      expect(await (await startAgain()).stop()).toBe(0);
    });

    it('the next start does not mind a file without an end', async () => {
      await leaveWithPid(first, 1);
      writeFileSync(join(first.cluster, 'postmaster.pid'), '');
      expect(await (await startAgain()).stop()).toBe(0);
    });
  });

  it('a PostgreSQL of another container on the same folder is left alone, and named', async () => {
    process.kill(first.postgres(), 'SIGKILL');
    await first.kill();
    const port = new URL(url).port;
    // The other container's process has a number that means nothing here; its socket in the folder answers.
    writeFileSync(join(first.cluster, 'postmaster.pid'), `4194000\n${first.cluster}\n0\n${port}\n`);
    rmSync(join(first.cluster, `.s.PGSQL.${port}`), { force: true });
    process.chdir(first.cluster);
    const other = createServer().listen(`.s.PGSQL.${port}`);
    await once(other, 'listening');
    process.chdir('/');
    const { code, stderr } = await installation.run(dataDir).ended;
    await new Promise((resolve) => { other.close(resolve); });
    expect({ code, stderr }).toEqual({ code: 3, stderr: `A PostgreSQL out of sight (process 4194000 of another container?) runs on ${first.cluster}: stop the program that uses it, or choose another DATA_DIR.\n` });
    expect(readFileSync(join(first.cluster, 'postmaster.pid'), 'utf8')).toContain('4194000');
  });

  it('a PostgreSQL on the folder that refuses our password is left alone, and named', async () => {
    const pid = first.postgres();
    await query(url, "ALTER USER visavis PASSWORD 'changed by hand'");
    await first.kill();
    expect(await installation.run(dataDir).ended).toEqual({ code: 3, stderr: `A PostgreSQL that does not know Visavis (process ${pid}) runs on ${first.cluster}: stop it, or choose another DATA_DIR.\n` });
    expect(first.postgres()).toBe(pid);
  });

  it('a PostgreSQL that somebody has stopped in order stays theirs to start', async () => {
    process.kill(first.postgres(), 'SIGINT');
    // The program looks twice a second; wait until PostgreSQL is gone and two looks more.
    while (first.postgres() !== 0) await new Promise((resolve) => { setTimeout(resolve, 50); });
    await new Promise((resolve) => { setTimeout(resolve, 1200); });
    expect(first.events()).toEqual(['started']);
    expect(await first.stop()).toBe(0);
  });

  it('Ctrl-C in the terminal reaches the program but not PostgreSQL', async () => {
    const pid = first.postgres();
    process.kill(-(first.child.pid as number), 'SIGINT');
    await first.said(/interrupted/);
    expect(await countRows(url)).toBe(1);
    expect(first.postgres()).toBe(pid);
    expect(await first.stop()).toBe(0);
  });
});

/** Kills both, and puts another number into the files that PostgreSQL has left. */
async function leaveWithPid(running: Running, pid: number): Promise<void> {
  const left = readdirSync(running.cluster).filter((name) => name === 'postmaster.pid' || /^\.s\.PGSQL\.\d+\.lock$/.test(name));
  const contents = left.map((name) => readFileSync(join(running.cluster, name), 'utf8'));
  process.kill(running.postgres(), 'SIGKILL');
  await running.kill();
  left.forEach((name, index) => writeFileSync(join(running.cluster, name), (contents[index] as string).replace(/^\d+/, String(pid))));
}

/** PostgreSQL ignores other users' processes, so an impostor must be of the user that it runs as. */
function ownerOf(running: Running): { uid: number; gid: number } {
  const status = readFileSync(`/proc/${running.postgres()}/status`, 'utf8');
  const [uid, gid] = [/Uid:\s+(\d+)/, /Gid:\s+(\d+)/].map((pattern) => Number(pattern.exec(status)?.[1]));
  return { uid: uid as number, gid: gid as number };
}

async function untilZombie(pid: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')) return;
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
  throw new Error(`process ${pid} has not ended`);
}
