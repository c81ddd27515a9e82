import type { Cluster } from '../../../shared/api/programmes.ts';
import type { ColleagueInput } from '../../../shared/api/waiting.ts';
import type { Language } from '../../domain/invitation.ts';
import { accept, refuse, type Result } from '../../domain/result.ts';
import type { Tx } from '../../store/database.ts';
import { lockCalendars } from '../../store/engagements.ts';
import { insertNotices } from '../../store/letters.ts';
import { findCluster, setRepresentatives, updateCluster, type StoredCluster } from '../../store/people.ts';
import { lockProgramme } from '../../store/programmes.ts';
import { actsForCluster, type Own } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { clusterFor, noSuchCluster } from './change-people.ts';
import { tell } from './change-programme.ts';
import { tellComing } from '../booking/tell-booking.ts';

const MOST = 100;

/** One of a cluster's people names another: they get the invitations of what is booked, and a mail that says how to sign in. */
export async function inviteColleague(tx: Tx, call: Call, clusterId: string, input: ColleagueInput): Promise<Result<Cluster>> {
  const cluster = await lockCluster(tx, call, clusterId);
  if (!cluster) return noSuchCluster();
  if (cluster.representatives.some(({ email }) => email.toLowerCase() === input.email.toLowerCase())) {
    return refuse('invalid', 'This address acts for the cluster already.', { errors: [{ path: 'body.email', message: 'this address acts for the cluster already' }] });
  }
  if (cluster.representatives.length >= MOST) return refuse('policy', `A cluster has ${MOST} people at most.`);
  const inviter = cluster.representatives.find(({ id }) => id === call.access.actor);
  const language: Language = input.language ?? inviter?.language ?? 'en';
  const colleague = { id: call.settings.newId('rep'), name: input.name, email: input.email, language, timeZone: null };
  await savePeople(tx, cluster, [...cluster.representatives, colleague]);
  await insertNotices(tx, [{
    id: call.settings.newId('ltr'), programmeId: cluster.programmeId, recipient: { name: input.name, email: input.email, language },
    content: { kind: 'colleague', programme: cluster.programme, cluster: cluster.name, inviter: inviter?.name ?? cluster.programme, path: '/' },
  }], call.now);
  return told(tx, call, cluster);
}

/** Takes one of a cluster's people out; the last one stays, or nobody could act for it. */
export async function removeColleague(tx: Tx, call: Call, clusterId: string, personId: string): Promise<Result<Cluster>> {
  const cluster = await lockCluster(tx, call, clusterId);
  const person = cluster?.representatives.find(({ id }) => id === personId);
  if (!cluster) return noSuchCluster();
  if (!person) return refuse('not-found', 'Nobody of this cluster has this id.');
  if (cluster.representatives.length === 1) return refuse('policy', 'Somebody must act for the cluster. Name another person first.');
  await savePeople(tx, cluster, cluster.representatives.filter(({ id }) => id !== personId));
  return told(tx, call, cluster);
}

/** The calendar before the programme, as those who move bookings do. */
async function lockCluster(tx: Tx, call: Call, id: string): Promise<(Own<StoredCluster> & { programme: string }) | null> {
  const seen = await findCluster(tx, id);
  const whose = seen && { programmeId: seen.programmeId, clusterId: id };
  if (!whose || !actsForCluster(call.access, whose)) return null;
  await lockCalendars(tx, [id]);
  const programme = await lockProgramme(tx, whose.programmeId);
  const cluster = await findCluster(tx, id);
  return cluster && programme && { ...cluster, programmeId: whose.programmeId, programme: programme.name };
}

/** The cluster has a new version: who has seen the one before has not seen these people. */
async function savePeople(tx: Tx, cluster: Own<StoredCluster>, people: Parameters<typeof setRepresentatives>[2]): Promise<void> {
  await updateCluster(tx, cluster);
  await setRepresentatives(tx, cluster, people);
}

async function told(tx: Tx, call: Call, { id, programmeId }: Own<StoredCluster>): Promise<Result<Cluster>> {
  const changes = await tellComing(tx, call, programmeId, 'cluster', id);
  tell(tx, call, programmeId, 'cluster', id, { changed: ['representatives'] }, changes);
  const cluster = await findCluster(tx, id);
  const shown = cluster && clusterFor(call, cluster);
  return shown ? accept(shown) : noSuchCluster();
}
