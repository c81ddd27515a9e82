// The built program with the demo programme, in a folder that goes when it does: for the scripts that look at its screens.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const main = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../build/server/main.js');

/** Resolves once it is ready: its address, each person's link to sign in by, and how to end it. */
export async function startDemo(env = {}) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'visavis-demo-'));
  const child = spawn(process.execPath, [main], { env: { ...process.env, PORT: '0', DATA_DIR: dataDir, DEMO: '1', LOG_LEVEL: 'warn', ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => { child.once('close', resolve); });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  let said = '';
  for await (const chunk of child.stdout) {
    said += chunk;
    const url = /^ready (\S+)$/m.exec(said)?.[1];
    if (url) return { url, links: linksIn(said, url), stop };
  }
  await stop();
  throw new Error(`the demo did not start:\n${said}`);
}

function linksIn(said, url) {
  return Object.fromEntries([...said.matchAll(/^ {2}(\S.*?) {2,}(http\S+)$/gm)].map(([, who, link]) => [who, link.replace(/^http:\/\/localhost:\d+/, url)]));
}
