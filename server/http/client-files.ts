import express, { Router } from 'express';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The built client: hashed assets for a year, its page for every other path, always fresh. */
export function clientFiles(directory: string | null): Router {
  const router = Router();
  if (directory === null || !existsSync(path.join(directory, 'index.html'))) return router;
  router.use('/assets', express.static(path.join(directory, 'assets'), { immutable: true, maxAge: '1y', index: false, fallthrough: false }));
  router.use(express.static(directory, { index: false, maxAge: '1h' }));
  router.get('/{*rest}', (_request, response) => {
    response.sendFile('index.html', { root: directory, headers: { 'Cache-Control': 'no-cache' }, cacheControl: false });
  });
  return router;
}
