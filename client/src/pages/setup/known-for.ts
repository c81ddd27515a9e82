import { knownZones } from '../../format/time.ts';
import type { Setup } from './model.ts';
import { type Kind, plain } from './sheet/columns.ts';
import type { Known } from './sheet/read-rows.ts';

/** What a spreadsheet's rows are checked against: the programme as it is so far. */
export function knownFor({ topics, clusters }: Setup, kind: Kind): Known {
  return { kind, topics: topics.map(({ name }) => name).filter(Boolean), zones: knownZones(), placed: new Set(clusters.filter(({ timeZone }) => timeZone !== '').map(({ name }) => plain(name))) };
}
