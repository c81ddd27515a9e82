import type { Reminder } from '../../../shared/api/coordination.ts';
import type { Delivery } from '../../../shared/api/deliveries.ts';
import type { Cluster, ClusterInput, ClusterPatch, Facilitator, FacilitatorInput, FacilitatorPatch } from '../../../shared/api/programmes.ts';
import type { Staff } from '../../../shared/api/staff.ts';
import { readAll, write } from './http.ts';

export type StaffTable = 'coordinators' | 'observers';
/** Without a zone: the programme's. */
export type StaffWish = Pick<Staff, 'name' | 'email' | 'language' | 'timeZone'>;

export const getStaff = (programmeId: string, table: StaffTable) => readAll<Staff>(`/programmes/${programmeId}/${table}`);
export const addStaff = (programmeId: string, table: StaffTable, body: StaffWish) => write<Staff>(`/programmes/${programmeId}/${table}`, { method: 'POST', body });
export const addCluster = (programmeId: string, body: ClusterInput) => write<Cluster>(`/programmes/${programmeId}/clusters`, { method: 'POST', body });
export const changeCluster = (id: string, version: number, body: ClusterPatch) => write<Cluster>(`/clusters/${id}`, { method: 'PATCH', body, ifMatch: version });
export const addFacilitator = (programmeId: string, body: FacilitatorInput) => write<Facilitator>(`/programmes/${programmeId}/facilitators`, { method: 'POST', body });
export const changeFacilitator = (id: string, version: number, body: FacilitatorPatch) => write<Facilitator>(`/facilitators/${id}`, { method: 'PATCH', body, ifMatch: version });
export const removeParty = (kind: 'clusters' | 'facilitators' | 'phases' | 'topics' | StaffTable, id: string) => write<undefined>(`/${kind}/${id}`, { method: 'DELETE' });

export const getAllDeliveries = (programmeId: string) => readAll<Delivery>(`/programmes/${programmeId}/deliveries?limit=500`);
export const getReminders = (programmeId: string) => readAll<Reminder>(`/programmes/${programmeId}/reminders?limit=500`);
export const sendAgain = (deliveryId: string) => write<Delivery>(`/deliveries/${deliveryId}/retry`, { method: 'POST' });
