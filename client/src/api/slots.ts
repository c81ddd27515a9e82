import type { GridSlots } from '../../../shared/api/slots.ts';
import { read } from './http.ts';

/** Free times in office hours, of every session that a cluster has still to book. */
export const getGrid = (programmeId: string, clusterId: string) => read<GridSlots>(`/programmes/${programmeId}/slots?clusterId=${encodeURIComponent(clusterId)}`);
