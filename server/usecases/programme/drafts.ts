import type { Draft, DraftInput, DraftSummary } from '../../../shared/api/drafts.ts';
import { accept, refuse, type Refusal, type Result } from '../../domain/result.ts';
import type { Queryable, Tx } from '../../store/database.ts';
import { deleteDraft, findDraft, insertDraft, listDrafts, updateDraft, type DraftHolder, type StoredDraft } from '../../store/drafts.ts';
import type { Access } from '../signing-in/access.ts';
import type { Call } from '../call.ts';
import { iso } from '../listing/represent.ts';
import { stale } from './change-programme.ts';

/** Programmes that somebody is setting up, and may leave and come back to from any device. They are nobody else's. */

/** More than anybody sets up at once; a program that forgets its drafts finds out. */
const MOST = 100;

export async function draftsOf(db: Queryable, call: Call): Promise<Result<{ items: DraftSummary[]; nextCursor: null }>> {
  const holder = holderFrom(call.access);
  return accept({ items: holder === undefined ? [] : (await listDrafts(db, holder)).map(represent), nextCursor: null });
}

export async function draftById(db: Queryable, { access }: Call, id: string): Promise<Result<Draft>> {
  const holder = holderFrom(access);
  const draft = holder === undefined ? null : await findDraft(db, holder, id);
  return draft ? accept({ ...represent(draft), document: draft.document }) : noSuchDraft();
}

export async function addDraft(tx: Tx, call: Call, input: DraftInput): Promise<Result<Draft>> {
  const holder = holderFrom(call.access);
  if (holder === undefined) return refuse('forbidden', 'Only coordinators and the owner of this installation set programmes up.');
  if ((await listDrafts(tx, holder)).length >= MOST) return refuse('policy', `You have ${MOST} drafts already. Remove one first.`);
  const id = call.settings.newId('drf');
  await insertDraft(tx, id, holder, input, call.now);
  return draftById(tx, call, id);
}

export async function changeDraft(tx: Tx, call: Call, { id, input, ifVersion }: { id: string; input: DraftInput; ifVersion: number | null }): Promise<Result<Draft>> {
  const holder = holderFrom(call.access);
  if (holder === undefined || !await findDraft(tx, holder, id)) return noSuchDraft();
  if (!await updateDraft(tx, holder, id, ifVersion, input, call.now)) return stale('draft');
  return draftById(tx, call, id);
}

export async function removeDraft(tx: Tx, { access }: Call, id: string): Promise<Result<null>> {
  const holder = holderFrom(access);
  return holder !== undefined && await deleteDraft(tx, holder, id) ? accept(null) : noSuchDraft();
}

/** Undefined for those who set no programme up. */
function holderFrom(access: Access): DraftHolder | undefined {
  if (access.role === 'owner') return null;
  return access.role === 'coordinator' ? access.actor : undefined;
}

function represent({ id, name, createdAt, changedAt, version }: Omit<StoredDraft, 'document'>): DraftSummary {
  return { id, name, createdAt: iso(createdAt), changedAt: iso(changedAt), version };
}

function noSuchDraft(): Refusal {
  return refuse('not-found', 'There is no such draft.');
}
