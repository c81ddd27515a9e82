import { useState } from 'preact/hooks';
import type { Waiting } from '../../../../shared/api/waiting.ts';
import { askCoordinator, getWaiting, setWaiting } from '../../api/asking.ts';
import type { Problem } from '../../api/http.ts';
import { readAgain, useReading } from '../../api/resource.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { line } from '../../live/connection.ts';
import { waysWords, words } from '../../locales/index.ts';
import { announce } from '../../state/announcer.ts';
import { draftOf, dropDraft, keepDraft } from '../../state/draft.ts';
import { toast } from '../../state/toasts.ts';
import type { StepProps } from './booking-page.tsx';

interface WaysOnProps extends StepProps {
  /** Offers to tell when a time comes free. */
  waits?: boolean;
  /** Whether a time outside office hours would be news too. */
  outsideHours?: boolean;
}

/** What one can do where no time fits: be told when one comes free, or ask. */
export function WaysOn({ session, catalogue, waits = false, outsideHours = false }: WaysOnProps) {
  const [asking, setAsking] = useState(false);
  return (
    <div class="actions ways">
      {waits && <Wait sessionId={session.id} outsideHours={outsideHours} />}
      <button type="button" class="button" disabled={line.value === 'offline'} onClick={() => setAsking(true)}>{waysWords().ask}</button>
      {asking && <AskDialog sessionId={session.id} topic={catalogue.topics.get(session.topicId)?.name ?? ''} onClose={() => setAsking(false)} />}
    </div>
  );
}

function Wait({ sessionId, outsideHours }: { sessionId: string; outsideHours: boolean }) {
  const copy = waysWords();
  const key = `waiting/${sessionId}`;
  const { value } = useReading<Waiting>(key, () => getWaiting(sessionId));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function set(wanted: boolean): Promise<void> {
    setBusy(true);
    const answer = await setWaiting(sessionId, wanted ? { outsideHours } : null);
    await readAgain(key);
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok && wanted) announce(copy.waiting);
  }
  if (!value) return null;
  return (
    <>
      {problem && <ErrorNote problem={problem} heading={words().problem.notSaved} />}
      {value.waiting && <p class="wait-told">{copy.waiting}</p>}
      <button type="button" class={value.waiting ? 'button' : 'button button-main'} aria-disabled={busy} disabled={line.value === 'offline'} onClick={() => void set(!value.waiting)}>{value.waiting ? copy.waitNoMore : copy.wait}</button>
    </>
  );
}

/** A question to whoever runs the programme. What is typed is kept, whatever becomes of it. */
function AskDialog({ sessionId, topic, onClose }: { sessionId: string; topic: string; onClose: () => void }) {
  const copy = waysWords();
  const draft = `question.${sessionId}`;
  const [text, setText] = useState(() => draftOf(draft).aims);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function send(): Promise<void> {
    if (text.trim() === '') return setMissing(true);
    setBusy(true);
    const answer = await askCoordinator(sessionId, text.trim());
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    dropDraft(draft);
    toast(copy.asked);
    onClose();
  }
  return (
    <Dialog heading={copy.askHeading} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <div class="field">
          <label for="question">{copy.askLabel}</label>
          <textarea
            id="question" rows={5} maxLength={4000} value={text} aria-invalid={missing} aria-describedby={missing ? 'question-error question-hint' : 'question-hint'}
            onInput={(event) => { setText(event.currentTarget.value); setMissing(false); keepDraft(draft, { aims: event.currentTarget.value, plans: [] }); }}
          />
          {missing && <p id="question-error" class="field-error" role="alert">{copy.askMissing}</p>}
          <p id="question-hint" class="small quiet">{copy.askHint(topic)}</p>
        </div>
        {problem && <ErrorNote problem={problem} heading={words().problem.notSaved} />}
        <p class="actions"><button class="button button-main" aria-disabled={busy} disabled={line.value === 'offline'}>{busy ? copy.askSending : copy.askSend}</button></p>
      </form>
    </Dialog>
  );
}
