import type { Phase, Programme, Topic } from '../../../shared/api/programmes.ts';
import { getClusters, getFacilitators, getPhases, getProgramme, getTopics, type KnownCluster, type KnownFacilitator } from './endpoints.ts';
import type { Answer } from './http.ts';
import { type Reading, useReading } from './resource.ts';

/** What a programme is made of, by id; it changes seldom and every page needs it. */
export interface Catalogue {
  programme: Programme;
  phases: readonly Phase[];
  topics: ReadonlyMap<string, Topic>;
  facilitators: ReadonlyMap<string, KnownFacilitator>;
  clusters: ReadonlyMap<string, KnownCluster>;
}

export function useCatalogue(programmeId: string): Reading<Catalogue> {
  return useReading(`programme/${programmeId}`, () => readCatalogue(programmeId));
}

async function readCatalogue(id: string): Promise<Answer<Catalogue>> {
  const [programme, phases, topics, facilitators, clusters] = await Promise.all([
    getProgramme(id), getPhases(id), getTopics(id), getFacilitators(id), getClusters(id),
  ]);
  if (!programme.ok) return programme;
  if (!phases.ok) return phases;
  if (!topics.ok) return topics;
  if (!facilitators.ok) return facilitators;
  if (!clusters.ok) return clusters;
  const inOrder = phases.value.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  return {
    ok: true,
    value: { programme: programme.value, phases: inOrder, topics: byId(topics.value), facilitators: byId(facilitators.value), clusters: byId(clusters.value) },
  };
}

function byId<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
