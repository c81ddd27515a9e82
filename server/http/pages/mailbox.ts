import { Router, type Request } from 'express';
import { isMailboxView, mailboxPage, mailboxPolicy } from '../../mail/mailbox-page.ts';
import { mailboxStyle } from '../../mail/mailbox-style.ts';
import { findLetter, listMailbox } from '../../store/mailbox.ts';
import { programmesOf, type Access } from '../../usecases/signing-in/access.ts';
import { authenticate } from '../authenticate.ts';
import type { Services } from '../services.ts';
import { page } from './page.ts';

/** The built-in mailbox, for coordinators and the owner: it holds everybody's mail. */
export function mailboxPages(services: Services): Router {
  const router = Router();
  if (!services.mailbox) return router;

  router.get('/mailbox.css', (_request, response) => { response.type('css').set('Cache-Control', 'public, max-age=3600').send(mailboxStyle); });

  router.get(['/mailbox', '/mailbox/:id'], async (request, response) => {
    response.set('Cache-Control', 'no-store');
    const reader = await readerOf(services, request);
    if (!reader) {
      response.status(401).send(page('Mailbox', '<h1>Mailbox</h1><p>Sign in as the coordinator to read it: it holds everybody’s mail.</p><p><a href="/">Sign in</a></p>'));
      return;
    }
    const { id } = request.params;
    const { view } = request.query;
    const of = { programmes: programmesOf(reader), reader: reader.actor };
    const items = await listMailbox(services.db, of, 200);
    const selected = typeof id === 'string' ? await findLetter(services.db, of, id) : null;
    response.set('Content-Security-Policy', mailboxPolicy).send(mailboxPage(items, selected, isMailboxView(view) ? view : 'html'));
  });

  return router;
}

/** The owner reads all, a coordinator what went to people of their programmes. */
async function readerOf(services: Services, request: Request): Promise<Access | null> {
  const caller = await authenticate(services, request);
  return caller?.access.role === 'owner' || caller?.access.role === 'coordinator' ? caller.access : null;
}
