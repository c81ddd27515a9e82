import type { Catalogue } from '../../api/catalogue.ts';
import type { KnownCluster } from '../../api/endpoints.ts';
import { type Comfort, comfortAt } from '../../format/comfort.ts';
import { hoursOf } from '../../format/hours.ts';
import { offsetMinutesAt } from '../../format/time.ts';
import { instantOf } from '../../format/zoned.ts';
import { city } from '../../locales/index.ts';

/** Clusters whose clocks and office hours are the same on a date. */
export interface ClusterGroup {
  names: readonly string[];
  cluster: Pick<KnownCluster, 'timeZone' | 'workingHours'>;
}

export function clusterGroups(catalogue: Catalogue, date: string): ClusterGroup[] {
  const groups = new Map<string, { names: string[]; cluster: KnownCluster }>();
  for (const cluster of catalogue.clusters.values()) {
    const key = `${offsetMinutesAt(instantOf(date, 720, cluster.timeZone), cluster.timeZone)} ${JSON.stringify(cluster.workingHours)}`;
    const group = groups.get(key) ?? { names: [], cluster };
    if (!group.names.includes(city(cluster.timeZone))) group.names.push(city(cluster.timeZone));
    groups.set(key, group);
  }
  return [...groups.values()];
}

export function comfortOf({ cluster }: ClusterGroup, date: string, minutes: number, zone: string): Comfort {
  return comfortAt(instantOf(date, minutes, zone), cluster.timeZone, hoursOf(cluster.workingHours));
}
