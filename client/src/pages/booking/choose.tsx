import { useState } from 'preact/hooks';
import type { Slot } from '../../../../shared/api/slots.ts';
import { Heading } from '../../components/heading.tsx';
import { clock, dateRange } from '../../format/time.ts';
import { city, bookingWords, words } from '../../locales/index.ts';
import type { StepProps } from './booking-page.tsx';
import { Picker } from './picker.tsx';
import { LapsedNote } from './lapsed-note.tsx';
import type { Holding } from './use-hold.ts';

/** Step one: every free time of the session's week, on both clocks. */
export function Choose({ session, catalogue, holding, onPick }: StepProps & { holding: Holding; onPick: () => void }) {
  const copy = bookingWords().book;
  const phase = catalogue.phases.find(({ id }) => id === session.phaseId);
  const [shownZone, setShownZone] = useState<string | null>(null);
  return (
    <>
      <Heading key="choose" title={copy.choose} />
      {phase && <p class="lead">{catalogue.topics.get(session.topicId)?.name} {words().joinList} {copy.lead(words().minutes(session.minutes), dateRange(phase.startsOn, phase.endsOn))}</p>}
      {holding.setback?.kind === 'lapsed' && <LapsedNote place={holding.setback.place} busy={holding.busy} onAgain={(place) => void holding.place(place)} />}
      <Picker
        session={session} catalogue={catalogue} busy={holding.busy} setback={holding.setback}
        shownZone={shownZone} onZone={setShownZone}
        action={(slot: Slot, zone: string) => (holding.busy ? copy.holding : copy.hold(clock(Date.parse(slot.start), zone)))}
        actionName={(slot: Slot, zone: string) => `${copy.hold(clock(Date.parse(slot.start), zone))} ${words().cityTime(city(zone))}`}
        onPick={onPick}
        onChosen={(slot) => void holding.place(slot)}
      />
    </>
  );
}
