import express, { Router } from 'express';
import { SignInConfirmation } from '../../../shared/api/me.ts';
import { escapeHtml } from '../../mail/escape-html.ts';
import { confirmSignIn } from '../../usecases/sign-in.ts';
import { isCrossSite } from '../authenticate.ts';
import { setSignInCookie } from '../resources/who-am-i.ts';
import type { Services } from '../services.ts';
import { page } from './page.ts';

/** Where a sign-in link leads. Looking at it changes nothing, since mail scanners look too; the button signs in. */
export function signInRoutes({ db, clock, settings }: Services): Router {
  const router = Router();

  router.get('/sign-in', (request, response, next) => {
    const { token } = request.query;
    if (typeof token !== 'string') return next();
    response.set('Cache-Control', 'no-store').send(page('Sign in', `
      <h1>Sign in to Visavis</h1>
      <p>One press and you are in, on this device, for a week.</p>
      <form method="post" action="/sign-in"><input type="hidden" name="token" value="${escapeHtml(token)}"><button>Sign in</button></form>`));
  });

  router.post('/sign-in', express.urlencoded({ extended: false, limit: '2kb' }), async (request, response) => {
    const parsed = SignInConfirmation.safeParse(request.body ?? {});
    const mayTry = parsed.success && !isCrossSite(request, settings.publicUrl);
    const secret = mayTry ? await db.transaction((tx) => confirmSignIn(tx, parsed.data.token, clock())) : null;
    if (secret === null) {
      response.status(401).send(page('This link no longer works', `
        <h1>This link no longer works</h1>
        <p>It has been used, or it is too old. Ask for a new one; it is on its way in seconds.</p>
        <p><a href="/">Ask for a new link</a></p>`));
      return;
    }
    setSignInCookie(response, settings.publicUrl, secret);
    response.redirect(303, '/');
  });

  return router;
}
