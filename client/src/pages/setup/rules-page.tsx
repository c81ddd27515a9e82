import '../../styles/office.css';
import '../../styles/setup.css';
import { useState } from 'preact/hooks';
import type { RetentionState } from '../../../../shared/api/people.ts';
import type { Programme } from '../../../../shared/api/programmes.ts';
import { useCatalogue } from '../../api/catalogue.ts';
import { getProgramme } from '../../api/endpoints.ts';
import type { Problem } from '../../api/http.ts';
import { getRetention, putRetention } from '../../api/rules.ts';
import { refresh, useReading } from '../../api/resource.ts';
import { deferred } from '../../components/deferred.tsx';
import { Heading } from '../../components/heading.tsx';
import { Loaded } from '../../components/page.tsx';
import { Rooms } from '../../components/rooms.tsx';
import { serverNow } from '../../format/clock.ts';
import { dayWords, fromNow, minutesWords } from '../../format/time.ts';
import { city, roomsWords, rulesWords, setupWords, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { toast } from '../../state/toasts.ts';
import { RefusalNote } from '../office/refusal-note.tsx';
import { PartsCard } from './parts-card.tsx';

/** Fetched when something is to be changed. */
const RulesForm = deferred(async () => (await import('./rules-form.tsx')).RulesForm);

/** What the programme is, how it is booked, and how long its people are remembered. */
export function RulesPage() {
  const copy = rulesWords();
  const { programmeId } = useViewer();
  const programme = useReading(`programme/own/${programmeId}`, () => getProgramme(programmeId));
  const retention = useReading(`retention/${programmeId}`, () => getRetention(programmeId));
  return (
    <>
      <Heading title={roomsWords().rules} />
      <Rooms of="people" />
      <p class="lead">{copy.lead}</p>
      <Loaded of={programme} heights={[150, 200]}>{(read) => <Facts programme={read} />}</Loaded>
      <Loaded of={useCatalogue(programmeId)} heights={[300]}>{(catalogue) => <PartsCard catalogue={catalogue} />}</Loaded>
      <Loaded of={retention} heights={[90]}>{(read) => <RetentionCard retention={read} programmeId={programmeId} />}</Loaded>
    </>
  );
}

function Facts({ programme }: { programme: Programme }) {
  const copy = rulesWords();
  const [opened, setOpened] = useState<'facts' | 'booking' | null>(null);
  const { policy } = programme;
  const most = (count: number | null) => (count === null ? copy.noLimit : String(count));
  return (
    <>
      <section class="card rules-card" aria-labelledby="rules-facts">
        <div class="split"><h2 id="rules-facts">{copy.facts}</h2><button type="button" class="button" aria-label={copy.changeWhat(copy.facts)} onClick={() => setOpened('facts')}>{copy.change}</button></div>
        <dl class="facts">
          <dt>{setupWords().name}</dt><dd>{programme.name}</dd>
          <dt>{setupWords().zone}</dt><dd>{city(programme.timeZone)}</dd>
          <dt>{setupWords().firstDay}</dt><dd>{dayWords(programme.startsOn, serverNow())}</dd>
          <dt>{setupWords().lastDay}</dt><dd>{dayWords(programme.endsOn, serverNow())}</dd>
          {programme.meetingAddress && <><dt>{copy.meeting}</dt><dd class="address">{programme.meetingAddress}</dd></>}
        </dl>
      </section>
      <section class="card rules-card" aria-labelledby="rules-booking">
        <div class="split"><h2 id="rules-booking">{copy.booking}</h2><button type="button" class="button" aria-label={copy.changeWhat(copy.booking)} onClick={() => setOpened('booking')}>{copy.change}</button></div>
        <dl class="facts">
          <dt>{copy.session}</dt><dd>{minutesWords(policy.sessionMinutes)}</dd>
          <dt>{copy.step}</dt><dd>{minutesWords(policy.slotStepMinutes)}</dd>
          <dt>{copy.notice}</dt><dd>{minutesWords(policy.minimumNoticeMinutes)}</dd>
          <dt>{copy.hold}</dt><dd>{minutesWords(policy.holdMinutes)}</dd>
          <dt>{copy.bufferBefore}</dt><dd>{minutesWords(policy.bufferBeforeMinutes)}</dd>
          <dt>{copy.bufferAfter}</dt><dd>{minutesWords(policy.bufferAfterMinutes)}</dd>
          <dt>{copy.perFacilitator}</dt><dd>{most(policy.maximumPerFacilitatorPerDay)}</dd>
          <dt>{copy.perCluster}</dt><dd>{most(policy.maximumPerClusterPerDay)}</dd>
        </dl>
      </section>
      {opened && <RulesForm programme={programme} part={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

const DAYS = [30, 90, 180, 365, 730, 1825];

function RetentionCard({ retention: { days, peopleForgottenAt }, programmeId }: { retention: RetentionState; programmeId: string }) {
  const copy = rulesWords();
  const [problem, setProblem] = useState<Problem | null>(null);
  const choices = days === null || DAYS.includes(days) ? DAYS : [...DAYS, days].toSorted((a, b) => a - b);
  return (
    <section class="card rules-card stack" aria-labelledby="retention">
      <h2 id="retention">{copy.retention}</h2>
      <p>{copy.retentionHint}</p>
      {peopleForgottenAt !== null && <p class="note">{copy.forgotten(fromNow(Date.parse(peopleForgottenAt), serverNow()))}</p>}
      <label class="field"><span class="sr">{copy.retention}</span>
        <select value={days ?? ''} onChange={(event) => void keepFor(programmeId, event.currentTarget.value === '' ? null : Number(event.currentTarget.value), days).then(setProblem)}>
          <option value="">{copy.keepOn}</option>
          {choices.map((each) => <option key={each} value={each}>{copy.keepFor(each)}</option>)}
        </select>
      </label>
      {problem && <RefusalNote problem={problem} heading={words().problem.notSaved} />}
    </section>
  );
}

/** What stood in the way, if anything did. */
async function keepFor(programmeId: string, days: number | null, before: number | null): Promise<Problem | null> {
  const answer = await putRetention(programmeId, days);
  if (answer.ok) toast(rulesWords().retentionSaved, { label: words().app.undo, run: () => void keepFor(programmeId, before, days) });
  await refresh('retention');
  return answer.ok ? null : answer.problem;
}
