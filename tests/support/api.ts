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
    const response = await exchange(method, `${url}/api/v1${path}`, text, {
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(cookie !== undefined && { cookie }),
      ...(text !== undefined && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
      ...headers,
    });
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: response.headers, body: (isJson && response.text ? JSON.parse(response.text) : response.text) as Body };
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

/** Not `fetch`: forty thousand requests of it take longer than what they ask for. */
async function exchange(method: string, url: string, body: string | undefined, headers: Record<string, string>) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(url, { method, headers, agent }, resolve).once('error', reject).end(body);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const pairs = Object.entries(response.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value ?? ''] as [string, string]);
  return { status: response.statusCode ?? 0, headers: new Headers(pairs), text: Buffer.concat(chunks).toString('utf8') };
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
