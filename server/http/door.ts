import type { Request, RequestHandler, Response } from 'express';
import { clientAddress } from '../net/client-address.ts';
import { networkOf } from '../net/network.ts';
import type { Access } from '../usecases/signing-in/access.ts';
import type { Caller } from './authenticate.ts';
import type { AllowanceName } from '../limits/limits.ts';
import { problemDocument, sendProblem } from './problem.ts';
import type { Services } from './services.ts';

/** The network a request comes from, as far as it can be known. */
export function networkOfRequest({ trust }: Services, request: Pick<Request, 'headers' | 'socket'>): string {
  return networkOf(clientAddress(request, trust));
}

/** Takes from the allowance of who asks, or of where a stranger asks from. False, and answered with 429, when there is nothing left. */
export async function admit(services: Services, request: Request, response: Response, caller: Caller | null, weight = 1): Promise<boolean> {
  if (caller?.credential.kind === 'owner') return true;
  return caller
    ? admitted(response, await services.limits.take('account', accountOf(caller), weight))
    : admitNetwork(services, request, response, 'stranger');
}

/** Takes from what somebody may do of one kind, besides all they may ask. The owner's own token is counted nowhere. */
export async function admitTo(services: Services, response: Response, caller: Caller, name: AllowanceName): Promise<boolean> {
  return caller.credential.kind === 'owner' || admitted(response, await services.limits.take(name, accountOf(caller)));
}

export async function admitNetwork(services: Services, request: Request, response: Response, name: AllowanceName): Promise<boolean> {
  return admitted(response, await services.limits.take(name, networkOfRequest(services, request)));
}

/** For pages and files that no caller is known of. */
export function limitPages(services: Services): RequestHandler {
  return async (request, response, next) => {
    if (await admitNetwork(services, request, response, 'page')) next();
  };
}

/** A person's programs are counted apart from them, and together: however many tokens somebody makes, they may ask no more often. */
export function accountOf({ access, credential }: { access: Access; credential: { kind: string; id?: string } }): string {
  if (credential.kind !== 'token') return access.actor;
  return access.role === 'owner' ? `program ${credential.id}` : `programs of ${access.actor}`;
}

function admitted(response: Response, waitSeconds: number | null): boolean {
  if (waitSeconds === null) return true;
  response.set('Retry-After', String(waitSeconds));
  sendProblem(response, problemDocument({ code: 'rate-limited', detail: `Too many requests. Try again in ${waitSeconds} seconds.` }));
  return false;
}
