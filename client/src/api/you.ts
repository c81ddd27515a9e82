import type { Cluster } from '../../../shared/api/programmes.ts';
import type { ColleagueInput, OwnSettings } from '../../../shared/api/waiting.ts';
import type { KnownFacilitator } from './endpoints.ts';
import { read, write } from './http.ts';

/** One’s own cluster, colleagues, habits and feed. */

export const getCluster = (id: string) => read<Cluster>(`/clusters/${id}`);
export const inviteColleague = (clusterId: string, body: ColleagueInput) => write<Cluster>(`/clusters/${clusterId}/representatives`, { method: 'POST', body });
export const removeColleague = (clusterId: string, personId: string) => write<Cluster>(`/clusters/${clusterId}/representatives/${personId}`, { method: 'DELETE' });
export const changeOwnSettings = (body: OwnSettings) => write<undefined>('/me', { method: 'PATCH', body });
export const getFacilitator = (id: string) => read<KnownFacilitator & { feedUrl?: string }>(`/facilitators/${id}`);
export const renewFeed = (of: string) => write<{ feedUrl: string }>(`${of}/feed`, { method: 'POST' });
