import { pino, type Logger } from 'pino';
import { DatabaseError } from 'pg';

/**
 * One JSON line for each change of state, on standard error: standard output is the ready line and the demo's links.
 * Written at once, so that the last lines before an end are there and in their order. `file`: there instead.
 */
export function openLog(level: string, role: string, file: string | null = null): Logger {
  return pino({ level, base: { role }, serializers: { err: describeError } }, pino.destination({ dest: file ?? 2, sync: true }));
}

/** What Node and the libraries warn of is a line like every other, instead of text among them. */
export function logWarnings(log: Logger): void {
  process.removeAllListeners('warning');
  process.on('warning', (warning) => { log.warn({ err: warning }, 'a warning of the platform'); });
}

/**
 * What may be logged of a fault: what kind it is and where it happened. Drivers hang whole connections on their errors,
 * keys included, and their messages and details quote values.
 */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)).map((line) => line.trim());
  return {
    type: error.name,
    ...(code !== undefined && { code }),
    ...(!(error instanceof DatabaseError) && { message: error.message }),
    ...(error instanceof DatabaseError && error.constraint !== undefined && { constraint: error.constraint }),
    ...(frames && { frames }),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}
