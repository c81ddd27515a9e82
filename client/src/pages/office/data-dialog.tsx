import { useState } from 'preact/hooks';
import { erasePerson, recordFile } from '../../api/desk.ts';
import type { Problem } from '../../api/http.ts';
import { refresh } from '../../api/resource.ts';
import { Dialog } from '../../components/dialog.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { deskWords, words } from '../../locales/index.ts';
import { toast } from '../../state/toasts.ts';

/** What a person may ask of us: everything kept about them, as a file; and to be forgotten. */
export function DataDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const copy = deskWords().data;
  const [isErasing, setErasing] = useState(false);
  if (isErasing) return <EraseDialog key="erase" id={id} name={name} onClose={onClose} />;
  return (
    <Dialog key="data" heading={copy.heading(name)} onClose={onClose}>
      <div class="stack">
        <p>{copy.takeHint}</p>
        <p><a class="button" href={recordFile(id)} download={`${name}.json`}>{copy.take}</a></p>
        <p><button type="button" class="button button-bad" onClick={() => setErasing(true)}>{copy.erase}</button></p>
      </div>
    </Dialog>
  );
}

function EraseDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const copy = deskWords().data;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [cancels, setCancels] = useState(false);
  const inTheWay = problem?.code === 'policy';
  async function erase(): Promise<void> {
    const answer = await erasePerson(id, cancels ? { comingSessions: 'cancel' } : {});
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    onClose();
    toast(copy.erased(name, answer.value.sessionsKept));
    await refresh('programme', 'staff', 'coverage', 'sessions', 'deliveries');
  }
  return (
    <Dialog heading={copy.eraseAsk(name)} onClose={onClose}>
      <form class="stack" onSubmit={(event) => { event.preventDefault(); void erase(); }}>
        <p>{copy.eraseHint}</p>
        {problem && <RefusalNote problem={problem} heading={words().problem.notSaved} />}
        {inTheWay && <label class="check"><input type="checkbox" checked={cancels} onChange={(event) => setCancels(event.currentTarget.checked)} /><span>{copy.cancelToo}</span></label>}
        <p class="actions"><button class="button button-bad" disabled={inTheWay && !cancels}>{copy.erase}</button><button type="button" class="button" onClick={onClose}>{copy.keep}</button></p>
      </form>
    </Dialog>
  );
}
