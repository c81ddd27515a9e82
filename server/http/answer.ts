import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { problemStatus } from '../../shared/problems.ts';
import type { Result } from '../domain/result.ts';
import { accept, refuse } from '../domain/result.ts';
import type { Tx } from '../store/database.ts';
import { claimKey, keepAnswer } from '../store/idempotency.ts';
import type { Call } from '../usecases/call.ts';
import { allOrNothing } from './all-or-nothing.ts';
import { isCrossSite, recognise } from './authenticate.ts';
import { callOf } from './call-of.ts';
import { admit, admitNetwork, admitTo } from './door.ts';
import type { Endpoint, FileAnswer, Input, Look, Plain, Together } from './endpoint.ts';
import { problemDocument, sendProblem } from './problem.ts';
import type { Services } from './services.ts';
import { endWith, Prepared, sendPrepared } from './prepared.ts';
import { beyondScopes } from './scopes.ts';
import { Turns } from './turns.ts';
import { validate } from './validate.ts';

interface Answer {
  status: number;
  body: unknown;
  replayed?: boolean;
}

/** The one way from a request to its answer: who, what, may they, do it, say it. */
export function answering(services: Services, endpoint: Endpoint): RequestHandler {
  return 'plain' in endpoint.handle ? answeringPlainly(services, endpoint, endpoint.handle.plain) : async (request, response) => {
    const caller = await recognise(services, request, response);
    if (!await admit(services, request, response, caller, endpoint.weight)) return;
    if (!caller) return sendProblem(response, problemDocument({ code: 'unauthenticated', detail: 'Send a bearer token, or sign in by a mailed link.' }));
    if (endpoint.method !== 'get' && caller.byCookie && isCrossSite(request, services.settings.publicUrl)) return fromAnotherSite(response);
    const beyond = beyondScopes(endpoint, caller.credential);
    if (beyond) return sendProblem(response, problemDocument(beyond.problem));
    const input = validate(endpoint, request);
    if (!input.ok) return sendProblem(response, problemDocument(input.problem));
    if (endpoint.allowance !== undefined && !await admitTo(services, response, caller, endpoint.allowance)) return;
    const call = callOf(caller, services);
    const answer = 'read' in endpoint.handle
      ? toAnswer(endpoint, await endpoint.handle.read(services, call, input.value))
      : await answerWrite(services, endpoint, call, input.value, request);
    if (endpoint.file !== undefined && answer.status < 400) return sendFile(response, endpoint, answer.body as FileAnswer);
    send(request, response, answer);
  };
}

function answeringPlainly(services: Services, endpoint: Endpoint, exchange: Plain): RequestHandler {
  return async (request, response) => {
    if (endpoint.method !== 'get' && isCrossSite(request, services.settings.publicUrl)) return fromAnotherSite(response);
    const input = validate(endpoint, request);
    if (!input.ok) return sendProblem(response, problemDocument(input.problem));
    if (endpoint.allowance !== undefined && !await admitNetwork(services, request, response, endpoint.allowance)) return;
    await exchange(services, { request, response }, input.value);
  };
}

function fromAnotherSite(response: Response): void {
  sendProblem(response, problemDocument({ code: 'forbidden', detail: 'This request came from another site.' }));
}

async function answerWrite(services: Services, endpoint: Endpoint, call: Call, input: Input, request: Request): Promise<Answer> {
  const key = request.get('Idempotency-Key');
  if (key !== undefined && (key === '' || key.length > 200)) {
    return toAnswer(endpoint, refuse('invalid', 'An Idempotency-Key has 1 to 200 characters.', { errors: [{ path: 'header.Idempotency-Key', message: '1 to 200 characters' }] }));
  }
  const answer = key === undefined
    ? await writeInTurn(services, endpoint, call, input)
    : await writeUnderKey(services, endpoint, call, input, key, request.originalUrl);
  if (answer.status < 400) services.committed();
  return answer;
}

const turns = new Turns();

/** What can be refused by a look is refused without a transaction. */
async function writeInTurn(services: Services, endpoint: Endpoint, call: Call, input: Input): Promise<Answer> {
  const { handle: { look, together }, turn } = endpoint as { handle: { look?: Look; together?: Together }; turn?: (input: Input) => string };
  if (!look || !turn) return writeOnce(services, endpoint, call, input);
  return turns.take(turn(input), async () => {
    const looked = await look(services, call, input);
    return looked.ok ? { seen: looked.value } : { answer: toAnswer(endpoint, looked) };
  }, async (seen) => {
    const written = await together?.(services, call, input, seen);
    // Alone it is looked at anew: what kept it from being written with the others is then there to be read.
    if (written === null) return writeOnce(services, endpoint, call, input);
    return written ? toAnswer(endpoint, written) : writeOnce(services, endpoint, call, input, seen);
  });
}

async function writeOnce(services: Services, endpoint: Endpoint, call: Call, input: Input, seen?: unknown): Promise<Answer> {
  return toAnswer(endpoint, await allOrNothing(services.db, (tx) => handle(endpoint, tx, call, input, seen)));
}

async function writeUnderKey(services: Services, endpoint: Endpoint, call: Call, input: Input, key: string, url: string): Promise<Answer> {
  const answered = await allOrNothing(services.db, (tx) => underKey(tx, endpoint, call, input, key, url));
  return answered.ok ? answered.value : toAnswer(endpoint, answered);
}

/**
 * The first answer, good or bad, is kept with the key in the same transaction as what it did, and repeated. "Try again in a moment"
 * is none: then nothing is kept, and the same request under the same key is that next try.
 */
async function underKey(tx: Tx, endpoint: Endpoint, call: Call, input: Input, key: string, url: string): Promise<Result<Answer>> {
  const { actor } = call.access;
  const fingerprint = createHash('sha256').update(JSON.stringify([endpoint.method, url, input.body, input.ifVersion])).digest('base64');
  const first = await claimKey(tx, actor, key, fingerprint, call.now);
  if (first && first.fingerprint !== fingerprint) {
    return refuse('idempotency-mismatch', 'This Idempotency-Key was used with another request. Use a new key for a new request.');
  }
  if (first) return accept({ status: first.status, body: first.body, replayed: true });
  await tx.query('SAVEPOINT answered');
  const result = await handle(endpoint, tx, call, input);
  if (!result.ok && problemStatus[result.problem.code] >= 500) return result;
  if (!result.ok) await tx.query('ROLLBACK TO SAVEPOINT answered');
  const answer = toAnswer(endpoint, result);
  await keepAnswer(tx, actor, key, answer.status, withoutSecrets(endpoint, answer.body));
  return accept(answer);
}

/** What is shown once is kept nowhere. */
function withoutSecrets({ secrets = [] }: Endpoint, body: unknown): unknown {
  if (secrets.length === 0 || typeof body !== 'object' || body === null) return body;
  return { ...body, ...Object.fromEntries(secrets.filter((name) => name in body).map((name) => [name, null])) };
}

function handle(endpoint: Endpoint, tx: Tx, call: Call, input: Input, seen?: unknown): Promise<Result<unknown>> {
  if (!('write' in endpoint.handle)) throw new Error(`${endpoint.path} does not write`);
  return endpoint.handle.write(tx, call, input, seen);
}

function toAnswer(endpoint: Endpoint, result: Result<unknown>): Answer {
  if (result.ok) return { status: endpoint.status, body: result.value };
  return { status: problemStatus[result.problem.code], body: problemDocument(result.problem) };
}

function send(request: Request, response: Response, { status, body, replayed }: Answer): void {
  if (replayed) response.set('Idempotency-Replayed', 'true');
  if (status >= 400) return sendProblem(response, body as Parameters<typeof sendProblem>[1]);
  response.set('Cache-Control', 'private, no-store');
  if (body instanceof Prepared) return sendPrepared(request, response, body);
  const version = (body as { version?: unknown } | null)?.version;
  if (typeof version === 'number') response.set('ETag', `"${version}"`);
  if (status === 204) return void response.status(204).end();
  // Not `json`, which would answer 304 to whoever has this version: a session is held, and its version is the same.
  const text = JSON.stringify(body);
  endWith(response.status(status), text, Buffer.byteLength(text));
}

/** Saved, never shown: what people have written must not become a page of ours. */
function sendFile(response: Response, { path, file }: Endpoint, { name, content }: FileAnswer): void {
  response.set({
    'Cache-Control': 'private, no-store', 'Content-Type': file, 'Content-Disposition': `attachment; filename="${name}.${path.split('.').at(-1)}"`,
  }).send(content);
}
