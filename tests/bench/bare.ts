import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Bare {
  readonly url: string;
  stop(): Promise<void>;
}

/** Express with nothing of ours, as a process of its own like the program it is compared with. */
export async function startBare(body: string, databaseUrl: string): Promise<Bare> {
  const folder = await mkdtemp(path.join(tmpdir(), 'visavis-bench-'));
  const file = path.join(folder, 'body');
  await writeFile(file, body);
  const child = spawn(process.execPath, [path.join(__dirname, 'bare-express.cjs'), file, databaseUrl], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = await once(child.stdout.setEncoding('utf8'), 'data') as [string];
  return {
    url: `http://127.0.0.1:${port.trim()}/`,
    stop: async () => {
      const ended = once(child, 'close');
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}
