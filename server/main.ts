import { ConfigProblem, readConfig } from './config.ts';
import { openLog } from './log.ts';
import { StartupProblem } from './postgres/index.ts';
import { start, type Running } from './start.ts';

/** Config, context, what ROLE asks for; SIGTERM and Ctrl-C reverse it. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = openLog(config.logLevel, config.role);
  let running: Running | null = null;
  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    await running?.stop();
    log.info('stopped');
    if (running) process.exit(0);
  };
  process.on('SIGTERM', (signal) => void stop(signal));
  process.on('SIGINT', (signal) => void stop(signal));
  running = await start(config, log, () => stopping);
  if (stopping) {
    await running.stop();
    process.exit(0);
  }
  announce(running);
}

function announce({ url, links }: Running): void {
  const width = Math.max(0, ...links.map(({ who }) => who.length));
  if (links.length > 0) process.stdout.write('\nThe demo programme is in. Open one of these to look at it as:\n');
  for (const link of links) process.stdout.write(`  ${link.who.padEnd(width)}  ${link.url}\n`);
  process.stdout.write(url === null ? 'ready worker\n' : `ready ${url}\n`);
}

function complain(error: unknown): never {
  if (error instanceof ConfigProblem) process.stderr.write(`Visavis cannot start with these settings:\n${error.faults.map((fault) => `  ${fault}\n`).join('')}`);
  else if (error instanceof StartupProblem) process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`Visavis could not start: ${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}

main().catch(complain);
