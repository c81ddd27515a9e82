import '../../styles/availability.css';
import type { AvailabilityAnswer } from '../../../../shared/api/availability.ts';
import { useCatalogue } from '../../api/catalogue.ts';
import { getAvailability } from '../../api/endpoints.ts';
import { useReading } from '../../api/resource.ts';
import { both } from '../../api/sessions.ts';
import { Heading } from '../../components/heading.tsx';
import { Loaded } from '../../components/page.tsx';
import { facilitatorWords } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { AvailabilityEditor } from './availability-editor.tsx';

/** When a facilitator may be booked: every week, on single dates, and while travelling. */
export function AvailabilityPage() {
  const { programmeId, facilitatorId } = useViewer();
  const availability = useReading<AvailabilityAnswer>(`availability/${facilitatorId ?? ''}`, () => getAvailability(facilitatorId ?? ''));
  return (
    <>
      <Heading title={facilitatorWords().availability.heading} />
      <Loaded of={both(useCatalogue(programmeId), availability)} heights={[26, 220, 180, 120]}>
        {([catalogue, saved]) => <AvailabilityEditor catalogue={catalogue} saved={saved} facilitatorId={facilitatorId ?? ''} />}
      </Loaded>
    </>
  );
}
