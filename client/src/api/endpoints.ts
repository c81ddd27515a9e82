import type { Me } from '../../../shared/api/me.ts';
import type { Cluster, Facilitator, Phase, Programme, Topic } from '../../../shared/api/programmes.ts';
import type { Coverage, Session } from '../../../shared/api/sessions.ts';
import { read, readAll } from './http.ts';

/** A representative is not told a facilitator's address. */
export type KnownFacilitator = Omit<Facilitator, 'email'> & { email?: string };
/** Nor, of other clusters, anything; a facilitator sees clusters without their people. */
export type KnownCluster = Omit<Cluster, 'representatives'> & { representatives?: Cluster['representatives'] };

export const getMe = () => read<Me>('/me');

export const getProgrammes = () => readAll<Programme>('/programmes');
export const getProgramme = (id: string) => read<Programme>(`/programmes/${id}`);
export const getPhases = (id: string) => readAll<Phase>(`/programmes/${id}/phases`);
export const getTopics = (id: string) => readAll<Topic>(`/programmes/${id}/topics`);
export const getFacilitators = (id: string) => readAll<KnownFacilitator>(`/programmes/${id}/facilitators`);
export const getClusters = (id: string) => readAll<KnownCluster>(`/programmes/${id}/clusters`);
export const getSessions = (id: string) => readAll<Session>(`/programmes/${id}/sessions`);
export const getCoverage = (id: string) => read<Coverage>(`/programmes/${id}/coverage`);
