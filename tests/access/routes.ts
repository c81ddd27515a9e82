import { createApp } from '../../server/http/app.ts';
import type { Services } from '../../server/http/services.ts';

interface Layer {
  route?: { path: string | string[]; methods: Record<string, boolean> };
  handle: { stack?: Layer[] };
  match(path: string): { path: string } | false;
}

/** Every route the server really has, `GET /api/v1/me`, read from Express itself: what is not described is here all the same. */
export function allRoutes(): string[] {
  const services = { settings: { publicUrl: 'http://localhost' }, mailbox: true, clientDirectory: null } as unknown as Services;
  const { router } = createApp(services) as unknown as { router: { stack: Layer[] } };
  return [...new Set(routesIn(router.stack, ''))].toSorted();
}

function routesIn(stack: readonly Layer[], prefix: string): string[] {
  return stack.flatMap((layer) => {
    if (layer.route) return [layer.route.path].flat().flatMap((path) => methodsOf(layer.route!.methods).map((method) => `${method} ${prefix}${path}`));
    return layer.handle.stack ? routesIn(layer.handle.stack, prefix + mountOf(layer)) : [];
  });
}

function methodsOf(methods: Record<string, boolean>): string[] {
  return Object.keys(methods).map((method) => method.toUpperCase());
}

/** Express keeps no path of a mounted router, but says what of an address it takes. */
function mountOf(layer: Layer): string {
  const matched = layer.match('/api/v1/anything');
  return matched ? matched.path : '';
}
