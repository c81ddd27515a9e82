import { Router } from 'express';
import { problemStatus } from '../../../shared/problems.ts';
import { escapeHtml } from '../../mail/escape-html.ts';
import { openApiDocument } from '../openapi.ts';
import type { Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';
import { page } from './page.ts';
import { schemaHtml, type Schema } from './schema-html.ts';

interface Parameter {
  name: string;
  in: string;
  required: boolean;
  schema: Schema;
  description?: string;
}

interface Operation {
  summary: string;
  parameters: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

/** The API's description for people, made from the OpenAPI document and like it from what checks requests. Works without JavaScript. */
export function docsPage(endpoints: readonly Endpoint[], { settings }: Services): Router {
  const router = Router();
  let made: string | undefined;
  router.get('/docs', (_request, response) => {
    made ??= docsHtml(openApiDocument(endpoints, settings.publicUrl) as { paths: Record<string, Record<string, Operation>> }, settings.publicUrl);
    response.set('Cache-Control', 'no-cache').send(made);
  });
  return router;
}

function docsHtml({ paths }: { paths: Record<string, Record<string, Operation>> }, publicUrl: string): string {
  const routes = Object.entries(paths).map(([path, methods]) => ({ name: path.split('/')[1] ?? '', path, methods }));
  const names = [...new Set(routes.map(({ name }) => name))];
  return page('API', `
<h1>The Visavis API</h1>
<p class="lead">JSON over HTTP, below <code>${escapeHtml(publicUrl)}/api/v1</code>. Made from the schemas that check requests; for programs as <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.</p>
${conventions()}
<nav aria-label="Resources"><ul>${names.map((name) => `<li><a href="#${escapeHtml(name)}">${escapeHtml(name)}</a></li>`).join('')}</ul></nav>
${names.map((name) => `<section><h2 id="${escapeHtml(name)}">${escapeHtml(name)}</h2>${routes.filter((route) => route.name === name).map(routeHtml).join('')}</section>`).join('')}`);
}

function routeHtml({ path, methods }: { path: string; methods: Record<string, Operation> }): string {
  return Object.entries(methods).map(([method, operation]) => operationHtml(method, path, operation)).join('');
}

function conventions(): string {
  const codes = Object.entries(problemStatus).map(([code, status]) => `<tr><td><code>${code}</code></td><td>${status}</td></tr>`).join('');
  return `<h2>What holds everywhere</h2>
<ul>
<li>Who you are: <code>Authorization: Bearer …</code>, or the cookie of a mailed sign-in link. What you may not see is 404.</li>
<li>Instants are RFC 3339, any offset in, <code>Z</code> out; dates <code>YYYY-MM-DD</code>; wall times <code>HH:mm</code>; zones IANA names; lengths whole minutes. Unknown fields are refused.</li>
<li>Lists page by <code>limit</code> and <code>cursor</code> and answer <code>{items, nextCursor}</code>.</li>
<li>Every write takes an <code>Idempotency-Key</code>: the same key with the same body repeats the first answer. <code>If-Match</code> with the <code>version</code> you saw refuses a change that somebody else was before.</li>
<li>Errors are RFC 9457 problem documents: <code>{type, title, status, detail, code, errors?: [{path, message}]}</code>.</li>
</ul>
<details><summary>Codes of errors</summary><table><thead><tr><th scope="col">code</th><th scope="col">status</th></tr></thead><tbody>${codes}</tbody></table></details>`;
}

function operationHtml(method: string, path: string, { parameters, requestBody, responses, summary }: Operation): string {
  const [status, answer] = Object.entries(responses).find(([code]) => code !== 'default') ?? ['200', {}];
  const schema = answer.content?.['application/json']?.schema;
  const [file] = Object.keys(answer.content ?? {});
  return `<details class="card"><summary><code>${method.toUpperCase()} ${escapeHtml(path)}</code></summary>
<p>${escapeHtml(summary)}.</p>
${parameterHtml(parameters.filter((each) => each.in !== 'header'))}
${requestBody ? `<h3>Body</h3>${bodyHtml(requestBody.content)}` : ''}
<h3>Answer ${escapeHtml(status)}</h3>${schema ? schemaHtml(schema) : file ? `<p><code>${escapeHtml(file)}</code></p>` : '<p>Empty.</p>'}</details>`;
}

function bodyHtml(content: Record<string, { schema: Schema }>): string {
  const json = content['application/json'];
  return json ? schemaHtml(json.schema) : `<p>${Object.keys(content).map((type) => `<code>${escapeHtml(type)}</code>`).join(', ')}</p>`;
}

function parameterHtml(parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return '';
  const properties = Object.fromEntries(parameters.map(({ name, schema }) => [name, schema]));
  return `<h3>Parameters</h3>${schemaHtml({ type: 'object', properties, required: parameters.filter(({ required }) => required).map(({ name }) => name) })}`;
}
