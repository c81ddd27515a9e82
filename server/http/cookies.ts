import type { Request, Response } from 'express';
import type { IncomingMessage } from 'node:http';
import { LINK_MINUTES, newSecret, SIGN_IN_MINUTES } from '../usecases/signing-in/sign-in.ts';

/**
 * `__Host-` (RFC 6265bis §4.1.3.2) binds a cookie to this host over TLS. Plain HTTP cannot carry it, so that where users reach
 * us by `http://`, as on one's own machine, the same cookie goes without the prefix and without `Secure`.
 */
export function cookieName(publicUrl: string, name = 'visavis'): string {
  return isSecure(publicUrl) ? `__Host-${name}` : name;
}

export function cookie(request: Pick<IncomingMessage, 'headers'>, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name && value) return value;
  }
  return undefined;
}

/** The secret that this browser is signed in by, whether it still is or not. */
export function signInCookie(request: Pick<IncomingMessage, 'headers'>, publicUrl: string): string | null {
  return cookie(request, cookieName(publicUrl)) ?? null;
}

export function setSignInCookie(response: Response, publicUrl: string, secret: string): void {
  response.cookie(cookieName(publicUrl), secret, { ...cookieOptions(publicUrl), maxAge: SIGN_IN_MINUTES * 60_000 });
}

export function clearSignInCookie(response: Response, publicUrl: string): void {
  response.clearCookie(cookieName(publicUrl), cookieOptions(publicUrl));
}

/** By this the browser that asked for a link is known again when the link is opened (OWASP ASVS 6.6.2). */
export function askingBrowser(request: Request, publicUrl: string): string | null {
  const secret = cookie(request, cookieName(publicUrl, ASKS)) ?? '';
  return /^[\w-]{43}$/.test(secret) ? secret : null;
}

/** The browser's secret, kept while it goes on asking, so that any of its links is its own. */
export function rememberAskingBrowser(request: Request, response: Response, publicUrl: string): string {
  const secret = askingBrowser(request, publicUrl) ?? newSecret();
  response.cookie(cookieName(publicUrl, ASKS), secret, { ...cookieOptions(publicUrl), maxAge: 2 * LINK_MINUTES * 60_000 });
  return secret;
}

const ASKS = 'visavis-asks';

function cookieOptions(publicUrl: string) {
  return { httpOnly: true, secure: isSecure(publicUrl), sameSite: 'lax', path: '/' } as const;
}

function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith('https:');
}
