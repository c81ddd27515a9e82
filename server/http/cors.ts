import type { RequestHandler } from 'express';

/**
 * Closed unless `CORS_ORIGINS` names an origin. A page from there may then use the API with a token of its own; a cookie is
 * never for it, since credentials are not allowed and changes by cookie come from our own pages only.
 */
export function cors(origins: readonly string[]): RequestHandler {
  return (request, response, next) => {
    const origin = request.get('Origin');
    if (origins.length > 0) response.vary('Origin');
    if (origin === undefined || !origins.includes(origin)) return next();
    response.set({ 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': 'ETag, Idempotency-Replayed, Retry-After, X-Request-Id', 'Cross-Origin-Resource-Policy': 'cross-origin' });
    if (request.method !== 'OPTIONS' || request.get('Access-Control-Request-Method') === undefined) return next();
    response.set({
      'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE',
      'Access-Control-Allow-Headers': 'Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match',
      'Access-Control-Max-Age': '600',
    }).status(204).end();
  };
}
