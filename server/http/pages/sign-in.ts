import express, { Router, type Request, type Response } from 'express';
import { SignInConfirmation } from '../../../shared/api/me.ts';
import type { Language } from '../../domain/invitation.ts';
import { escapeHtml } from '../../mail/escape-html.ts';
import { asksForCode } from '../../usecases/signing-in/confirm-sign-in.ts';
import { isCrossSite } from '../authenticate.ts';
import { askingBrowser, setSignInCookie } from '../cookies.ts';
import { admitNetwork } from '../door.ts';
import { confirmFor } from '../resources/account.ts';
import type { Services } from '../services.ts';
import { page } from './page.ts';
import { pageWords } from './words/index.ts';

/**
 * Where a sign-in link leads. Looking at it changes nothing, since mail scanners look too; the button signs in. In another
 * browser than the one that asked for the link it takes the code that is shown there.
 */
export function signInRoutes(services: Services): Router {
  const { clock, db, settings: { publicUrl } } = services;
  const router = Router();

  router.get('/sign-in', async (request, response, next) => {
    const { token } = request.query;
    if (typeof token !== 'string') return next();
    const needsCode = await asksForCode(db, token, askingBrowser(request, publicUrl), clock());
    sendPage(request, response, 200, (language) => buttonPage(token, { needsCode, isWrong: false }, language));
  });

  router.post('/sign-in', express.urlencoded({ extended: false, limit: '2kb' }), async (request, response) => {
    if (!await admitNetwork(services, request, response, 'confirm')) return;
    const parsed = SignInConfirmation.safeParse(withoutEmptyCode(request.body));
    const token = tokenOf(request.body);
    const confirmed = parsed.success && !isCrossSite(request, publicUrl) ? await confirmFor(services, request, parsed.data) : null;
    if (confirmed?.ok) {
      setSignInCookie(response, publicUrl, confirmed.value);
      response.redirect(303, '/');
      return;
    }
    const mayTryAgain = await asksForCode(db, token, askingBrowser(request, publicUrl), clock());
    sendPage(request, response, 401, (language) => (mayTryAgain ? buttonPage(token, { needsCode: true, isWrong: true }, language) : gonePage(language)));
  });

  return router;
}

/** In the language that the browser asks for: who it is, is not known yet. */
function sendPage(request: Request, response: Response, status: number, write: (language: Language) => string): void {
  const language = (request.acceptsLanguages('en', 'es', 'fr', 'pl', 'da') || 'en') as Language;
  response.status(status).set({ 'Cache-Control': 'no-store', Vary: 'Accept-Language' }).send(write(language));
}

function buttonPage(token: string, { isWrong, needsCode }: { isWrong: boolean; needsCode: boolean }, language: Language): string {
  const words = pageWords[language].signIn;
  return page(words.button, `
    <h1>${escapeHtml(words.title)}</h1>
    <p class="lead">${escapeHtml(words.lead)}</p>
    <form method="post" action="/sign-in" class="card"><input type="hidden" name="token" value="${escapeHtml(token)}">
    ${needsCode ? codeField(words, isWrong) : ''}<p class="actions"><button>${escapeHtml(words.button)}</button></p></form>`, { language });
}

function codeField(words: (typeof pageWords)[Language]['signIn'], isWrong: boolean): string {
  return `<p class="field"><label for="code">${escapeHtml(words.code)}</label><span class="small" id="hint">${escapeHtml(words.codeHint)}</span>
    <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9 ]{6,7}" maxlength="7" required aria-describedby="hint"${isWrong ? ' aria-invalid="true"' : ''}></p>
    ${isWrong ? `<p class="note bad" role="alert">${escapeHtml(words.wrongCode)}</p>` : ''}`;
}

function gonePage(language: Language): string {
  const words = pageWords[language].signIn;
  return page(words.gone, `<h1>${escapeHtml(words.gone)}</h1><p class="lead">${escapeHtml(words.goneHint)}</p><p class="actions"><a class="button" href="/">${escapeHtml(words.again)}</a></p>`, { language });
}

function tokenOf(body: unknown): string {
  const token = (body as { token?: unknown } | undefined)?.token;
  return typeof token === 'string' ? token : '';
}

function withoutEmptyCode(body: unknown): unknown {
  const { code, ...rest } = (body ?? {}) as Record<string, unknown>;
  return code === undefined || code === '' ? rest : { ...rest, code };
}
