import express, { Router, type RequestHandler, type Response } from 'express';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const YEAR = 'public, max-age=31536000, immutable';

/** The built client: hashed assets for a year, its page for every other path, always fresh. Compressed once, when it was built. */
export function clientFiles(directory: string | null): Router {
  const router = Router();
  if (directory === null || !existsSync(path.join(directory, 'index.html'))) return router;
  router.use(refuseTwins, smallest(directory));
  router.use('/assets', express.static(path.join(directory, 'assets'), { index: false, fallthrough: false, setHeaders: (response) => { response.set('Cache-Control', YEAR); } }));
  router.use(express.static(directory, { index: false, maxAge: '1h' }));
  router.get('/{*rest}', (request, response) => {
    const twin = request.acceptsEncodings('br') && existsSync(path.join(directory, 'index.html.br')) ? '.br' : '';
    if (twin) encoded(response, 'index.html', 'br');
    response.sendFile(`index.html${twin}`, { root: directory, headers: { 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding' }, cacheControl: false });
  });
  return router;
}

/** A file beside `x.js` named `x.js.br` is the same file, smaller; it is not one of its own. */
const refuseTwins: RequestHandler = (request, response, next) => (/\.(br|gz)$/.test(request.path) ? void response.status(404).end() : next());

/** Leads a request for a file to its smallest form that the browser reads. */
function smallest(directory: string): RequestHandler {
  const built = new Set(readdirSync(directory, { recursive: true, encoding: 'utf8' }).map((file) => `/${file.split(path.sep).join('/')}`));
  return (request, response, next) => {
    const file = request.path;
    const encoding = ([['br', '.br'], ['gzip', '.gz']] as const).find(([name, ending]) => built.has(file + ending) && request.acceptsEncodings(name));
    if (built.has(file)) response.vary('Accept-Encoding');
    if (encoding && (request.method === 'GET' || request.method === 'HEAD')) {
      encoded(response, file, encoding[0]);
      request.url = file + encoding[1];
    }
    next();
  };
}

function encoded(response: Response, file: string, encoding: string): void {
  response.set('Content-Encoding', encoding).type(path.extname(file));
}
