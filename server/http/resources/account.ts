import type { Request, Response } from 'express';
import { Device, Me, RoleChoice, SignIn, SignInAsked, SignInConfirmation } from '../../../shared/api/me.ts';
import { listOf } from '../../../shared/api/primitives.ts';
import { Token, TokenCreated, TokenInput } from '../../../shared/api/tokens.ts';
import { accept, type Result } from '../../domain/result.ts';
import { deleteSignIn } from '../../store/sign-ins.ts';
import { askForSignIn } from '../../usecases/signing-in/ask-sign-in.ts';
import { confirmSignIn } from '../../usecases/signing-in/confirm-sign-in.ts';
import { chooseRole, devicesOf, otherRoles, signOutDevices } from '../../usecases/signing-in/devices.ts';
import { hashOf, LINK_MINUTES, me } from '../../usecases/signing-in/sign-in.ts';
import { createToken, revokeToken, tokensOf } from '../../usecases/signing-in/tokens.ts';
import { recognise } from '../authenticate.ts';
import { askingBrowser, clearSignInCookie, rememberAskingBrowser, setSignInCookie, signInCookie } from '../cookies.ts';
import { deviceName } from '../device-name.ts';
import { admit, networkOfRequest } from '../door.ts';
import { plain, read, write, type Endpoint } from '../endpoint.ts';
import { problemDocument, sendProblem } from '../problem.ts';
import type { Services } from '../services.ts';

/** Signing in and out, who one is and where, and tokens for one's programs. */
export const account: Endpoint[] = [
  plain({ method: 'post', path: '/sign-in', summary: 'Ask for a link to sign in by; the answer is the same for every address', body: SignIn, answer: SignInAsked, status: 202, allowance: 'ask' },
    (services, exchange, { body }) => askFor(services, exchange, body.email, 'If we know this address, a link is on its way.')),
  plain({ method: 'post', path: '/sign-in/confirmation', summary: 'Sign in by a mailed link’s token; sets the cookie', body: SignInConfirmation, answer: null, allowance: 'confirm' },
    async (services, { request, response }, { body }) => {
      const confirmed = await confirmFor(services, request, body);
      if (!confirmed.ok) return sendProblem(response, problemDocument(confirmed.problem));
      setSignInCookie(response, services.settings.publicUrl, confirmed.value);
      response.status(204).end();
    }),
  plain({ method: 'get', path: '/me', summary: 'Who you are', answer: Me },
    async (services, { request, response }) => {
      const caller = await recognise(services, request, response);
      if (!await admit(services, request, response, caller)) return;
      if (!caller) return sendProblem(response, problemDocument({ code: 'unauthenticated', detail: 'Send a bearer token, or sign in by a mailed link.' }));
      response.set('Cache-Control', 'no-store').json(me(caller.person, await otherRoles(services.db, caller.person)));
    }),
  plain({ method: 'post', path: '/me/sign-in', summary: 'Mail yourself a link, to sign in anew here', answer: SignInAsked, status: 202, allowance: 'ask' },
    async (services, exchange) => {
      const caller = await recognise(services, exchange.request, exchange.response);
      if (!await admit(services, exchange.request, exchange.response, caller)) return;
      if (!caller) return sendProblem(exchange.response, problemDocument({ code: 'unauthenticated', detail: 'Sign in by a mailed link.' }));
      if (!caller.person || !caller.byCookie) return sendProblem(exchange.response, problemDocument({ code: 'forbidden', detail: 'A program’s token may not do this; sign in for it.' }));
      await askFor(services, exchange, caller.person.email, 'A link is on its way to your address.');
    }),
  plain({ method: 'delete', path: '/me/session', summary: 'Sign this browser out', answer: null, allowance: 'confirm' },
    (services, { request, response }) => signOut(services, request, response)),

  write({ method: 'put', path: '/me/role', summary: 'Act as somebody else of your address, on this device', body: RoleChoice, answer: null, inPerson: true },
    (tx, call, { body }) => chooseRole(tx, call, body)),
  read({ path: '/me/devices', summary: 'Where you are signed in', answer: listOf(Device), inPerson: true },
    async ({ db }, call) => listed(await devicesOf(db, call))),
  write({ method: 'delete', path: '/me/devices', summary: 'Sign out everywhere, here too', answer: null, inPerson: true },
    (tx, call) => signOutDevices(tx, call, null)),
  write({ method: 'delete', path: '/me/devices/:id', summary: 'Sign one device out', answer: null, inPerson: true },
    (tx, call, { params }) => signOutDevices(tx, call, params.id!)),

  read({ path: '/tokens', summary: 'List your tokens for programs', answer: listOf(Token), inPerson: true },
    async ({ db }, call) => listed(await tokensOf(db, call))),
  write({ method: 'post', path: '/tokens', summary: 'Make a token for a program; it is shown this once', body: TokenInput, answer: TokenCreated, status: 201, inPerson: true, secrets: ['token'] },
    (tx, call, { body }) => createToken(tx, call, body)),
  write({ method: 'delete', path: '/tokens/:id', summary: 'End a token', answer: null, inPerson: true },
    (tx, call, { params }) => revokeToken(tx, call, params.id!)),
];

/** The link that is mailed opens in this browser, and in another with the code. */
async function askFor(services: Services, { request, response }: { request: Request; response: Response }, email: string, detail: string): Promise<void> {
  const { clock, db, settings } = services;
  const browser = rememberAskingBrowser(request, response, settings.publicUrl);
  const code = await askForSignIn(db, settings, { email, browser, network: networkOfRequest(services, request) }, clock());
  response.status(202).set('Cache-Control', 'no-store').json({ detail, code, validMinutes: LINK_MINUTES });
}

/** Of the browser that sends it; committed whatever comes of it, since wrong codes are counted. */
export function confirmFor({ clock, db, settings }: Services, request: Request, { token, code }: { token: string; code?: string | undefined }) {
  const { publicUrl } = settings;
  return db.transaction((tx) => confirmSignIn(tx, settings, {
    token, code: code?.replace(' ', '') ?? null, browser: askingBrowser(request, publicUrl), before: signInCookie(request, publicUrl), device: deviceName(request.get('User-Agent')),
  }, clock()));
}

async function signOut({ committed, db, settings }: Services, request: Request, response: Response): Promise<void> {
  const secret = signInCookie(request, settings.publicUrl);
  if (secret !== null) {
    await deleteSignIn(db, hashOf(secret));
    committed();
  }
  clearSignInCookie(response, settings.publicUrl);
  response.status(204).end();
}

function listed<Item>(found: Result<Item[]>): Result<{ items: Item[]; nextCursor: null }> {
  return found.ok ? accept({ items: found.value, nextCursor: null }) : found;
}
