/** Milliseconds since 1970-01-01T00:00:00Z, on the UTC time-line. Branded at the doors that parse it. */
export type Instant = number & { readonly __instant: true };

/** A span of time that excludes its end: touching spans do not overlap. */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}
