import '../../styles/office.css';
import '../../styles/plan.css';
import '../../styles/strip.css';
import { useEffect, useRef } from 'preact/hooks';
import type { Plan, PlanSummary } from '../../../../shared/api/plans.ts';
import { type Catalogue, useCatalogue } from '../../api/catalogue.ts';
import { getPlan, getPlans } from '../../api/plans.ts';
import { useReading } from '../../api/resource.ts';
import { both, useSessions } from '../../api/sessions.ts';
import { Heading } from '../../components/heading.tsx';
import { Loaded } from '../../components/page.tsx';
import { Rooms } from '../../components/rooms.tsx';
import { planWords, words } from '../../locales/index.ts';
import { announce } from '../../state/announcer.ts';
import { useViewer } from '../../state/me.ts';
import { discarding } from './discarding.ts';
import { Review } from './review.tsx';
import { Solving } from './solving.tsx';
import { StartPlan } from './start-plan.tsx';

/** A timetable for all that is open: asked for, reviewed, changed and published here. It goes on without this page. */
export function PlanPage() {
  const { programmeId } = useViewer();
  const plans = useReading(`plan/all/${programmeId}`, () => getPlans(programmeId));
  return (
    <>
      <Heading title={words().nav.plan} />
      <Rooms of="plan" />
      <p class="lead">{planWords().lead}</p>
      <Loaded of={both(both(useCatalogue(programmeId), useSessions(programmeId)), plans)} heights={[120, 300]}>
        {([[catalogue, sessions], all]) => {
          const present = presentOf(all);
          return present ? <OnePlan key={present.id} id={present.id} catalogue={catalogue} /> : <StartPlan catalogue={catalogue} sessions={sessions} />;
        }}
      </Loaded>
    </>
  );
}

/** The newest that is not published yet, nor being discarded. */
function presentOf(plans: readonly PlanSummary[]): PlanSummary | undefined {
  return plans.find(({ id, state }) => state !== 'published' && !discarding.value.has(id));
}

function OnePlan({ id, catalogue }: { id: string; catalogue: Catalogue }) {
  const reading = useReading(`plan/one/${id}`, () => getPlan(id));
  useSpokenEnds(reading.value);
  return <Loaded of={reading} heights={[120, 300]}>{(plan) => (plan.state === 'solving' ? <Solving plan={plan} /> : <Review plan={plan} catalogue={catalogue} />)}</Loaded>;
}

/** Says when the work begins and when it is done; what lies between is on screen. */
function useSpokenEnds(plan: Plan | undefined): void {
  const beforeRef = useRef<Plan['state'] | null>(null);
  useEffect(() => {
    if (!plan) return;
    const copy = planWords();
    if (plan.state === 'solving' && beforeRef.current !== 'solving') announce(copy.startedSpoken);
    if (plan.state === 'ready' && beforeRef.current === 'solving') announce(copy.solvedSpoken(plan.placements.length, plan.placements.length + plan.unplaced.length));
    beforeRef.current = plan.state;
  }, [plan]);
}
