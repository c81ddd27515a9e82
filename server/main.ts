import { ConfigProblem, readConfig } from './config.ts';
import { logWarnings, openLog } from './log.ts';
import { StartupProblem } from './postgres/index.ts';
import { start, type Running } from './start.ts';

/** Config, context, what ROLE asks for; SIGTERM and Ctrl-C reverse it. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = openLog(config.logLevel, config.role);
  logWarnings(log);
  const stopping = new AbortController();
  const end = async (running: Running | null): Promise<never> => {
    await running?.stop();
    log.info('stopped');
    return process.exit(0);
  };
  const starting = start(config, log, stopping.signal);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping.signal.aborted) return;
      log.info({ signal }, 'stopping');
      stopping.abort();
      // A start that is given up has cleared up after itself.
      void starting.then(end, () => end(null));
    });
  }
  const running = await starting.catch((error: unknown) => {
    if (!stopping.signal.aborted) throw error;
  });
  if (running && !stopping.signal.aborted) announce(running);
}

function announce({ url, links, setUpUrl }: Running): void {
  const width = Math.max(0, ...links.map(({ who }) => who.length));
  if (links.length > 0) process.stdout.write('\nThe demo programme is in. Open one of these to look at it as:\n');
  for (const link of links) process.stdout.write(`  ${link.who.padEnd(width)}  ${link.url}\n`);
  if (setUpUrl !== null) process.stdout.write(`\nNobody runs a programme here yet. Whoever opens this link first, within a day, begins:\n  ${setUpUrl}\n`);
  process.stdout.write(url === null ? 'ready worker\n' : `ready ${url}\n`);
}

function complain(error: unknown): never {
  if (error instanceof ConfigProblem) process.stderr.write(`Visavis cannot start with these settings:\n${error.faults.map((fault) => `  ${fault}\n`).join('')}`);
  else if (error instanceof StartupProblem) process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`Visavis could not start: ${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}

main().catch(complain);
