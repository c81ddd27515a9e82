/** The part of JSON Schema that our OpenAPI document uses. */
export interface Schema {
  type?: string;
  format?: string;
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  default?: unknown;
  minimum?: number;
  minLength?: number;
  minItems?: number;
}

/** What a field's name says beyond its schema: identifiers that exist, a zone that does; undefined for a field to leave out. */
export type Known = Readonly<Record<string, unknown>>;

/** What no schema says: a code has six digits, orders of topics go in no circle, and a session that loses its place is given none. */
const USUAL: Known = { code: '123456', orders: [], unplaced: undefined };

/** The smallest value a schema takes, with every field it names: an honest request to begin from. */
export function sample(schema: Schema, own: Known, name = ''): unknown {
  const known = { ...USUAL, ...own };
  if (name in known) return schema.items ? [known[name]].flat() : known[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return sample(schema.anyOf[0]!, known, name);
  if (schema.properties) return Object.fromEntries(Object.entries(schema.properties).map(([key, field]) => [key, sample(field, known, key)]).filter(([, value]) => value !== undefined));
  if (schema.type === 'array') return Array.from({ length: schema.minItems ?? 1 }, () => sample(schema.items ?? {}, known, name.replace(/s$/, '')));
  if (schema.type === 'string') return text(schema, name);
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(1, schema.minimum ?? 1);
  if (schema.type === 'boolean') return true;
  return schema.type === 'object' ? {} : null;
}

function text({ format, minLength = 1, pattern = '' }: Schema, name: string): string {
  if (name === 'timeZone') return 'Europe/Madrid';
  if (name === 'meetingAddress') return 'https://meet.example/room';
  if (name === 'code') return '123456';
  if (format === 'date-time') return name === 'to' ? '2027-03-25T11:00:00Z' : '2027-03-25T10:00:00Z';
  if (format === 'date') return '2027-03-25';
  if (format === 'email') return 'somebody@example.org';
  if (format === 'uri') return 'https://receiver.example/hook';
  // A country and a date.
  if (pattern.startsWith('^[A-Z]{2} ')) return 'DK 2027-03-25';
  // Wall times: a start in the morning, an end in the afternoon.
  if (pattern.includes('[0-5]\\d')) return name === 'to' ? '17:00' : '09:00';
  return 'x'.repeat(Math.max(1, minLength));
}
