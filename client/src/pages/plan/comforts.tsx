import type { PlanPlace } from '../../../../shared/api/plans.ts';
import { ComfortDot } from '../../components/comfort-dot.tsx';
import { words } from '../../locales/index.ts';

/** How comfortable a place is for either side, each by name. */
export function Comforts({ comfort, cluster, facilitator }: { comfort: PlanPlace['comfort']; cluster: string; facilitator: string }) {
  const { band } = words().comfort;
  return (
    <span class="second small">
      <ComfortDot comfort={comfort.cluster} /> {cluster}: {band[comfort.cluster]}{words().joinList}<ComfortDot comfort={comfort.facilitator} /> {facilitator}: {band[comfort.facilitator]}
    </span>
  );
}
