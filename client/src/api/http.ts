import type { FieldError, ProblemCode, ProblemDocument } from '../../../shared/problems.ts';
import type { Slot } from '../../../shared/api/slots.ts';
import { serverSaid } from '../format/clock.ts';
import { noteVersion } from '../state/new-version.ts';
import { forgetGiven, givenFor } from './given.ts';

/** A refusal, or `unreachable`: nothing answered, so nothing is known to have happened. */
export interface Problem {
  code: ProblemCode | 'unreachable';
  status: number;
  detail: string;
  errors: readonly FieldError[];
  /** The nearest free times, when a slot was lost. */
  alternatives: readonly Slot[];
  requestId: string | null;
}

export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export interface Write {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** The version that is being changed; a stale one is refused with `stale`. */
  ifMatch?: number;
  /** Lets the request outlive the page. */
  keepalive?: boolean;
}

const BASE = '/api/v1';
/** Waits before a write whose answer was lost is sent again; its key makes that harmless. */
const REPEAT_AFTER_MS = [400, 1500];
const GIVEN_TOLERANCE_MS = 10_000;

export async function read<T>(path: string): Promise<Answer<T>> {
  const given = givenFor(path);
  if (given !== undefined) {
    // It has been on its way for as long as the page has.
    noteServerTime(given, GIVEN_TOLERANCE_MS);
    return { ok: true, value: given as T };
  }
  return once<T>(path, { headers: { accept: 'application/json' } });
}

/** Every item of a list, page by page. */
export async function readAll<T>(path: string): Promise<Answer<T[]>> {
  const items: T[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < 100; page += 1) {
    const query: string = cursor === null ? '' : `${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`;
    const answer = await read<{ items: T[]; nextCursor: string | null }>(path + query);
    if (!answer.ok) return answer;
    items.push(...answer.value.items);
    cursor = answer.value.nextCursor;
    if (cursor === null) break;
  }
  return { ok: true, value: items };
}

/** One change, at most once: a lost answer is asked for again under the same key. */
export async function write<T>(path: string, { method, body, ifMatch, keepalive }: Write): Promise<Answer<T>> {
  forgetGiven();
  const headers: Record<string, string> = { accept: 'application/json', 'idempotency-key': newKey() };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (ifMatch !== undefined) headers['if-match'] = `"${ifMatch}"`;
  const request: RequestInit = { method, headers, keepalive: keepalive ?? false };
  if (body !== undefined) request.body = JSON.stringify(body);
  let answer = await once<T>(path, request);
  for (const wait of REPEAT_AFTER_MS) {
    if (answer.ok || answer.problem.code !== 'unreachable' || !navigator.onLine) break;
    await new Promise((resolve) => setTimeout(resolve, wait));
    answer = await once<T>(path, request);
  }
  return answer;
}

async function once<T>(path: string, request: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch(BASE + path, { credentials: 'same-origin', ...request });
    noteVersion(response.headers.get('visavis-client'));
    if (!response.ok) return { ok: false, problem: await problemOf(response) };
    const value = (response.status === 204 ? undefined : await response.json()) as T;
    noteServerTime(value, 250, response);
    return { ok: true, value };
  } catch {
    return { ok: false, problem: { code: 'unreachable', status: 0, detail: '', errors: [], alternatives: [], requestId: null } };
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const document = await response.json().catch(() => null) as Partial<ProblemDocument> | null;
  return {
    code: document?.code ?? (response.status === 401 ? 'unauthenticated' : 'internal'),
    status: response.status,
    detail: document?.detail ?? '',
    errors: document?.errors ?? [],
    alternatives: (document?.alternatives ?? []) as Slot[],
    requestId: document?.requestId ?? response.headers.get('x-request-id'),
  };
}

/** The body's `now` is exact; the `Date` header, in whole seconds, is better than a device clock that is minutes off. */
function noteServerTime(value: unknown, tolerance: number, response?: Response): void {
  if (typeof value === 'object' && value !== null && 'now' in value && typeof value.now === 'string') serverSaid(Date.parse(value.now), tolerance);
  const header = response?.headers.get('date');
  if (header) serverSaid(Date.parse(header) + 500, 2000);
}

/** 128 random bits; `crypto.randomUUID` is missing where the page is not served over TLS. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
