import type { Programme } from '../../../shared/api/programmes.ts';
import { getMe, getProgramme, getProgrammes } from '../api/endpoints.ts';
import type { Answer, Problem } from '../api/http.ts';
import type { Viewer } from './me.ts';

/** What is known when the page opens. */
export type Start =
  | { kind: 'stranger' }
  | { kind: 'failed'; problem: Problem }
  /** Nothing to show yet: an owner without a programme. */
  | { kind: 'nothing' }
  | { kind: 'known'; viewer: Viewer; revision: number };

/** Who is looking at which programme, and at which revision it was then: live changes are followed from there. */
export async function recogniseViewer(): Promise<Start> {
  const me = await getMe();
  if (!me.ok) return me.problem.code === 'unauthenticated' ? { kind: 'stranger' } : { kind: 'failed', problem: me.problem };
  const programme = await programmeOf(me.value.programmeId);
  if (!programme.ok) return { kind: 'failed', problem: programme.problem };
  if (!programme.value) return { kind: 'nothing' };
  return { kind: 'known', viewer: { ...me.value, programmeId: programme.value.id }, revision: programme.value.revision };
}

/** One's own; the owner of the installation, who has none, sees the one that the address names, else the newest. */
async function programmeOf(id: string | null): Promise<Answer<Programme | undefined>> {
  const named = id ?? new URLSearchParams(location.search).get('programme');
  if (named !== null) return getProgramme(named);
  const all = await getProgrammes();
  return all.ok ? { ok: true, value: all.value.toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1))[0] } : all;
}
