import type { FeedAddress } from '../../../shared/api/feeds.ts';
import type { BookedSession } from '../../domain/invitation-content.ts';
import { accept, refuse, type Result } from '../../domain/result.ts';
import { appendChanges } from '../../store/changes.ts';
import type { Queryable, Tx } from '../../store/database.ts';
import { classroomDays, findFeedOwner, renewFeedSecret, sessionsOfFeed, type ClassroomDays, type FeedKind, type FeedOwner } from '../../store/feeds.ts';
import { actsForCluster, actsForFacilitator, coordinates, type Access, type Own } from '../signing-in/access.ts';
import type { Call, Settings } from '../call.ts';
import { feedUrl, opensFeed, ownerOfFeed } from './feed-link.ts';

/** All that a feed shows. */
export interface Feed {
  readonly owner: FeedOwner;
  readonly sessions: readonly BookedSession[];
  readonly classrooms: readonly ClassroomDays[];
}

/** The feed a file of this name is; null when no owner's present secret is in it. */
export async function readFeed(db: Queryable, settings: Settings, file: string): Promise<Feed | null> {
  const ownerId = ownerOfFeed(file);
  const owner = ownerId === null ? null : await findFeedOwner(db, ownerId);
  if (!owner || !opensFeed(settings, file, owner)) return null;
  const [sessions, classrooms] = await Promise.all([sessionsOfFeed(db, owner), classroomDays(db, owner.programmeId)]);
  return { owner, sessions, classrooms };
}

/** Gives a feed another secret: whoever had the old address reads nothing any more. */
export async function renewFeed(tx: Tx, { access, now, settings }: Call, kind: FeedKind, id: string): Promise<Result<FeedAddress>> {
  const owner = await findFeedOwner(tx, id);
  if (owner?.kind !== kind || !owns(access, owner)) return refuse('not-found', `There is no such ${kind}.`);
  const feedGeneration = await renewFeedSecret(tx, owner);
  appendChanges(tx, owner.programmeId, [{
    kind: 'programme.changed', subject: { type: kind, id }, data: { what: 'feed renewed' }, actor: access.actor, audience: {},
  }], now);
  return accept({ feedUrl: feedUrl(settings, { id, feedGeneration }) });
}

/** Whose address it is to show and to renew: their own, and anybody's for who runs the programme. */
function owns(access: Access, owner: FeedOwner): owner is Own<FeedOwner> {
  const { kind, id, programmeId, clusterId } = owner;
  if (coordinates(access, programmeId)) return true;
  if (kind === 'facilitator') return actsForFacilitator(access, { programmeId, facilitatorId: id });
  if (kind === 'cluster') return actsForCluster(access, { programmeId, clusterId: id });
  return kind === 'representative' && access.role === 'representative' && access.actor === id && access.clusterId === clusterId;
}
