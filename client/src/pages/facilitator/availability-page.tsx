import '../../styles/availability.css';
import type { AvailabilityAnswer } from '../../../../shared/api/availability.ts';
import { useCatalogue } from '../../api/catalogue.ts';
import { getAvailability } from '../../api/endpoints.ts';
import { useReading } from '../../api/resource.ts';
import { both, useSessions } from '../../api/sessions.ts';
import { Heading } from '../../components/heading.tsx';
import { Loaded } from '../../components/page.tsx';
import { hoursWords } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { AvailabilityEditor } from './availability-editor.tsx';

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
    </>
  );
}
