import type { z } from 'zod';

/** What a field must be, for faults that its schema has no words of its own for: in our words, with the remedy, and not the checking library's. */
export function sayIssue(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type': return issue.input === undefined ? `is missing: ${kindOf(issue.expected)}` : `write ${kindOf(issue.expected)}`;
    case 'invalid_value': return issue.values.length === 1 ? `write ${String(issue.values[0])}` : `write one of ${issue.values.join(', ')}`;
    case 'too_big': return `${issue.maximum}${measureOf(issue.origin)} at most`;
    case 'too_small': return `${issue.minimum}${measureOf(issue.origin)} at least`;
    default: return 'is not written as the description of this route says (/api/v1/docs)';
  }
}

function kindOf(expected: string): string {
  return KINDS[expected] ?? 'something else';
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list', object: 'an object', record: 'an object',
};

function measureOf(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' || origin === 'set' ? ' entries' : '';
}
