import type { Phase, PhaseInput, PhasePatch, Topic, TopicInput, TopicPatch } from '../../../shared/api/programmes.ts';
import { write } from './http.ts';

/** The weeks and topics of a programme that runs. */

export const addPhase = (programmeId: string, body: PhaseInput) => write<Phase>(`/programmes/${programmeId}/phases`, { method: 'POST', body });
export const changePhase = ({ id, version }: Phase, body: PhasePatch) => write<Phase>(`/phases/${id}`, { method: 'PATCH', body, ifMatch: version });
export const addTopic = (programmeId: string, body: TopicInput) => write<Topic>(`/programmes/${programmeId}/topics`, { method: 'POST', body });
export const changeTopic = ({ id, version }: Topic, body: TopicPatch) => write<Topic>(`/topics/${id}`, { method: 'PATCH', body, ifMatch: version });
