import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { keepLog } from './logs.ts';

const main = path.join(__dirname, '../../build/server/main.js');

/** The built program as a process of its own. */
export interface Program {
  readonly process: ChildProcess;
  readonly url: string;
  /** All it has written so far. */
  output(): string;
  kill(signal: NodeJS.Signals): void;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

export const PROGRAM_TOKEN = 'owner-token-of-a-program';

/** Starts the program; resolves with its ready line. Rejects with what it wrote if it ends before. */
export async function startProgram(env: Record<string, string>): Promise<Program> {
  const { process: child, output, ended } = launch(env);
  const url = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const ready = /^ready (\S+)$/m.exec(output())?.[1];
      if (ready) resolve(ready);
    };
    child.stdout!.on('data', look);
    void ended.then((how) => reject(new Error(`ended (${how}) before it was ready:\n${output()}`)));
  });
  return { process: child, url, output, ended, kill: (signal) => { child.kill(signal); } };
}

/** Runs the program to its end; for starts that fail. */
export async function runProgram(env: Record<string, string>): Promise<{ code: number | NodeJS.Signals; output: string }> {
  const { output, ended } = launch(env);
  const code = await ended;
  return { code, output: output() };
}

/** Starts the program and waits for nothing. */
export function launch(env: Record<string, string>) {
  if (!existsSync(main)) throw new Error('There is no build to run: `npm run build` makes it, and `npm test` does so by itself.');
  const { PATH, HOME, TZ } = process.env;
  const child = spawn(process.execPath, [main], {
    env: { ...(PATH && { PATH }), ...(HOME && { HOME }), ...(TZ && { TZ }), PORT: '0', BOOTSTRAP_TOKEN: PROGRAM_TOKEN, LOG_LEVEL: 'info', MAIL_WAIT_SECONDS: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  // Standard output has the demo's links, which are meant to be read.
  child.stderr.on('data', (chunk: Buffer | string) => keepLog(String(chunk)));
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => { text += chunk; });
  const ended = new Promise<number | NodeJS.Signals>((resolve) => { child.once('close', (code, signal) => resolve(code ?? signal ?? 1)); });
  return { process: child, output: () => text, ended };
}
