import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const variable = 'VISAVIS_TEST_LOGS';

/** Before the run: every app and program of it writes what it logs into one folder. */
export function beginLogs(): void {
  process.env[variable] = mkdtempSync(join(tmpdir(), 'visavis-test-logs-'));
}

/** Where this test process's apps log to; null outside a run. */
export function logFile(): string | null {
  const folder = process.env[variable];
  return folder ? join(folder, `${process.pid}.log`) : null;
}

/** For what a program of its own says on standard error. */
export function keepLog(text: string): void {
  const file = logFile();
  if (file) appendFileSync(file, text);
}

/** After the run: lines that had no business in a log. The folder is removed. */
export function endLogs(): string[] {
  const folder = process.env[variable];
  if (!folder) return [];
  const lines = readdirSync(folder).flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'));
  rmSync(folder, { recursive: true, force: true });
  return lines.flatMap((line) => confessions(line).map((what) => `${what}: ${line.slice(0, 400)}`));
}

/** What a line may have besides the names of its fields: identifiers, counts, codes, and our own words. */
const KEYS = new Set([
  'level', 'time', 'msg', 'role', 'err', 'type', 'code', 'message', 'constraint', 'frames', 'cause', 'fault', 'error', 'signal', 'applied', 'requestId', 'event',
  'sequence', 'tries', 'again', 'delivered', 'pid', 'port', 'reason', 'placed', 'unplaced', 'events', 'outcome', 'method', 'route', 'status',
]);

const TRACES: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['an address', /[\w.+'-]+@(?:[\w-]+\.)+[A-Za-z]{2,}/],
  ['a token', /owner-token-of|Bearer\s|whsec_|[?&](?:token|secret|code)=|visavis=|password["']?\s*[:=]|secretKey/i],
  // 256 bits in base64url, as every secret of ours is.
  ['a secret', /(?<![\w-])[\w-]{43}(?![\w-])/],
  ['a note', /confided|unmistakable|BEGIN:VCALENDAR|DTSTART|<html/i],
];

/** Why a line should not have been logged; nothing, if all is well. A line that is no JSON is a program's last word before its end. */
export function confessions(line: string): string[] {
  if (line.trim() === '') return [];
  const found = TRACES.filter(([, pattern]) => pattern.test(line)).map(([what]) => what);
  return line.startsWith('{') ? [...found, ...unknownKeys(JSON.parse(line) as object)] : found;
}

function unknownKeys(value: object): string[] {
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(Array.isArray(value) || KEYS.has(key) || key.endsWith('Id') ? [] : [`the field ${key}`]),
    ...(inner !== null && typeof inner === 'object' ? unknownKeys(inner as object) : []),
  ]);
}
