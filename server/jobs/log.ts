/** The part of the log that jobs write to; pino's shape. */
export interface Log {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

/** What may be logged of a fault: its code or kind. Messages of drivers carry values, and their errors whole connections. */
export function nameOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return typeof error;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'name' in error && typeof error.name === 'string' ? error.name : 'unknown';
}

/**
 * Warns of a fault once, then tells every `everyMs` how often it came again: a library that has lost its database
 * can fail a hundred times in a second.
 */
export function warnSparingly(log: Log, message: string, everyMs = 5000): (error: unknown) => void {
  const since = new Map<string, { at: number; again: number }>();
  return (error) => {
    const fault = nameOf(error);
    const last = since.get(fault);
    const now = performance.now();
    if (last && now - last.at < everyMs) {
      last.again += 1;
      return;
    }
    since.set(fault, { at: now, again: 0 });
    log.warn({ fault, ...(last?.again ? { again: last.again } : {}) }, message);
  };
}
