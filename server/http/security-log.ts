import type { RequestHandler } from 'express';
import { methodOf, routeOf } from './route-of.ts';
import type { Services } from './services.ts';

/** Who was let in or turned away: not signed in, not allowed, asked too often. */
const REFUSED = new Set([401, 403, 429]);
const SIGN_IN = /\/sign-in(\/|$)/;

/**
 * Logs every try to sign in, whatever came of it, and every refusal (OWASP ASVS 16.3.1, 16.3.2): the route and the request's id,
 * not who asked or for what. What was done is in the numbered changes; an object that is not theirs is 404, as is one that is none.
 */
export function securityLog({ log }: Pick<Services, 'log'>): RequestHandler {
  return (request, response, next) => {
    response.once('finish', () => {
      const route = routeOf(request);
      const isSignIn = request.method === 'POST' && SIGN_IN.test(route);
      if (!isSignIn && !REFUSED.has(response.statusCode)) return;
      log.info({ requestId: response.get('X-Request-Id'), method: methodOf(request), route, status: response.statusCode }, isSignIn ? 'sign-in' : 'refused');
    });
    next();
  };
}
