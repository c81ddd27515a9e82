import express, { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { Email, IsoDate, Name, TimeZone } from '../../../shared/api/primitives.ts';
import type { Language } from '../../domain/invitation.ts';
import { escapeHtml } from '../../mail/escape-html.ts';
import { opensSetUp, setUp } from '../../usecases/signing-in/set-up.ts';
import { allOrNothing } from '../all-or-nothing.ts';
import { isCrossSite } from '../authenticate.ts';
import { setSignInCookie } from '../cookies.ts';
import { deviceName } from '../device-name.ts';
import { admitNetwork } from '../door.ts';
import type { Services } from '../services.ts';
import { page } from './page.ts';
import { setUpWords } from './words/set-up.ts';

const Form = z.object({ token: z.string(), name: Name, email: Email, programme: Name, timeZone: TimeZone, startsOn: IsoDate, endsOn: IsoDate })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ['endsOn'] });

type Field = Exclude<keyof z.infer<typeof Form>, 'token'>;

/** Each with what a browser is told of it. */
const FIELDS: Readonly<Record<Field, string>> = {
  name: 'type="text" autocomplete="name" maxlength="200"',
  email: 'type="email" autocomplete="email" maxlength="254"',
  programme: 'type="text" maxlength="200"',
  timeZone: 'type="text" list="zones" maxlength="64" autocomplete="off"',
  startsOn: 'type="date"',
  endsOn: 'type="date"',
};

/** Where the link leads that a new installation shows whoever starts it: one form, and its sender runs the first programme. */
export function setUpPages(services: Services): Router {
  const { clock, committed, db, settings } = services;
  const router = Router();

  router.get('/set-up', async (request, response) => {
    const token = String(request.query.token ?? '');
    const opens = await opensSetUp(db, settings, token, clock());
    sendPage(request, response, opens ? 200 : 404, (language) => (opens ? formPage(token, {}, [], language) : gonePage(language)));
  });

  router.post('/set-up', express.urlencoded({ extended: false, limit: '8kb' }), async (request, response) => {
    if (!await admitNetwork(services, request, response, 'confirm')) return;
    const said = (request.body ?? {}) as Record<string, unknown>;
    const token = String(said.token ?? '');
    if (isCrossSite(request, settings.publicUrl) || !await opensSetUp(db, settings, token, clock())) return sendPage(request, response, 404, gonePage);
    const form = Form.safeParse(said);
    if (!form.success) {
      const wrong = form.error.issues.map(({ path }) => path[0] as Field);
      return sendPage(request, response, 422, (language) => formPage(token, said, wrong, language));
    }
    const beginning = { ...form.data, language: languageOf(request) };
    const begun = await allOrNothing(db, (tx) => setUp(tx, settings, { token, beginning, device: deviceName(request.get('User-Agent')) }, clock()));
    if (!begun.ok) return sendPage(request, response, 404, gonePage);
    committed();
    setSignInCookie(response, settings.publicUrl, begun.value);
    response.redirect(303, '/');
  });

  return router;
}

function languageOf(request: Request): Language {
  return (request.acceptsLanguages('en', 'es', 'fr', 'pl', 'da') || 'en') as Language;
}

function sendPage(request: Request, response: Response, status: number, write: (language: Language) => string): void {
  response.status(status).set({ 'Cache-Control': 'no-store', Vary: 'Accept-Language' }).send(write(languageOf(request)));
}

function formPage(token: string, said: Record<string, unknown>, wrong: readonly Field[], language: Language): string {
  const words = setUpWords[language];
  const fields = (Object.keys(FIELDS) as Field[]).map((name) => {
    const invalid = wrong.includes(name) ? ` aria-invalid="true" aria-describedby="wrong-${name}"` : '';
    const complaint = invalid ? `<span class="small" id="wrong-${name}" role="alert">${escapeHtml(words.wrong[name])}</span>` : '';
    return `<p class="field"><label for="${name}">${escapeHtml(words.fields[name])}</label><input id="${name}" name="${name}" ${FIELDS[name]} required value="${escapeHtml(String(said[name] ?? ''))}"${invalid}>${complaint}</p>`;
  });
  return page(words.title, `
    <h1>${escapeHtml(words.title)}</h1>
    <p class="lead">${escapeHtml(words.lead)}</p>
    <form method="post" action="/set-up" class="card"><input type="hidden" name="token" value="${escapeHtml(token)}">
    ${fields.join('\n')}
    <datalist id="zones">${Intl.supportedValuesOf('timeZone').map((zone) => `<option value="${zone}">`).join('')}</datalist>
    <p class="actions"><button>${escapeHtml(words.button)}</button></p></form>`, { language });
}

function gonePage(language: Language): string {
  const words = setUpWords[language];
  return page(words.gone, `<h1>${escapeHtml(words.gone)}</h1><p class="lead">${escapeHtml(words.goneHint)}</p><p class="actions"><a class="button" href="/">${escapeHtml(words.signIn)}</a></p>`, { language });
}
