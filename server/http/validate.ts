import type { Request } from 'express';
import type { z } from 'zod';
import type { FieldError } from '../../shared/problems.ts';
import { accept, refuse, type Result } from '../domain/result.ts';
import type { Endpoint, Input } from './endpoint.ts';
import { sayIssue } from './say-issue.ts';

/** Checks a request against its endpoint; every fault is named with its path, and nothing is done before all is right. */
export function validate(endpoint: Endpoint, request: Request): Result<Input> {
  const errors: FieldError[] = [];
  const query = check(endpoint.query, request.query, 'query', errors);
  const body = checkBody(endpoint, request, errors);
  const ifVersion = ifMatch(request.get('If-Match'), errors);
  const params = request.params as Record<string, string>;
  if (errors.length > 0) return refuse('invalid', sentence(errors), { errors });
  return accept({ params, query, body, ifVersion });
}

function checkBody(endpoint: Endpoint, request: Request, errors: FieldError[]): unknown {
  // Bodies are optional where the schema lets them be ({} and nothing mean the same).
  return check(endpoint.body, request.body ?? {}, 'body', errors);
}

function check(schema: z.ZodType | undefined, value: unknown, name: 'query' | 'body', errors: FieldError[]): unknown {
  if (!schema) {
    if (name === 'query' || (value !== null && typeof value === 'object' && Object.keys(value).length > 0)) refuseUnknown(value, name, errors);
    return undefined;
  }
  const parsed = schema.safeParse(value, { error: sayIssue });
  if (parsed.success) return parsed.data;
  errors.push(...firstOfEach(parsed.error.issues.flatMap((issue) => fieldErrors(issue, name))));
  return undefined;
}

/** What is wrong with a field first: what is no list has no number of entries either. */
function firstOfEach(found: readonly FieldError[]): FieldError[] {
  return [...new Map(found.toReversed().map((error) => [error.path, error])).values()].toReversed();
}

function refuseUnknown(value: unknown, name: string, errors: FieldError[]): void {
  for (const key of Object.keys(value ?? {})) errors.push({ path: `${name}.${key}`, message: 'this field is not known here' });
}

function fieldErrors(issue: z.core.$ZodIssue, name: string): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [name, ...issue.path, key].join('.'), message: 'this field is not known here' }));
  }
  return [{ path: [name, ...issue.path].join('.'), message: issue.message }];
}

/** RFC 9110 §13.1.1, as far as we need it: `"7"`, `7` or `*`. */
function ifMatch(header: string | undefined, errors: FieldError[]): number | null {
  if (header === undefined || header.trim() === '*') return null;
  const version = /^\s*(?:W\/)?"?(\d{1,9})"?\s*$/.exec(header)?.[1];
  if (version !== undefined) return Number(version);
  errors.push({ path: 'header.If-Match', message: 'send the resource’s `version`, as in If-Match: "3"' });
  return null;
}

function sentence(errors: FieldError[]): string {
  const [first] = errors;
  const others = errors.length - 1;
  return `${first?.path}: ${first?.message}${others > 0 ? ` (and ${others} more)` : ''}.`;
}
