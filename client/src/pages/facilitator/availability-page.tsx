import '../../styles/availability.css';
import type { AvailabilityAnswer } from '../../../../shared/api/availability.ts';
import { useCatalogue } from '../../api/catalogue.ts';
import { getAvailability } from '../../api/availability.ts';
import { useReading } from '../../api/resource.ts';
import { both, useSessions } from '../../api/sessions.ts';
import { deferred } from '../../components/deferred.tsx';
import { Heading } from '../../components/heading.tsx';
import { Loaded } from '../../components/page.tsx';
import { hoursWords, need } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { AvailabilityEditor } from './availability-editor.tsx';

const Calendars = deferred(async () => (await Promise.all([import('./calendars-panel.tsx'), need('calendars')]))[0].CalendarsPanel);

/** When a facilitator may be booked: every week, on single dates, and while travelling. */
export function AvailabilityPage() {
  const { programmeId, facilitatorId } = useViewer();
  const availability = useReading<AvailabilityAnswer>(`availability/${facilitatorId ?? ''}`, () => getAvailability(facilitatorId ?? ''));
  return (
    <>
      <Heading title={hoursWords().heading} />
      <Loaded of={both(both(useCatalogue(programmeId), useSessions(programmeId)), availability)} heights={[26, 60, 130, 720]}>
        {([[catalogue, sessions], saved]) => <AvailabilityEditor catalogue={catalogue} sessions={sessions} saved={saved} facilitatorId={facilitatorId ?? ''} />}
      </Loaded>
      {facilitatorId && <Calendars facilitatorId={facilitatorId} />}
    </>
  );
}
