import { Router, type Response } from 'express';
import { SignIn, SignInConfirmation } from '../../../shared/api/me.ts';
import { deleteSignIn } from '../../store/sign-ins.ts';
import { confirmSignIn, hashOf, me, SIGN_IN_MINUTES } from '../../usecases/sign-in.ts';
import { authenticate, cookie, cookieName, isCrossSite } from '../authenticate.ts';
import { problemDocument, sendProblem } from '../problem.ts';
import type { Services } from '../services.ts';

/** Signing in and out, and who one is: the only routes that deal in cookies. */
export function whoAmI(services: Services): Router {
  const { db, clock, settings } = services;
  const router = Router();

  router.get('/me', async (request, response) => {
    const caller = await authenticate(services, request);
    if (!caller) return notSignedIn(response);
    response.set('Cache-Control', 'no-store').json(me(caller.person));
  });

  router.delete('/me/session', async (request, response) => {
    if (isCrossSite(request, settings.publicUrl)) return fromAnotherSite(response);
    const secret = cookie(request, cookieName(settings.publicUrl));
    if (secret) await deleteSignIn(db, hashOf(secret));
    response.clearCookie(cookieName(settings.publicUrl), cookieOptions(settings.publicUrl)).status(204).end();
  });

  router.post('/sign-in', (request, response) => {
    const parsed = SignIn.safeParse(request.body ?? {});
    if (!parsed.success) {
      return sendProblem(response, problemDocument({ code: 'invalid', detail: 'Write the mail address you were invited with.', errors: [{ path: 'body.email', message: 'write one mail address such as name@example.org' }] }));
    }
    services.mailSignInLink(parsed.data.email);
    response.status(202).json({ detail: 'If we know this address, a link is on its way.' });
  });

  router.post('/sign-in/confirmation', async (request, response) => {
    if (isCrossSite(request, settings.publicUrl)) return fromAnotherSite(response);
    const parsed = SignInConfirmation.safeParse(request.body ?? {});
    const secret = parsed.success ? await db.transaction((tx) => confirmSignIn(tx, parsed.data.token, clock())) : null;
    if (secret === null) return sendProblem(response, problemDocument({ code: 'unauthenticated', detail: 'This link has been used or is too old. Ask for a new one.' }));
    setSignInCookie(response, settings.publicUrl, secret);
    response.status(204).end();
  });

  return router;
}

export function setSignInCookie(response: Response, publicUrl: string, secret: string): void {
  response.cookie(cookieName(publicUrl), secret, { ...cookieOptions(publicUrl), maxAge: SIGN_IN_MINUTES * 60_000 });
}

function cookieOptions(publicUrl: string) {
  return { httpOnly: true, secure: publicUrl.startsWith('https:'), sameSite: 'lax', path: '/' } as const;
}

function notSignedIn(response: Response): void {
  sendProblem(response, problemDocument({ code: 'unauthenticated', detail: 'Send a bearer token, or sign in by a mailed link.' }));
}

function fromAnotherSite(response: Response): void {
  sendProblem(response, problemDocument({ code: 'forbidden', detail: 'This request came from another site.' }));
}
