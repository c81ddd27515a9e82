/** The closed list of refusals and their HTTP statuses (RFC 9457 `code`). */
export const problemStatus = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'slot-taken': 409,
  'already-booked': 409,
  'hold-expired': 410,
  stale: 412,
  'too-large': 413,
  invalid: 422,
  'not-a-slot': 422,
  policy: 422,
  'idempotency-mismatch': 422,
  'rate-limited': 429,
  internal: 500,
  'busy-unknown': 503,
  unavailable: 503,
} as const;

/** With a `forbidden`: it is allowed to whoever has signed in lately. */
export const SIGN_IN_AGAIN = 'sign-in';

export type ProblemCode = keyof typeof problemStatus;

/** Where a fault is in the request: `body.programme.timeZone`, `query.from`; `SIGN_IN_AGAIN` is about who asks. */
export interface FieldError {
  path: string;
  message: string;
}

/** `application/problem+json` as it leaves the server. */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ProblemCode;
  errors?: FieldError[];
  alternatives?: unknown[];
  requestId?: string;
}
