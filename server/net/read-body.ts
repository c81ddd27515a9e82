import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip, createInflate } from 'node:zlib';
import { NetProblem } from './destination.ts';

/** The body, unzipped, to its end. Throws NetProblem: `too-large` as soon as it is, `unreadable` for another encoding or one that breaks off. */
export async function readBody(response: IncomingMessage, maximumBytes: number): Promise<Buffer> {
  const announced = Number(response.headers['content-length'] ?? 0);
  if (announced > maximumBytes) throw new NetProblem('too-large');
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of unzipped(response) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maximumBytes) throw new NetProblem('too-large');
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof NetProblem ? error : new NetProblem('unreadable', { cause: error });
  }
  // A length that was announced and not kept: what came is cut off, however the connection ended.
  if (!response.complete) throw new NetProblem('unreadable');
  return Buffer.concat(chunks);
}

function unzipped(response: IncomingMessage): Readable {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '') return response;
  const unzip = encoding === 'gzip' || encoding === 'x-gzip' ? createGunzip() : encoding === 'deflate' ? createInflate() : null;
  if (!unzip) throw new NetProblem('unreadable');
  // Errors of either end reach the reader through the last stream.
  return pipeline(response, unzip, () => {});
}
