import { FeedAddress } from '../../../shared/api/feeds.ts';
import type { FeedKind } from '../../store/feeds.ts';
import { renewFeed } from '../../usecases/calendars/feeds.ts';
import { write, type Endpoint } from '../endpoint.ts';

/** Renewing the secret addresses of calendar feeds; the feeds themselves are calendar files. */
export const feeds: Endpoint[] = ([['programmes', 'programme'], ['facilitators', 'facilitator'], ['clusters', 'cluster'], ['representatives', 'representative']] as const)
  .map(([path, kind]) => renewal(path, kind));

function renewal(path: string, kind: FeedKind): Endpoint {
  return write({ method: 'post', path: `/${path}/:id/feed`, summary: `Give the ${kind}’s calendar feed another address; the old one ends`, answer: FeedAddress },
    (tx, call, { params }) => renewFeed(tx, call, kind, params.id!));
}
