import { ProgrammeDocument } from '../../shared/api/programmes.ts';
import { asSystem } from '../domain/access.ts';
import type { Instant } from '../domain/interval.ts';
import { localDate } from '../domain/wall-time.ts';
import type { Database, Tx } from '../store/database.ts';
import { listClusters, listFacilitators } from '../store/people.ts';
import { listProgrammes } from '../store/programmes.ts';
import type { SignInRole } from '../store/signing-people.ts';
import { insertStaff, listStaff } from '../store/staff.ts';
import type { Settings } from '../usecases/call.ts';
import { createProgramme } from '../usecases/programme/create-programme.ts';
import { issueLink } from '../usecases/signing-in/sign-in.ts';
import { cecil } from './cecil.ts';
import { movedTo, nextMonday } from './moved.ts';

export interface DemoLink {
  /** Whose screen it opens. */
  who: string;
  url: string;
}

/** An empty database gets the CECIL programme, dated from next Monday, and somebody to run it. Returns whether it did. */
export async function seedDemo(db: Database, settings: Settings, now: Instant): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('demo', 0))");
    if ((await listProgrammes(tx, null, null, 1)).length > 0) return false;
    const document = ProgrammeDocument.parse(movedTo(cecil, nextMonday(localDate(now, cecil.programme.timeZone))));
    const created = await createProgramme(tx, { access: { role: 'owner', actor: 'owner' }, now, settings }, document);
    if (!created.ok) throw new Error(created.problem.detail);
    const staff = { programmeId: asSystem(created.value.id), language: 'en' as const, timeZone: 'Europe/Copenhagen' };
    await insertStaff(tx, 'coordinators', { id: settings.newId('coo'), name: 'Programme office', email: 'office@cecil.example', ...staff });
    await insertStaff(tx, 'observers', { id: settings.newId('obs'), name: 'Funding agency', email: 'funder@cecil.example', ...staff });
    return true;
  });
}

/** Links that sign in as one cluster, one facilitator and the coordinator of the demo; none when there is no demo here. */
export async function demoLinks(db: Database, settings: Settings, now: Instant): Promise<DemoLink[]> {
  return db.transaction(async (tx) => {
    const links: DemoLink[] = [];
    for (const { who, role, id } of await demoPeople(tx)) {
      const token = await issueLink(tx, { role, id }, now, DEMO_LINK_MINUTES, true);
      links.push({ who, url: `${settings.publicUrl}/sign-in?token=${token}` });
    }
    return links;
  });
}

/** As long as the cookie it buys. */
const DEMO_LINK_MINUTES = 7 * 24 * 60;

async function demoPeople(tx: Tx): Promise<{ who: string; role: SignInRole; id: string }[]> {
  for (const programme of await listProgrammes(tx, null, null, 50)) {
    const [coordinator] = await listStaff(tx, 'coordinators', asSystem(programme.id));
    const observers = await listStaff(tx, 'observers', asSystem(programme.id));
    if (programme.name !== cecil.programme.name || !coordinator) continue;
    const clusters = await listClusters(tx, asSystem(programme.id));
    const facilitators = await listFacilitators(tx, asSystem(programme.id));
    return [
      ...clusters.slice(0, 5).flatMap((cluster) => cluster.representatives.slice(0, 1).map(({ id }) =>
        ({ who: `cluster ${cluster.name}`, role: 'representative' as const, id }))),
      ...facilitators.slice(0, 4).map(({ id, name }) => ({ who: `facilitator ${name}`, role: 'facilitator' as const, id })),
      { who: 'coordinator', role: 'coordinator', id: coordinator.id },
      ...observers.slice(0, 1).map(({ id }) => ({ who: 'observer', role: 'observer' as const, id })),
    ];
  }
  return [];
}
