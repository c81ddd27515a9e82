import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { otherRoutes, type OtherRoute } from './other-routes.ts';

type Described = Endpoint | OtherRoute;

/** The OpenAPI 3.1 document, from the very schemas that check requests. */
export function openApiDocument(endpoints: readonly Endpoint[], publicUrl: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const endpoint of [...endpoints, ...otherRoutes]) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[endpoint.method] = operation(endpoint);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Visavis', version: '1', description: 'One-on-one sessions of a training programme, across time zones. Errors are RFC 9457 problem documents.' },
    servers: [{ url: `${publicUrl}/api/v1` }],
    security: [{ bearer: [] }, { cookie: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' }, cookie: { type: 'apiKey', in: 'cookie', name: 'visavis' } },
      responses: { Problem: { description: 'Refused, with the reason and the remedy', content: { 'application/problem+json': { schema: { type: 'object' } } } } },
    },
  };
}

function operation(endpoint: Described): object {
  return {
    summary: endpoint.summary,
    parameters: [...pathParameters(endpoint), ...queryParameters(endpoint), ...writeHeaders(endpoint)],
    ...('isOpen' in endpoint && { security: [] }),
    ...requestBody(endpoint),
    responses: {
      [endpoint.status]: {
        description: 'Done',
        ...(endpoint.file !== undefined && { content: { [endpoint.file.split(';', 1)[0]!]: {} } }),
        ...(endpoint.answer && { content: { 'application/json': { schema: jsonSchema(endpoint.answer, 'output') } } }),
      },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

function requestBody(endpoint: Described): object {
  if ('takes' in endpoint) return { requestBody: { required: true, content: Object.fromEntries(endpoint.takes!.map((type) => [type, { schema: { type: 'string' } }])) } };
  return 'body' in endpoint ? { requestBody: { content: { 'application/json': { schema: jsonSchema(endpoint.body!, 'input') } } } } : {};
}

function pathParameters({ path }: Described): object[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
}

function queryParameters(endpoint: Described): object[] {
  if (!('query' in endpoint)) return [];
  const schema = jsonSchema(endpoint.query!, 'input') as { properties?: Record<string, object>; required?: string[] };
  return Object.entries(schema.properties ?? {}).map(([name, property]) =>
    ({ name, in: 'query', required: schema.required?.includes(name) ?? false, schema: property }));
}

function writeHeaders(endpoint: Described): object[] {
  if (!('handle' in endpoint && 'write' in endpoint.handle)) return [];
  return [
    { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', minLength: 1, maxLength: 200 } },
    { name: 'If-Match', in: 'header', required: false, schema: { type: 'string' }, description: 'The `version` you saw' },
  ];
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
