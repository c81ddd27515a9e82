import '../../styles/office.css';
import '../../styles/outlook.css';
import '../../styles/setup.css';
import { useEffect, useState } from 'preact/hooks';
import type { Draft } from '../../../../shared/api/drafts.ts';
import { readAgain, useReading } from '../../api/resource.ts';
import { getDraft } from '../../api/setup.ts';
import { deferred } from '../../components/deferred.tsx';
import { Heading } from '../../components/heading.tsx';
import { Loaded } from '../../components/page.tsx';
import { clock } from '../../format/time.ts';
import { city, roomsWords, setupWords } from '../../locales/index.ts';
import { go } from '../../router.tsx';
import { useViewer } from '../../state/me.ts';
import { ZoneList } from '../office/fields.tsx';
import { Basics } from './basics.tsx';
import { checkSetup, type Step, STEPS, stepOf } from './check-setup.ts';
import { type Keeping, useDraft } from './use-draft.ts';

/** Fetched when the steps before are done. */
const LaterStep = deferred(async () => (await import('./later-step.tsx')).LaterStep);
const Review = deferred(async () => (await import('./review.tsx')).Review);

/** One programme being set up, step by step; the address says which step, so that Back goes to the one before. */
export function EditorPage({ params, query }: { params?: Record<string, string>; query?: Record<string, string> }) {
  const id = params?.['id'] ?? '';
  const reading = useReading(`drafts/one/${id}`, () => getDraft(id));
  return <Loaded of={reading} heights={[48, 44, 300]}>{(draft) => <Editor key={`${draft.id} ${reading.value === draft ? draft.version : ''}`} draft={draft} asked={query?.['step']} />}</Loaded>;
}

function Editor({ draft, asked }: { draft: Draft; asked: string | undefined }) {
  const copy = setupWords();
  const { setup, keeping, change } = useDraft(draft);
  const step = STEPS.find((each) => each === asked) ?? 'basics';
  const [isStrict, setStrict] = useState(false);
  const [focus, setFocus] = useState<string | null>(null);
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const faults = isStrict ? new Map([...refused, ...checkSetup(setup)]) : new Map<string, string>();
  const goTo = (next: Step) => go(`/setup/${draft.id}?step=${next}`);
  useEffect(() => { if (step === 'review') setStrict(true); }, [step]);
  useEffect(() => {
    if (focus === null) return;
    document.getElementById(focus)?.focus();
    setFocus(null);
  }, [focus, step]);
  const all = { setup, faults, onChange: (next: Parameters<typeof change>[0]) => { setRefused(new Map()); change(next); } };
  const place = STEPS.indexOf(step);
  const [before, after] = [STEPS[place - 1], STEPS[place + 1]];
  return (
    <>
      <p class="crumbs"><a href="/setup">{roomsWords().setup}</a> / {setup.programme.name || copy.unnamed}</p>
      <nav class="setup-steps" aria-label={copy.steps}>
        <ol>{STEPS.map((each, index) => <li key={each}><a href={`/setup/${draft.id}?step=${each}`} aria-current={each === step ? 'step' : undefined}><span class="setup-number">{index + 1}</span>{copy.step[each]}</a></li>)}</ol>
      </nav>
      <Heading key={step} title={copy.step[step]} />
      <Kept keeping={keeping} id={draft.id} />
      <ZoneList />
      {step === 'basics' && <Basics {...all} />}
      {step !== 'basics' && step !== 'review' && <LaterStep {...all} step={step} />}
      {step === 'review' && <Review {...all} draftId={draft.id} onRefused={setRefused} onJump={(path) => { goTo(stepOf(path)); setFocus(path); }} />}
      <p class="actions setup-foot">
        {before && <button type="button" class="button" onClick={() => goTo(before)}>{copy.back(copy.step[before])}</button>}
        {after && <button type="button" class="button button-main" onClick={() => goTo(after)}>{copy.next(copy.step[after])}</button>}
      </p>
    </>
  );
}

function Kept({ keeping, id }: { keeping: Keeping; id: string }) {
  const copy = setupWords();
  const { timeZone } = useViewer();
  if (keeping.kind === 'saved') return <p class="small quiet kept">{copy.saved(clock(keeping.at, timeZone), city(timeZone))}</p>;
  if (keeping.kind === 'saving') return <p class="small quiet kept">{copy.saving}</p>;
  if (keeping.kind === 'unsaved') return <p class="note note-held kept" role="alert">{copy.unsaved}</p>;
  return <p class="note note-bad kept" role="alert">{copy.elsewhere} <button type="button" class="button" onClick={() => void readAgain(`drafts/one/${id}`)}>{copy.reload}</button></p>;
}
