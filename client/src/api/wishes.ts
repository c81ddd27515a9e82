import type { Preferences, PreferencesInput } from '../../../shared/api/planning.ts';
import { type Answer, read, write } from './http.ts';

export const getPreferences = (clusterId: string) => read<Preferences>(`/clusters/${clusterId}/preferences`);
export function putPreferences(clusterId: string, body: PreferencesInput, version: number): Promise<Answer<Preferences>> {
  return write<Preferences>(`/clusters/${clusterId}/preferences`, { method: 'PUT', body, ifMatch: version });
}
