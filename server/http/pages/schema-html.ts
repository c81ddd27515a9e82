import { escapeHtml } from '../../mail/escape-html.ts';

/** The part of JSON Schema that the OpenAPI document uses. */
export interface Schema {
  type?: string | string[];
  format?: string;
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  additionalProperties?: boolean | Schema;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  description?: string;
}

/** A schema as a list of its fields, with what is inside them below; anything that is no object as one line. */
export function schemaHtml(schema: Schema): string {
  const inner = innerOf(schema);
  if (!inner?.properties) return `<p>${lineOf(schema)}</p>`;
  const rows = Object.entries(inner.properties).map(([name, field]) =>
    `<li><code>${escapeHtml(name)}</code>${inner.required?.includes(name) ? '' : '?'} ${lineOf(field)}${innerOf(field)?.properties ? schemaHtml(field) : ''}</li>`);
  return `<ul>${rows.join('')}</ul>`;
}

/** The object that a field is, is a list of, or may be. */
function innerOf(schema: Schema): Schema | undefined {
  if (schema.properties) return schema;
  if (schema.items) return innerOf(schema.items);
  return schema.anyOf?.map(innerOf).find((inner) => inner !== undefined);
}

function lineOf(schema: Schema): string {
  const said = [kindOf(schema), limitsOf(schema), schema.default === undefined ? '' : `default ${JSON.stringify(schema.default)}`].filter(Boolean);
  return `<span class="quiet">${escapeHtml(said.join(', '))}</span>`;
}

function kindOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  if (schema.anyOf) return [...new Set(schema.anyOf.map(kindOf))].join(' or ');
  if (schema.items) return `list of ${kindOf(schema.items)}`;
  if (schema.additionalProperties && typeof schema.additionalProperties === 'object') return `map of ${kindOf(schema.additionalProperties) || 'anything'}`;
  return schema.format ?? [schema.type ?? 'anything'].flat().join(' or ');
}

function limitsOf({ minimum, maximum, minLength, maxLength, minItems, maxItems }: Schema): string {
  // What JSON calls a safe integer is no limit of ours.
  const most = maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum;
  const least = minimum === Number.MIN_SAFE_INTEGER ? undefined : minimum;
  return [
    range(least, most, ''), range(minLength, maxLength, ' characters'), range(minItems, maxItems, ' items'),
  ].filter(Boolean).join(', ');
}

function range(least: number | undefined, most: number | undefined, unit: string): string {
  if (least !== undefined && most !== undefined) return `${least} to ${most}${unit}`;
  if (most !== undefined) return `at most ${most}${unit}`;
  return least === undefined ? '' : `at least ${least}${unit}`;
}
