import { Agent, request, type IncomingMessage } from 'node:http';
import type { ProblemDocument } from '../../shared/problems.ts';
import { OWNER_TOKEN } from './app.ts';

export interface Reply<Body = any> {
  status: number;
  headers: Headers;
  body: Body;
}

/** A client of the HTTP contract, as a program outside would be one. */
export function apiOf(url: string, token: string | null = OWNER_TOKEN, cookie?: string) {
  const send = async <Body = any>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply<Body>> => {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const { response, text: answer } = await exchange(method, `${url}/api/v1${path}`, text, {
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(cookie !== undefined && { cookie }),
      ...(text !== undefined && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
      ...headers,
    });
    const isJson = response.headers['content-type']?.includes('json');
    return { status: response.statusCode ?? 0, get headers() { return headersOf(response); }, body: (isJson && answer ? JSON.parse(answer) : answer) as Body };
  };
  return {
    get: <Body = any>(path: string, headers?: Record<string, string>) => send<Body>('GET', path, undefined, headers),
    post: <Body = any>(path: string, body?: unknown, headers?: Record<string, string>) => send<Body>('POST', path, body ?? {}, headers),
    put: <Body = any>(path: string, body?: unknown, headers?: Record<string, string>) => send<Body>('PUT', path, body, headers),
    patch: <Body = any>(path: string, body?: unknown, headers?: Record<string, string>) => send<Body>('PATCH', path, body, headers),
    delete: <Body = any>(path: string, body?: unknown, headers?: Record<string, string>) => send<Body>('DELETE', path, body, headers),
    send,
  };
}

/** As many connections as there are requests at once, kept open. */
const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

/** Not `fetch`, nor its `Headers` before somebody asks for them: forty thousand requests of it take longer than what they ask for. */
function exchange(method: string, url: string, body: string | undefined, headers: Record<string, string>): Promise<{ response: IncomingMessage; text: string }> {
  return new Promise((resolve, reject) => {
    request(url, { method, headers, agent }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => { text += chunk; }).once('end', () => resolve({ response, text })).once('error', reject);
    }).once('error', reject).end(body);
  });
}

function headersOf(response: IncomingMessage): Headers {
  return new Headers(Object.entries(response.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value ?? ''] as [string, string]));
}

export type Api = ReturnType<typeof apiOf>;
export type Problem = Reply<ProblemDocument>;

/** Follows a demo link as a person does, with its button, and gives the API that person has. */
export async function signInBy(link: string): Promise<Api> {
  return apiOf(new URL(link).origin, null, await cookieBy(link));
}

/** The cookie, `name=value`, of whoever follows a link. */
export async function cookieBy(link: string): Promise<string> {
  const { origin, searchParams } = new URL(link);
  const response = await fetch(`${origin}/sign-in`, {
    method: 'POST', redirect: 'manual', body: new URLSearchParams({ token: searchParams.get('token') ?? '' }),
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`the link does not sign in: ${response.status}`);
  return cookie;
}
