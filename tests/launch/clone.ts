import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const repository = join(__dirname, '../..');

/** A package manager, compiler and bundler that do in no time what the launch scripts look at, and write down that they ran. */
const fakes = {
  'npm/npm-cli.js': `
    const { appendFileSync, cpSync, existsSync } = require('node:fs');
    appendFileSync('ran.txt', 'npm ' + process.argv[2] + '\\n');
    if (existsSync('npm-fails')) process.exit(1);
    cpSync('packages', 'node_modules', { recursive: true });
    cpSync('package-lock.json', 'node_modules/.package-lock.json');`,
  'packages/typescript/bin/tsc': `
    const { appendFileSync, existsSync } = require('node:fs');
    appendFileSync('ran.txt', 'tsc\\n');
    if (existsSync('tsc-fails')) process.exit(2);`,
  'packages/rolldown/bin/cli.mjs': `
    import { appendFileSync, cpSync } from 'node:fs';
    appendFileSync('ran.txt', 'rolldown\\n');
    cpSync('server/main.js', process.argv[process.argv.indexOf('--dir') + 1] + '/main.js');`,
  'packages/jest/bin/jest.js': `
    const { appendFileSync, readFileSync, writeFileSync } = require('node:fs');
    const [out] = process.argv.filter((one) => one.startsWith('--outputFile='));
    const rest = process.argv.slice(2).filter((one) => one !== '--json' && one !== out);
    appendFileSync('ran.txt', ['jest', process.env.TZ, ...rest].join(' ') + '\\n');
    const { results, code } = JSON.parse(readFileSync('jest-says.json', 'utf8'));
    if (results) writeFileSync(out.split('=')[1], JSON.stringify(results));
    process.exit(code);`,
  'packages/vite/bin/vite.js': `
    const { appendFileSync, cpSync } = require('node:fs');
    appendFileSync('ran.txt', 'vite\\n');
    cpSync('client', process.argv[process.argv.indexOf('--outDir') + 1], { recursive: true });`,
};

/** Says what it was given; counts the signals that reach it; ends with code 7 on SIGTERM. */
const server = `
  const signals = [];
  process.on('SIGINT', () => signals.push('SIGINT'));
  process.on('SIGTERM', () => { signals.push('SIGTERM'); setTimeout(() => { console.log('signals ' + signals); process.exit(7); }, 300); });
  console.log('ready DEMO=' + process.env.DEMO);
  if (process.env.END_AT_ONCE) process.exit(0);
  setInterval(() => undefined, 1000);`;

const packageLock = {
  lockfileVersion: 3,
  packages: {
    '': { name: 'visavis' },
    'node_modules/pg': { version: '1.0.0' },
    'node_modules/vite': { version: '1.0.0', dev: true },
    'node_modules/elsewhere': { version: '1.0.0', optional: true, os: ['no-such-system'], cpu: ['x64'] },
  },
};

export interface Clone {
  root: string;
  write(path: string, content: string): void;
  /** The programs that were run in it, in order, and forgets them. */
  ran(): string[];
  /** Process groups that `remove` ends, should a test have failed to. */
  groups: number[];
  remove(): void;
}

/** A fresh clone with this repository's launch scripts, in a folder with a space in its name. */
export function makeClone(): Clone {
  const parent = mkdtempSync(join(tmpdir(), 'visavis-test-launch-'));
  const root = join(parent, 'a clone');
  const write = (path: string, content: string): void => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  cpSync(join(repository, 'server/launch'), join(root, 'server/launch'), { recursive: true });
  for (const path of ['package.json', 'tests/run.mjs']) cpSync(join(repository, path), join(root, path));
  for (const [path, content] of Object.entries(fakes)) write(path, content);
  write('npm/package.json', '{"type":"commonjs"}');
  write('package-lock.json', JSON.stringify(packageLock));
  for (const path of ['tsconfig.base.json', 'server/migrations/0001.sql', 'shared/problems.js', 'client/index.html']) write(path, path);
  write('server/main.js', server);
  const groups: number[] = [];
  const remove = (): void => {
    groups.forEach(endGroup);
    rmSync(parent, { recursive: true, force: true });
  };
  return { root, write, ran: () => takeRan(root), groups, remove };
}

function endGroup(id: number): void {
  try {
    process.kill(-id, 'SIGKILL');
  } catch {
    // It has ended by itself, as it should.
  }
}

function takeRan(root: string): string[] {
  const path = join(root, 'ran.txt');
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
  rmSync(path, { force: true });
  return lines;
}

export interface Launched {
  child: ChildProcess;
  /** Resolves once standard output holds the text; rejects when the process ends without it. */
  said(text: string): Promise<void>;
  ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

/** Runs `node server/launch/start.mjs` in the clone, with the fake package manager, in a process group of its own. */
export function start(clone: Clone, env: NodeJS.ProcessEnv = {}): Launched {
  return launch(process.execPath, [join(clone.root, 'server/launch/start.mjs')], clone, { npm_execpath: join(clone.root, 'npm/npm-cli.js'), ...env });
}

/** Runs a command in the clone, in a process group of its own. */
export function launch(command: string, args: string[], { root, groups }: Clone, env: NodeJS.ProcessEnv): Launched {
  const { DEMO: _, ...inherited } = process.env;
  const child = spawn(command, args, { cwd: root, env: { ...inherited, ...env }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  groups.push(child.pid ?? 0);
  const heard = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => { heard.stdout += chunk; });
  child.stderr.on('data', (chunk: Buffer) => { heard.stderr += chunk; });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...heard }));
  const said = async (text: string): Promise<void> => {
    while (!heard.stdout.includes(text)) {
      const over = await Promise.race([once(child.stdout, 'data').then(() => false), ended.then(() => true)]);
      if (over && !heard.stdout.includes(text)) throw new Error(`ended without “${text}”: ${heard.stdout}${heard.stderr}`);
    }
  };
  return { child, said, ended };
}
