import type { RequestHandler } from 'express';
import type { Server, ServerResponse } from 'node:http';
import { problemDocument, sendProblem } from './problem.ts';

/** Longer than any address of ours with everything one may ask for. */
const LONGEST_ADDRESS = 4096;
const MOST_PARAMETERS = 40;

/** Addresses are of a measure, like bodies. */
export const refuseLongAddresses: RequestHandler = (request, response, next) => {
  if (request.originalUrl.length > LONGEST_ADDRESS) return sendProblem(response, problemDocument({ code: 'too-large', detail: `The address is longer than ${LONGEST_ADDRESS} characters.` }));
  const query = request.originalUrl.indexOf('?');
  if (query >= 0 && request.originalUrl.slice(query).split('&').length > MOST_PARAMETERS) {
    return sendProblem(response, problemDocument({ code: 'malformed', detail: `The query has more than ${MOST_PARAMETERS} parameters.` }));
  }
  next();
};

/** Deeper than anything we take; what goes through objects goes through the stack. */
const DEEPEST = 32;

/** For `express.json`: a body is of a measure in depth too. Throws what its sender is told as 400. */
export function refuseDepth(_request: unknown, _response: unknown, body: Buffer): void {
  let depth = 0;
  let isInText = false;
  for (let index = 0; index < body.length; index += 1) {
    const byte = body[index];
    if (isInText && byte === BACKSLASH) index += 1;
    else if (byte === QUOTE) isInText = !isInText;
    else if (!isInText && (byte === BRACE || byte === BRACKET)) depth += 1;
    else if (!isInText && (byte === BRACE_END || byte === BRACKET_END)) depth -= 1;
    if (depth > DEEPEST) throw Object.assign(new Error('too deep'), { status: 400, type: 'entity.too.deep' });
  }
}

const [QUOTE, BACKSLASH, BRACE, BRACE_END, BRACKET, BRACKET_END] = Buffer.from('"\\{}[]');

/** For `createServer`: headers are of a measure, and who sends slowly is looked for every two seconds. */
export const serverOptions = { maxHeaderSize: 16_384, connectionsCheckingInterval: 2000 };

const PATIENCE = {
  headersMs: 10_000,
  requestMs: 30_000,
  /** A connection on which nothing has come or gone. Live connections see to themselves. */
  idleMs: 120_000,
  /** From when the whole answer is there to be read. */
  answerMs: 120_000,
  /** Longer than load balancers keep a connection, so that none sends a request into one that is being closed. */
  keptMs: 65_000,
  /** Who is told why may read it; who goes on sending instead is not waited for. */
  partingMs: 1000,
};

/** Cuts off whoever sends or reads too slowly, so that they hold nobody's place; says why where it still can. */
export function limitTime(server: Server, { headersMs, requestMs, idleMs, answerMs, keptMs, partingMs }: typeof PATIENCE = PATIENCE): void {
  server.headersTimeout = headersMs;
  server.requestTimeout = requestMs;
  server.timeout = idleMs;
  server.keepAliveTimeout = keptMs;
  server.maxHeadersCount = 100;
  server.on('request', (_request, response) => { response.on('prefinish', () => limitReading(response, answerMs)); });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy();
    const [line, document] = error.code === 'HPE_HEADER_OVERFLOW'
      ? ['431 Request Header Fields Too Large', problemDocument({ code: 'too-large', detail: 'The headers are larger than 16 kB.' })]
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? ['408 Request Timeout', problemDocument({ code: 'malformed', detail: 'The request took too long to come.' })]
        : ['400 Bad Request', problemDocument({ code: 'malformed', detail: 'This is not HTTP.' })];
    const body = JSON.stringify(document);
    socket.end(`HTTP/1.1 ${line}\r\nConnection: close\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    setTimeout(() => socket.destroy(), partingMs).unref();
  });
}

/** What fits into the system's own buffers is not waited for. */
const SMALL_BYTES = 65_536;

function limitReading(response: ServerResponse, milliseconds: number): void {
  if (response.writableLength < SMALL_BYTES) return;
  const cut = setTimeout(() => response.destroy(), milliseconds);
  response.on('close', () => clearTimeout(cut));
}
