import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Listed } from '../usecases/listing/list-slots.ts';

/** An answer whose text and tag are there already: what is new in it, and what follows, written once for all who ask. */
export class Prepared {
  readonly tag: string;
  readonly head: string;
  /** UTF-8. */
  readonly rest: Buffer;
  constructor(tag: string, head: string, rest: Buffer) {
    this.tag = tag;
    this.head = head;
    this.rest = rest;
  }

  get text(): string {
    return this.head + this.rest.toString();
  }
}

interface Written {
  readonly tag: string;
  /** All but the time, which is another at each answer. */
  readonly rest: Buffer;
}

const written = new WeakMap<object, Written>();

/** A list is written as JSON once, however often it is asked for; its tag (RFC 9110 §8.8.3) begins with the programme's revision. */
export function prepared<List extends { revision: number }>({ now, list }: Listed<List & { now: string }>): Prepared {
  let known = written.get(list);
  if (!known) written.set(list, known = write(list as unknown as { revision: number }));
  return new Prepared(known.tag, `{"now":"${now}",`, known.rest);
}

function write(list: { revision: number }): Written {
  const text = JSON.stringify(list);
  return { tag: `W/"${list.revision}-${createHash('sha256').update(text).digest('base64url').slice(0, 16)}"`, rest: Buffer.from(text.slice(1)) };
}

/** 304 to whoever has it as it is. */
export function sendPrepared(request: Request, response: Response, { tag, head, rest }: Prepared): void {
  // Free hours name nobody: a browser may keep them, and asks each time whether they still hold.
  response.set({ ETag: tag, 'Cache-Control': 'private, no-cache', Vary: 'Authorization, Cookie' });
  const has = new Set((request.get('If-None-Match') ?? '').split(',').map((each) => each.trim()));
  if (has.has(tag) || has.has('*')) response.status(304).end();
  else {
    // The large part goes to the socket as it is, uncopied, in one piece with what comes before it.
    response.status(200).set('Content-Length', String(Buffer.byteLength(head) + rest.length)).type('json').write(head);
    response.end(rest);
  }
}

/** JSON whose length is said beforehand goes out in one piece with its head; otherwise it would go in chunks. */
export function endWith(response: Response, json: string, bytes: number): void {
  response.set('Content-Length', String(bytes)).type('json').end(json);
}
