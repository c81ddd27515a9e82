import type { Foresight } from '../../../shared/api/foresight.ts';
import type { PlanningRules } from '../../../shared/api/planning.ts';
import { type Answer, read, write } from './http.ts';

export const getForesight = (programmeId: string) => read<Foresight>(`/programmes/${programmeId}/foresight`);

/** Says whether a public holiday is worked on; the other rules stay as they are. */
export async function setWorked(programmeId: string, key: string, worked: boolean): Promise<Answer<PlanningRules>> {
  const rules = await read<PlanningRules>(`/programmes/${programmeId}/planning`);
  if (!rules.ok) return rules;
  const others = rules.value.holidaysWorked.filter((each) => each !== key);
  return write<PlanningRules>(`/programmes/${programmeId}/planning`, { method: 'PUT', body: { ...rules.value, holidaysWorked: worked ? [...others, key] : others } });
}
