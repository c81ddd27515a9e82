import type { Draft, DraftInput, DraftSummary, Rehearsal } from '../../../shared/api/drafts.ts';
import type { Me } from '../../../shared/api/me.ts';
import type { ProgrammeCreated } from '../../../shared/api/programmes.ts';
import { read, readAll, write } from './http.ts';

export const getDrafts = () => readAll<DraftSummary>('/drafts');
export const getDraft = (id: string) => read<Draft>(`/drafts/${id}`);
export const addDraft = (body: DraftInput) => write<Draft>('/drafts', { method: 'POST', body });
/** Outlives the page, as far as browsers allow: they carry 64 kB for those that are gone. */
export const putDraft = (id: string, version: number, body: DraftInput) => write<Draft>(`/drafts/${id}`, { method: 'PUT', body, ifMatch: version, keepalive: JSON.stringify(body).length < 30_000 });
export const removeDraft = (id: string) => write<undefined>(`/drafts/${id}`, { method: 'DELETE' });
export const rehearse = (document: object) => write<Rehearsal>('/programmes/rehearsal', { method: 'POST', body: document });
export const makeProgramme = (document: object) => write<ProgrammeCreated>('/programmes', { method: 'POST', body: document });
export const getWhoIAm = () => read<Me>('/me');
