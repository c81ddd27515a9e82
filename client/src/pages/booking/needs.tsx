import { useEffect, useRef, useState } from 'preact/hooks';
import type { Booking } from '../../../../shared/api/bookings.ts';
import type { Hold } from '../../../../shared/api/holds.ts';
import { book } from '../../api/booking.ts';
import type { Problem } from '../../api/http.ts';
import { refresh } from '../../api/resource.ts';
import { ErrorNote } from '../../components/error-note.tsx';
import { FieldLink } from '../../components/field-link.tsx';
import { Heading } from '../../components/heading.tsx';
import { line } from '../../live/connection.ts';
import { bookingWords, words } from '../../locales/index.ts';
import { type Draft, draftOf, dropDraft, keepDraft, keepLast, lastDraft, needsText } from '../../state/draft.ts';
import type { StepProps } from './booking-page.tsx';
import { ChangeLimit } from './change-limit.tsx';
import { HoldBox } from './hold-box.tsx';
import { Invited } from './invited.tsx';
import type { Holding } from './use-hold.ts';

interface NeedsProps extends StepProps {
  holding: Holding & { hold: Hold };
  onBooked: (booking: Booking) => void;
}

/** Step two: the time is kept while one says what the session should be about. */
export function Needs({ session, catalogue, holding, onBooked }: NeedsProps) {
  const copy = bookingWords().book;
  const [draft, setDraft] = useState<Draft>(() => begun(session.id));
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (missing) summary.current?.focus();
  }, [missing]);
  const change = (next: Draft) => {
    setDraft(next);
    keepDraft(session.id, next);
    if (next.aims.trim() !== '') setMissing(false);
  };
  async function confirm(): Promise<void> {
    if (draft.aims.trim() === '') {
      setMissing(true);
      summary.current?.focus();
      return;
    }
    setBusy(true);
    setProblem(null);
    const { hold } = holding;
    const needs = needsText(draft, copy.planFor);
    const answer = await book(session.id, { facilitatorId: hold.facilitatorId, start: hold.start, holdId: hold.id, needs });
    setBusy(false);
    if (answer.ok) {
      dropDraft(session.id);
      keepLast(draft);
      onBooked(answer.value);
    } else if (isOver(answer.problem)) holding.lose(answer.problem);
    else {
      setProblem(answer.problem);
      if (answer.problem.code === 'already-booked') void refresh('sessions');
    }
  }
  return (
    <>
      <Heading key="needs" title={copy.needsHeading} />
      <form class="card stack" noValidate onSubmit={(event) => { event.preventDefault(); void confirm(); }}>
        <HoldBox holding={holding} catalogue={catalogue} />
        {missing && <div ref={summary} class="note note-bad" tabIndex={-1} role="alert"><p><b>{copy.errors}</b> <FieldLink to="aims">{copy.aimsMissing}</FieldLink></p></div>}
        <Questions draft={draft} onDraft={change} missing={missing} />
        <Invited clusterId={session.clusterId} />
        <ChangeLimit catalogue={catalogue} />
        {problem && <ErrorNote problem={problem} heading={words().problem.notSaved} />}
        <div class="needs-act"><button class="button button-main button-large" aria-disabled={busy} disabled={line.value === 'offline'}>{busy ? copy.confirming : copy.confirm}</button></div>
        {line.value === 'offline' && <p class="small">{words().app.needsConnection}</p>}
      </form>
    </>
  );
}

function Questions({ draft, onDraft, missing }: { draft: Draft; onDraft: (draft: Draft) => void; missing: boolean }) {
  const copy = bookingWords().book;
  const before = lastDraft().aims;
  const toggle = (plan: string, wanted: boolean) => onDraft({ ...draft, plans: wanted ? [...draft.plans, plan] : draft.plans.filter((each) => each !== plan) });
  return (
    <>
      <div class="field">
        <label for="aims">{copy.aims}</label>
        <textarea id="aims" rows={4} maxLength={3500} required value={draft.aims} aria-invalid={missing} aria-describedby={missing ? 'aims-error aims-hint' : 'aims-hint'} onInput={(event) => onDraft({ ...draft, aims: event.currentTarget.value })} />
        {missing && <p id="aims-error" class="field-error">{copy.aimsMissing}</p>}
        <p id="aims-hint" class="small quiet">{copy.aimsHint}</p>
        {draft.aims === '' && before !== '' && <p><button type="button" class="button as-before" onClick={() => onDraft({ ...draft, aims: before })}>{copy.asBefore} <q>{before}</q></button></p>}
      </div>
      <fieldset class="group">
        <legend>{copy.planFor}</legend>
        <div class="checks">
          {Object.entries(copy.plans).map(([key, plan]) => (
            <label class="check" key={key}><input type="checkbox" checked={draft.plans.includes(plan)} onChange={(event) => toggle(plan, event.currentTarget.checked)} /><span>{plan}</span></label>
          ))}
        </div>
      </fieldset>
    </>
  );
}

/** What has been written here; what is to be planned for is the people's own and seldom differs from one session to the next. */
function begun(sessionId: string): Draft {
  const draft = draftOf(sessionId);
  return draft.aims === '' && draft.plans.length === 0 ? { ...draft, plans: lastDraft().plans } : draft;
}

function isOver({ code }: Problem): boolean {
  return code === 'hold-expired' || code === 'slot-taken' || code === 'not-a-slot';
}
