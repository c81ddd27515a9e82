import type { Response } from 'express';
import { problemStatus, type ProblemCode, type ProblemDocument } from '../../shared/problems.ts';
import type { Problem } from '../domain/result.ts';

const titles: Record<ProblemCode, string> = {
  malformed: 'The request could not be read',
  unauthenticated: 'Sign in first',
  forbidden: 'You may not do this',
  'not-found': 'Not found',
  'slot-taken': 'This time has been taken',
  'already-booked': 'Already booked',
  'hold-expired': 'The hold has ended',
  stale: 'Changed meanwhile',
  'too-large': 'Too large',
  invalid: 'Some fields are not right',
  'not-a-slot': 'Not a slot',
  policy: 'Not allowed by the programme’s rules',
  'idempotency-mismatch': 'This key was used for another request',
  'rate-limited': 'Too many requests',
  internal: 'Something went wrong on our side',
  'busy-unknown': 'A calendar could not be read',
  unavailable: 'Not available at the moment',
};

/** RFC 9457. `type` is stable and may be switched on, as `code` may. */
export function problemDocument(problem: Problem, requestId?: string): ProblemDocument {
  return {
    type: `urn:visavis:problem:${problem.code}`,
    title: titles[problem.code],
    status: problemStatus[problem.code],
    detail: problem.detail,
    code: problem.code,
    ...(problem.errors && { errors: problem.errors }),
    ...(problem.alternatives && { alternatives: [...problem.alternatives] }),
    ...(requestId && { requestId }),
  };
}

export function sendProblem(response: Response, document: ProblemDocument): void {
  if ((document.status === 503 || document.status === 429) && !response.get('Retry-After')) response.set('Retry-After', '1');
  if (document.status === 401) response.set('WWW-Authenticate', 'Bearer');
  const text = JSON.stringify(document);
  // Not `send`, which would look for a version to answer 304 by: in a race most answers are refusals.
  response.status(document.status).setHeader('Content-Type', 'application/problem+json; charset=utf-8').setHeader('Content-Length', Buffer.byteLength(text)).end(text);
}
