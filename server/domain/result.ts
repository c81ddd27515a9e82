import type { Slot } from '../../shared/api/slots.ts';
import type { FieldError, ProblemCode } from '../../shared/problems.ts';

/** An expected refusal, said so that its reader knows what to do next. */
export interface Problem {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly errors?: FieldError[];
  /** The nearest free slots, with a `slot-taken`. */
  readonly alternatives?: readonly Slot[];
}

export type Result<Value> = { readonly ok: true; readonly value: Value } | Refusal;
export interface Refusal {
  readonly ok: false;
  readonly problem: Problem;
}

export function accept<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function refuse(code: ProblemCode, detail: string, more: Omit<Problem, 'code' | 'detail'> = {}): Refusal {
  return { ok: false, problem: { code, detail, ...more } };
}
