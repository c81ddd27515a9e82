import type { Problem } from '../domain/result.ts';
import { sqlState } from '../store/database.ts';

/** What a thrown fault means to the caller: their malformed request, a database that is away, or our mistake. */
export function faultOf(error: unknown): Problem {
  const { limit, type, status } = error as { limit?: number; type?: string; status?: number };
  if (type === 'entity.too.large') return { code: 'too-large', detail: `The body is larger than ${Math.round((limit ?? BYTES_OF_MB) / BYTES_OF_MB)} MB.` };
  if (status === 404) return { code: 'not-found', detail: 'There is no such file.' };
  if (error instanceof URIError || (status !== undefined && status >= 400 && status < 500)) return { code: 'malformed', detail: malformedBy(type) };
  if (isAway(error)) return { code: 'unavailable', detail: 'The database cannot be reached at the moment. Nothing was written; try again.' };
  if (sqlState(error) === UNTRANSLATABLE_CHARACTER) return { code: 'malformed', detail: 'Remove the NUL character.' };
  return { code: 'internal', detail: 'Something went wrong on our side. Nothing was written. Tell us the request id.' };
}

/** As the parsers of bodies count. */
const BYTES_OF_MB = 1_048_576;

function malformedBy(type: string | undefined): string {
  if (type === 'entity.too.deep') return 'The body is nested more deeply than anything here is.';
  return type === 'entity.parse.failed' ? 'The body is not valid JSON.' : 'The request could not be read.';
}

const UNTRANSLATABLE_CHARACTER = '22021';

/** SQLSTATE classes: connection lost, resources gone, server shutting down or starting, out of time; deadlocks that outlived their retries. */
const AWAY = /^(08|53|57|40P01|40001|55P03)/;
const SOCKET_FAULTS = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT', 'ENOTFOUND', 'EAI_AGAIN']);

function isAway(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return AWAY.test(sqlState(error) ?? '') || SOCKET_FAULTS.has(code ?? '')
    || /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after/.test(message ?? '');
}
