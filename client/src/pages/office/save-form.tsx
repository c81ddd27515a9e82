import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, Problem } from '../../api/http.ts';
import { refresh } from '../../api/resource.ts';
import { Dialog } from '../../components/dialog.tsx';
import { asksToSignInAgain, RefusalNote } from './refusal-note.tsx';
import { FieldLink } from '../../components/field-link.tsx';
import { officeWords, words } from '../../locales/index.ts';
import { toast } from '../../state/toasts.ts';
import type { Faults } from './fields.tsx';

interface SaveFormProps<Saved> {
  heading: string;
  /** What is wrong before anything is sent. */
  check: () => Faults;
  save: () => Promise<Answer<Saved>>;
  /** Once it is saved and the form has closed. */
  onDone: (saved: Saved) => void;
  /** What the button says; without it: save. */
  label?: string;
  /** Maps the server's path of a field to its id here. */
  idOf: (path: string) => string;
  onClose: () => void;
  children: (faults: Faults) => ComponentChildren;
}

/** A form in a dialog: faults beside their fields and in a summary that takes focus; what was typed stays whatever happens. */
export function SaveForm<Saved>({ heading, check, save, idOf, onDone, label, onClose, children }: SaveFormProps<Saved>) {
  const copy = officeWords().people;
  const [faults, setFaults] = useState<Faults>(new Map());
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSaving, setSaving] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), [faults]);
  async function submit(): Promise<void> {
    const found = check();
    setFaults(found);
    setProblem(null);
    if (found.size > 0 || isSaving) return;
    setSaving(true);
    const answer = await save();
    setSaving(false);
    if (answer.ok) {
      onClose();
      onDone(answer.value);
      return;
    }
    const { errors } = answer.problem;
    if (errors.length === 0 || asksToSignInAgain(answer.problem)) return setProblem(answer.problem);
    setFaults(new Map(errors.map(({ path, message }) => [idOf(path.replace(/^body\./, '')), message])));
  }
  return (
    <Dialog heading={heading} onClose={onClose} wide>
      <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }}>
        {faults.size > 0 && (
          <div ref={summary} class="note note-bad" tabIndex={-1} role="alert">
            <p><b>{copy.errors}</b></p>
            <ul>{[...faults].map(([id, said]) => <li key={id}><FieldLink to={id}>{labelOf(id)} {said}</FieldLink></li>)}</ul>
          </div>
        )}
        {problem && <RefusalNote problem={problem} heading={problem.code === 'stale' ? copy.stale : words().problem.notSaved} />}
        {children(faults)}
        <p class="actions"><button class="button button-main" aria-disabled={isSaving}>{isSaving ? copy.saving : label ?? copy.save}</button><button type="button" class="button" onClick={onClose}>{words().app.close}</button></p>
      </form>
    </Dialog>
  );
}

/** Says that somebody has been saved, and shows them as they are now. */
export function saidSaved({ name }: { name: string }): void {
  toast(officeWords().people.saved(name));
  void refresh('programme', 'staff', 'coverage', 'sessions');
}

/** What the field is called on screen. */
function labelOf(id: string): string {
  const label = document.getElementById(id)?.closest('label')?.querySelector('span')?.textContent ?? document.querySelector(`#${CSS.escape(id)} > legend`)?.textContent;
  return label ? `${label}:` : '';
}
