import { request as httpRequest, type ClientRequest, type IncomingHttpHeaders, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { findDestination, NetProblem, type Destination, type NetFault, type Reach } from './destination.ts';
import { readBody } from './read-body.ts';

export interface PublicRequest {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Followed by GET only, each checked like the first; 0: an answer that redirects is the answer. */
  readonly redirects?: number;
  /** Of the answer's body, unzipped. */
  readonly maximumBytes: number;
  readonly connectMs?: number;
  /** From the first look-up to the last byte, redirects included. */
  readonly totalMs: number;
  /** Ends it sooner, as if its time were up. */
  readonly signal?: AbortSignal;
}

export interface PublicAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export type Fetched = { readonly ok: true; readonly answer: PublicAnswer } | { readonly ok: false; readonly fault: NetFault };

/** Asks an address that a user gave us, as it may be asked: never rejects for what is the address's or its server's fault. */
export type FetchPublic = (address: string, request: PublicRequest) => Promise<Fetched>;

/** Some calendar servers give nothing to a caller without one. */
const USER_AGENT = 'Visavis/1';
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * The only way out to addresses that users give (OWASP SSRF prevention): resolved once, every address checked, connected to
 * what was checked, so that a name cannot lead elsewhere a moment later. Redirects are followed by hand through the same door.
 */
export function publicFetcher(reach: Reach): FetchPublic {
  return async (address, wanted) => {
    const ending = new AbortController();
    const end = () => ending.abort(new NetProblem('timed-out'));
    const timer = setTimeout(end, wanted.totalMs);
    wanted.signal?.addEventListener('abort', end);
    if (wanted.signal?.aborted) end();
    try {
      return { ok: true, answer: await follow(reach, address, wanted, ending.signal) };
    } catch (error) {
      if (error instanceof NetProblem) return { ok: false, fault: error.fault };
      throw error;
    } finally {
      clearTimeout(timer);
      wanted.signal?.removeEventListener('abort', end);
      ending.abort();
    }
  };
}

async function follow(reach: Reach, address: string, wanted: PublicRequest, signal: AbortSignal): Promise<PublicAnswer> {
  const allowed = wanted.method === 'POST' ? 0 : wanted.redirects ?? 0;
  let next = address;
  for (let redirects = 0; ; redirects += 1) {
    const destination = await unlessAborted(findDestination(next, reach), signal);
    const answer = await ask(destination, wanted, signal);
    const { location } = answer.headers;
    if (allowed === 0 || !REDIRECTS.has(answer.status) || location === undefined) return answer;
    if (redirects === allowed) throw new NetProblem('too-many-redirects');
    if (!URL.canParse(location, destination.url.href)) throw new NetProblem('bad-address');
    next = new URL(location, destination.url).href;
  }
}

async function ask(destination: Destination, wanted: PublicRequest, signal: AbortSignal): Promise<PublicAnswer> {
  const request = begin(destination, wanted);
  const stop = () => request.destroy(signal.reason as Error);
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    const response = await answerOf(request, wanted);
    return { status: response.statusCode ?? 0, headers: response.headers, body: await readBody(response, wanted.maximumBytes) };
  } catch (error) {
    throw signal.aborted ? signal.reason : asProblem(error);
  } finally {
    signal.removeEventListener('abort', stop);
    request.destroy();
  }
}

function begin({ url, addresses }: Destination, { method = 'GET', headers }: PublicRequest): ClientRequest {
  const options: RequestOptions = {
    method,
    headers: { 'User-Agent': USER_AGENT, 'Accept-Encoding': 'gzip, deflate', ...headers },
    // One connection for one request: none is kept that a later name could be led to.
    agent: false,
    lookup: toChecked(addresses),
  };
  const begun = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return begun(url.href, options);
}

/** Instead of a second look-up, which could answer something else. */
function toChecked(addresses: Destination['addresses']): LookupFunction {
  return (_host, options, callback) => {
    const [first] = addresses;
    if (options.all) callback(null, [...addresses]);
    else callback(null, first!.address, first!.family);
  };
}

function answerOf(request: ClientRequest, { body, connectMs = 5000 }: PublicRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const connecting = setTimeout(() => request.destroy(new NetProblem('timed-out')), connectMs);
    request.on('socket', (socket) => {
      socket.once(('encrypted' in socket) ? 'secureConnect' : 'connect', () => clearTimeout(connecting));
    });
    request.on('response', resolve);
    request.on('error', reject);
    request.on('close', () => {
      clearTimeout(connecting);
      reject(new NetProblem('unreachable'));
    });
    request.end(body);
  });
}

function unlessAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
    if (signal.aborted) reject(signal.reason as Error);
    work.then(resolve, reject);
  });
}

/** Whatever went wrong on the wire, said without its address or port. */
function asProblem(error: unknown): NetProblem {
  if (error instanceof NetProblem) return error;
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code.startsWith('ERR_TLS') || code.startsWith('ERR_SSL') || /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) return new NetProblem('not-secure', { cause: error });
  if (code.startsWith('HPE_')) return new NetProblem('unreadable', { cause: error });
  return new NetProblem('unreachable', { cause: error });
}
