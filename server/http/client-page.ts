import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Request, RequestHandler, Response } from 'express';
import { firstLoadOf } from '../../shared/first-load.ts';
import type { Call } from '../usecases/call.ts';
import { otherRoles } from '../usecases/signing-in/devices.ts';
import { me } from '../usecases/signing-in/sign-in.ts';
import { recognise, type Caller } from './authenticate.ts';
import { builtClient, type BuiltClient } from './built-client.ts';
import { callOf } from './call-of.ts';
import { signInCookie } from './cookies.ts';
import { accountOf } from './door.ts';
import type { Endpoint } from './endpoint.ts';
import { Prepared } from './prepared.ts';
import type { Services } from './services.ts';

/** What one page takes of its reader's allowance: about as much as asking piece by piece would. */
const WEIGHT = 8;

/**
 * The client's page for somebody who is signed in, with what it needs first in it: their language, links to the page's code
 * and words, and what it reads. On a telephone each round trip saved is a sixth of a second. Everybody else gets the plain page.
 */
export function clientPage(services: Services, endpoints: readonly Endpoint[]): RequestHandler {
  const { clientDirectory } = services;
  if (clientDirectory === null || !existsSync(path.join(clientDirectory, '.vite/manifest.json'))) return (_request, _response, next) => next();
  const built = builtClient(clientDirectory);
  const reads = readsOf(endpoints);
  return async (request, response, next) => {
    if (request.method !== 'GET' || path.extname(request.path) !== '' || signInCookie(request, services.settings.publicUrl) === null) return next();
    const caller = await recognise(services, request, response);
    if (!caller?.person?.programmeId || await services.limits.take('account', accountOf(caller), WEIGHT) !== null) return next();
    await sendPage(services, { request, response }, { built, reads, caller });
  };
}

interface Made {
  built: BuiltClient;
  reads: Reads;
  caller: Caller;
}

async function sendPage(services: Services, { request, response }: { request: Request; response: Response }, { built, reads, caller }: Made): Promise<void> {
  const person = caller.person!;
  const self = me(person, await otherRoles(services.db, person));
  const { language, programmeId } = self;
  const load = programmeId === null ? null : firstLoadOf(request.path, { ...self, programmeId });
  const call = callOf(caller, services);
  // The programme first: its revision is where live changes are followed from, so whatever is read after it is not missed.
  const [first, ...rest] = load?.reads ?? [];
  const answers = [await reads(services, call, first), ...await Promise.all(rest.map((each) => reads(services, call, each)))].filter((each) => each !== null);
  const given = `{${[`"/me":${JSON.stringify(self)}`, ...answers].join(',')}}`;
  response.set({ 'Cache-Control': 'private, no-store', Vary: 'Accept-Encoding, Cookie' }).type('html').send(built.html
    .replace('<html lang="en">', `<html lang="${language}">`)
    .replace('</head>', () => `  ${built.linksFor(load, language)}\n    ${dataBlock(given)}\n  </head>`));
}

/** Data, not script: a browser never runs it, and the policy against inline scripts stands. `<` cannot end it early. */
function dataBlock(json: string): string {
  return `<script type="application/json" id="given">${json.replaceAll('<', '\\u003c')}</script>`;
}

/** A path's answer as a pair of JSON, as its route would give it; null where there is none to give. */
type Reads = (services: Services, call: Call, asked: string | undefined) => Promise<string | null>;

function readsOf(endpoints: readonly Endpoint[]): Reads {
  const routes = endpoints.flatMap(({ method, path: route, handle, query }) => (method === 'get' && 'read' in handle
    ? [{ pattern: new RegExp(`^${route.replace(':id', '([^/?]+)')}$`), read: handle.read, query }] : []));
  return async (services, call, asked = '') => {
    const { pathname, searchParams } = new URL(asked, 'http://page');
    const route = routes.find(({ pattern }) => pattern.test(pathname));
    if (!route) return null;
    const query = route.query?.safeParse(Object.fromEntries(searchParams));
    const answer = await route.read(services, call, { params: { id: route.pattern.exec(pathname)?.[1] ?? '' }, query: query?.data, body: undefined, ifVersion: null });
    if (!answer.ok) return null;
    const text = answer.value instanceof Prepared ? answer.value.text : JSON.stringify(answer.value);
    return `${JSON.stringify(asked)}:${text}`;
  };
}
