import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Result } from '../domain/result.ts';
import type { AllowanceName } from '../limits/limits.ts';
import type { Tx } from '../store/database.ts';
import type { Call } from '../usecases/call.ts';
import type { Services } from './services.ts';

/** One route of the contract: what checks its request also describes it in the OpenAPI document. */
export interface Endpoint {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below /api/v1, with `:id` for parameters. */
  path: string;
  summary: string;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Of a success; null for an empty one. */
  answer: z.ZodType | null;
  /** Media type of an answer that is a file (`FileAnswer`). */
  file?: string;
  status: 200 | 201 | 202 | 204;
  handle: { read: Read } | { write: Write; look?: Look; together?: Together } | { plain: Plain };
  /** Fields of the answer that are said once: a repeated request is answered without them, since they are not kept. */
  secrets?: readonly string[];
  /** Only for people: a program's token may not. */
  inPerson?: boolean;
  /** How much of a caller's allowance one request takes; 1 where nothing is said. */
  weight?: number;
  /** What a caller takes from besides, or a network where no caller is known. */
  allowance?: AllowanceName;
  /** Requests with the same key want the same thing: see `Turns`. */
  turn?: (input: Input) => string;
}

export interface Input<Query = unknown, Body = unknown> {
  params: Record<string, string>;
  query: Query;
  body: Body;
  /** From If-Match; null without one. */
  ifVersion: number | null;
}

type Read = (services: Services, call: Call, input: Input) => Promise<Result<unknown>>;
type Write = (tx: Tx, call: Call, input: Input, seen?: unknown) => Promise<Result<unknown>>;
/** For everyone, and answers by itself: routes that deal in cookies. */
export type Plain = (services: Services, exchange: { request: Request; response: Response }, input: Input) => Promise<void>;
/** Refuses what can be refused before a transaction is begun; what it saw goes to the write. */
export type Look = (services: Services, call: Call, input: Input) => Promise<Result<unknown>>;
/** After a look: the same write, together with others that come at once; null where it has to be tried alone. */
export type Together = (services: Services, call: Call, input: Input, seen: unknown) => Promise<Result<unknown> | null>;

interface Description<Query extends z.ZodType | undefined, Body extends z.ZodType | undefined> {
  method: Endpoint['method'];
  path: string;
  summary: string;
  query?: Query;
  body?: Body;
  answer: z.ZodType | null;
  status?: Endpoint['status'];
  secrets?: readonly string[];
  inPerson?: boolean;
  weight?: number;
  allowance?: AllowanceName;
}

type Output<Schema extends z.ZodType | undefined> = Schema extends z.ZodType ? z.output<Schema> : undefined;

export function read<Query extends z.ZodType | undefined = undefined>(
  description: Omit<Description<Query, undefined>, 'method' | 'body'>,
  handle: (services: Services, call: Call, input: Input<Output<Query>, undefined>) => Promise<Result<unknown>>,
): Endpoint {
  return endpoint({ ...description, method: 'get' }, { read: handle as Read });
}

/** A question too long for an address: a POST that changes nothing. */
export function ask<Body extends z.ZodType>(
  description: Omit<Description<undefined, Body>, 'method' | 'query'>,
  handle: (services: Services, call: Call, input: Input<undefined, Output<Body>>) => Promise<Result<unknown>>,
): Endpoint {
  return endpoint({ ...description, method: 'post' }, { read: handle as Read });
}

/** A file to be saved: `name` without its ending, which is the route's. */
export interface FileAnswer {
  name: string;
  content: string | Buffer;
}

/** A route that answers with a file of this media type. */
export function file<Query extends z.ZodType | undefined = undefined>(
  { type, ...description }: Pick<Description<Query, undefined>, 'path' | 'summary' | 'query'> & { type: string },
  handle: (services: Services, call: Call, input: Input<Output<Query>, undefined>) => Promise<Result<FileAnswer>>,
): Endpoint {
  return { ...endpoint({ weight: 20, ...description, answer: null, method: 'get', status: 200 }, { read: handle as Read }), file: type };
}

/** Runs in one transaction, under the caller's Idempotency-Key if there is one. */
export function write<Query extends z.ZodType | undefined = undefined, Body extends z.ZodType | undefined = undefined, Seen = undefined>(
  description: Description<Query, Body>,
  handle: (tx: Tx, call: Call, input: Input<Output<Query>, Output<Body>>, seen?: Seen) => Promise<Result<unknown>>,
  before?: {
    look(services: Services, call: Call, input: Input<Output<Query>, Output<Body>>): Promise<Result<Seen>>;
    turn(input: Input<Output<Query>, Output<Body>>): string;
    together?(services: Services, call: Call, input: Input<Output<Query>, Output<Body>>, seen: Seen): Promise<Result<unknown> | null>;
  },
): Endpoint {
  const made = endpoint(description, { write: handle as Write, ...(before && { look: before.look as Look }), ...(before?.together && { together: before.together as Together }) });
  return before ? { ...made, turn: before.turn as (input: Input) => string } : made;
}

/** Not a write like the others: it knows neither caller nor Idempotency-Key, and what it answers is its own. */
export function plain<Body extends z.ZodType | undefined = undefined>(
  description: Omit<Description<undefined, Body>, 'query'>,
  handle: (services: Services, exchange: { request: Request; response: Response }, input: Input<undefined, Output<Body>>) => Promise<void>,
): Endpoint {
  return endpoint(description, { plain: handle as Plain });
}

function endpoint(description: Description<z.ZodType | undefined, z.ZodType | undefined>, handle: Endpoint['handle']): Endpoint {
  const { query, body, status, ...rest } = description;
  return {
    ...rest,
    ...(query && { query }),
    ...(body && { body }),
    status: status ?? (rest.answer === null ? 204 : 200),
    handle,
  };
}
