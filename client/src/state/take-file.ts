import { words } from '../locales/index.ts';
import { begin } from './work.ts';

/**
 * Fetches a file in the background and gives it to the browser to keep: it can be stopped, and goes on while one looks at
 * other pages. Once it is there it can be kept again, until it is taken off the tray.
 * @param name as the file is called on the tray
 */
export async function takeFile(address: string, name: string): Promise<void> {
  const stopper = new AbortController();
  const tell = begin(name, { stop: () => stopper.abort() });
  try {
    const response = await fetch(address, { credentials: 'same-origin', signal: stopper.signal });
    if (!response.ok || !response.body) {
      tell({ state: 'failed', fault: words().problem[response.status === 401 ? 'unauthenticated' : response.status === 429 ? 'rate-limited' : 'internal'] });
      return;
    }
    const blob = await collect(response.body, response.headers.get('content-type') ?? '', (bytes) => tell({ kilobytes: Math.ceil(bytes / 1000) }));
    const link = { href: URL.createObjectURL(blob), download: nameIn(response.headers.get('content-disposition')) ?? name };
    tell({ state: 'done', link });
    Object.assign(document.createElement('a'), link).click();
  } catch {
    tell(stopper.signal.aborted ? { state: 'stopped' } : { state: 'failed', fault: words().problem.unreachable });
  }
}

async function collect(body: ReadableStream<Uint8Array<ArrayBuffer>>, type: string, onBytes: (bytes: number) => void): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value);
    bytes += next.value.length;
    onBytes(bytes);
  }
  return new Blob(parts, { type });
}

function nameIn(disposition: string | null): string | undefined {
  return /filename="([^"]+)"/.exec(disposition ?? '')?.[1];
}
