import { ChangeFilter, ChangeList } from '../../../shared/api/changes.ts';
import { Delivery, DeliveryFilter, MailboxItem } from '../../../shared/api/deliveries.ts';
import { listOf, Page } from '../../../shared/api/primitives.ts';
import { accept, refuse } from '../../domain/result.ts';
import { deliveryOf } from '../../store/deliveries.ts';
import { listMailbox } from '../../store/mailbox.ts';
import { programmesOf, seesProgramme } from '../../usecases/signing-in/access.ts';
import { noSuchProgramme } from '../../usecases/programme/change-programme.ts';
import { changesFor } from '../../usecases/programme/list-changes.ts';
import { deliveriesFor } from '../../usecases/deliveries/list-deliveries.ts';
import { retryDelivery } from '../../usecases/deliveries/retry-delivery.ts';
import { read, write, type Endpoint } from '../endpoint.ts';

export const history: Endpoint[] = [
  read({ path: '/programmes/:id/changes', summary: 'What has changed since a revision, as far as you may see', query: ChangeFilter, answer: ChangeList },
    async ({ db }, { access }, { params, query }) => {
      const programme = await seesProgramme(db, access, params.id!);
      return programme ? accept(await changesFor(db, access, programme, query.after, query.limit ?? 500)) : noSuchProgramme();
    }),
  read({ path: '/programmes/:id/deliveries', summary: 'List the invitations and what became of them', query: DeliveryFilter, answer: listOf(Delivery) },
    ({ db }, call, { params, query }) => deliveriesFor(db, call, params.id!, query)),
  write({ method: 'post', path: '/deliveries/:id/retry', summary: 'Send a failed invitation again', answer: Delivery },
    async (tx, call, { params }) => {
      const retried = await retryDelivery(tx, call, params.id!);
      return retried.ok ? accept(deliveryOf(retried.value)) : retried;
    }),
  read({ path: '/mailbox', summary: 'The built-in mailbox: every mail that would have been sent', query: Page, answer: listOf(MailboxItem) },
    async ({ db, mailbox }, { access }, { query }) => {
      if (!mailbox || (access.role !== 'owner' && access.role !== 'coordinator')) return refuse('not-found', 'There is no mailbox here.');
      const limit = query.limit ?? 200;
      const items = await listMailbox(db, { programmes: programmesOf(access), reader: access.actor }, limit + 1, query.cursor ?? null);
      return accept({ items: items.slice(0, limit), nextCursor: items.length > limit ? items[limit - 1]?.id ?? null : null });
    }),
];

