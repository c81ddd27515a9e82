import { Router } from 'express';
import type { Services } from './services.ts';

/** `live`: the process answers. `ready`: everything it needs does too, with what is missing by name. */
export function healthRoutes({ readiness }: Services): Router {
  const router = Router();
  router.get('/health/live', (_request, response) => { response.json({ status: 'live' }); });
  router.get('/health/ready', async (_request, response) => {
    const missing = await readiness();
    response.set('Cache-Control', 'no-store').status(missing.length === 0 ? 200 : 503).json({ status: missing.length === 0 ? 'ready' : 'not ready', missing });
  });
  return router;
}
