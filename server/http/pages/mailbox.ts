import { Router, type Request } from 'express';
import { mailboxPage, mailboxStyle } from '../../mail/mailbox-page.ts';
import { findLetter, listMailbox } from '../../store/mailbox.ts';
import { authenticate } from '../authenticate.ts';
import type { Services } from '../services.ts';
import { page } from './page.ts';

/** The built-in mailbox, for coordinators and the owner: it holds everybody's mail. */
export function mailboxPages(services: Services): Router {
  const router = Router();
  if (!services.mailbox) return router;

  router.get('/mailbox.css', (_request, response) => { response.type('css').send(mailboxStyle); });

  router.get(['/mailbox', '/mailbox/:id'], async (request, response) => {
    if (!await mayRead(services, request)) {
      response.status(401).send(page('Mailbox', '<h1>Mailbox</h1><p>Sign in as the coordinator to read it: it holds everybody’s mail.</p><p><a href="/">Sign in</a></p>'));
      return;
    }
    const { id } = request.params;
    const selected = typeof id === 'string' ? await findLetter(services.db, id) : null;
    response.set('Cache-Control', 'no-store').send(mailboxPage(await listMailbox(services.db, 200), selected ?? undefined));
  });

  return router;
}

async function mayRead(services: Services, request: Request): Promise<boolean> {
  const caller = await authenticate(services, request);
  return caller?.access.role === 'owner' || caller?.access.role === 'coordinator';
}
