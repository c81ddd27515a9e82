import { Router } from 'express';
import type { Language } from '../../domain/invitation.ts';
import { escapeHtml } from '../../mail/escape-html.ts';
import { authenticate } from '../authenticate.ts';
import type { Services } from '../services.ts';
import { page } from './page.ts';
import { privacyWords } from './words/privacy.ts';

/** What is stored, why, for whom and how long: in the reader's language, open to everyone. */
export function privacyPage(services: Services): Router {
  const router = Router();
  router.get('/privacy', async (request, response) => {
    const person = (await authenticate(services, request))?.person ?? null;
    const language = (person?.language ?? (request.acceptsLanguages(...Object.keys(privacyWords)) || 'en')) as Language;
    response.set({ 'Cache-Control': 'private, no-cache', Vary: 'Accept-Language, Cookie' }).send(privacyHtml(language, person?.id ?? null));
  });
  return router;
}

function privacyHtml(language: Language, personId: string | null): string {
  const { lead, sections, title, yourRecord } = privacyWords[language];
  const body = sections.map(({ heading, lines }) => `<h2>${escapeHtml(heading)}</h2>${lines.length > 1
    ? `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`
    : `<p>${escapeHtml(lines[0] ?? '')}</p>`}`);
  const record = personId === null ? '' : `<p class="actions"><a class="button quiet" href="/api/v1/people/${encodeURIComponent(personId)}/record">${escapeHtml(yourRecord)}</a></p>`;
  return page(title, `<h1>${escapeHtml(title)}</h1><p class="lead">${escapeHtml(lead)}</p>${body.join('')}${record}`, { language });
}
