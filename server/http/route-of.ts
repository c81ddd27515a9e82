import type { Request } from 'express';

/** The pattern of the route that answered, never the path: that has identifiers and secrets in it. For after the answer. */
export function routeOf(request: Request): string {
  const pattern = (request.route as { path?: unknown } | undefined)?.path;
  if (typeof pattern === 'string') return request.baseUrl + pattern;
  return Array.isArray(pattern) ? request.baseUrl + String(pattern[0]) : 'other';
}

export function methodOf({ method }: Request): string {
  return ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].includes(method) ? method : 'other';
}
