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
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(cookie !== undefined && { cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: response.headers, body: (isJson && text ? JSON.parse(text) : text) as Body };
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

export type Api = ReturnType<typeof apiOf>;
export type Problem = Reply<ProblemDocument>;

/** Follows a demo link as a person does, with its button, and gives the API that person has. */
export async function signInBy(link: string): Promise<Api> {
  const { origin, searchParams } = new URL(link);
  const response = await fetch(`${origin}/sign-in`, {
    method: 'POST', redirect: 'manual', body: new URLSearchParams({ token: searchParams.get('token') ?? '' }),
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`the link does not sign in: ${response.status}`);
  return apiOf(origin, null, cookie);
}
