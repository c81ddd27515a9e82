import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { problemStatus } from '../../shared/problems.ts';
import type { Result } from '../domain/result.ts';
import { refuse } from '../domain/result.ts';
import type { Tx } from '../store/database.ts';
import { claimKey, keepAnswer } from '../store/idempotency.ts';
import type { Call } from '../usecases/call.ts';
import { allOrNothing } from './all-or-nothing.ts';
import { authenticate, isCrossSite } from './authenticate.ts';
import type { Endpoint, FileAnswer, Input, Look } from './endpoint.ts';
import { problemDocument, sendProblem } from './problem.ts';
import type { Services } from './services.ts';
import { Prepared, sendPrepared } from './prepared.ts';
import { Turns } from './turns.ts';
import { validate } from './validate.ts';

interface Answer {
  status: number;
  body: unknown;
  replayed?: boolean;
}

/** The one way from a request to its answer: who, what, may they, do it, say it. */
export function answering(services: Services, endpoint: Endpoint): RequestHandler {
  return async (request, response) => {
    const caller = await authenticate(services, request);
    if (!caller) return sendProblem(response, problemDocument({ code: 'unauthenticated', detail: 'Send a bearer token, or sign in by a mailed link.' }));
    const isWrite = 'write' in endpoint.handle;
    if (isWrite && caller.byCookie && isCrossSite(request, services.settings.publicUrl)) {
      return sendProblem(response, problemDocument({ code: 'forbidden', detail: 'This request came from another site.' }));
    }
    const input = validate(endpoint, request);
    if (!input.ok) return sendProblem(response, problemDocument(input.problem));
    const call: Call = { access: caller.access, now: services.clock(), settings: services.settings };
    const answer = 'read' in endpoint.handle
      ? toAnswer(endpoint, await endpoint.handle.read(services, call, input.value))
      : await answerWrite(services, endpoint, call, input.value, request);
    if (endpoint.file !== undefined && answer.status < 400) return sendFile(response, endpoint, answer.body as FileAnswer);
    send(request, response, answer);
  };
}

async function answerWrite(services: Services, endpoint: Endpoint, call: Call, input: Input, request: Request): Promise<Answer> {
  const key = request.get('Idempotency-Key');
  if (key !== undefined && (key === '' || key.length > 200)) {
    return toAnswer(endpoint, refuse('invalid', 'An Idempotency-Key has 1 to 200 characters.', { errors: [{ path: 'header.Idempotency-Key', message: '1 to 200 characters' }] }));
  }
  const answer = key === undefined
    ? await writeInTurn(services, endpoint, call, input)
    : await services.db.transaction((tx) => underKey(tx, endpoint, call, input, key, request.originalUrl));
  if (answer.status < 400) services.committed();
  return answer;
}

const turns = new Turns();

/** What can be refused by a look is refused without a transaction. */
async function writeInTurn(services: Services, endpoint: Endpoint, call: Call, input: Input): Promise<Answer> {
  const { handle: { look }, turn } = endpoint as { handle: { look?: Look }; turn?: (input: Input) => string };
  if (!look || !turn) return writeOnce(services, endpoint, call, input);
  return turns.take(turn(input), async () => {
    const looked = await look(services, call, input);
    return looked.ok ? { seen: looked.value } : { answer: toAnswer(endpoint, looked) };
  }, (seen) => writeOnce(services, endpoint, call, input, seen));
}

async function writeOnce(services: Services, endpoint: Endpoint, call: Call, input: Input, seen?: unknown): Promise<Answer> {
  return toAnswer(endpoint, await allOrNothing(services.db, (tx) => handle(endpoint, tx, call, input, seen)));
}

/** The first answer, good or bad, is kept with the key in the same transaction as what it did, and repeated. */
async function underKey(tx: Tx, endpoint: Endpoint, call: Call, input: Input, key: string, url: string): Promise<Answer> {
  const { actor } = call.access;
  const fingerprint = createHash('sha256').update(JSON.stringify([endpoint.method, url, input.body, input.ifVersion])).digest('base64');
  const first = await claimKey(tx, actor, key, fingerprint, call.now);
  if (first && first.fingerprint !== fingerprint) {
    return toAnswer(endpoint, refuse('idempotency-mismatch', 'This Idempotency-Key was used with another request. Use a new key for a new request.'));
  }
  if (first) return { status: first.status, body: first.body, replayed: true };
  await tx.query('SAVEPOINT answered');
  const result = await handle(endpoint, tx, call, input);
  if (!result.ok) await tx.query('ROLLBACK TO SAVEPOINT answered');
  const answer = toAnswer(endpoint, result);
  await keepAnswer(tx, actor, key, answer.status, answer.body);
  return answer;
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
  response.set('Cache-Control', 'private, no-cache');
  if (body instanceof Prepared) return sendPrepared(request, response, body);
  const version = (body as { version?: unknown } | null)?.version;
  if (typeof version === 'number') response.set('ETag', `"${version}"`);
  if (status === 204) response.status(204).end();
  else response.status(status).json(body);
}

/** Saved, never shown: what people have written must not become a page of ours. */
function sendFile(response: Response, { path, file }: Endpoint, { name, content }: FileAnswer): void {
  response.set({
    'Cache-Control': 'private, no-store', 'Content-Type': file, 'Content-Disposition': `attachment; filename="${name}.${path.split('.').at(-1)}"`,
  }).send(content);
}
