import { useState } from 'preact/hooks';
import type { Problem } from '../../api/http.ts';
import { removeParty } from '../../api/office.ts';
import { refresh } from '../../api/resource.ts';
import { Dialog } from '../../components/dialog.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { officeWords, words } from '../../locales/index.ts';
import { toast } from '../../state/toasts.ts';

export interface Removal {
  kind: Parameters<typeof removeParty>[0];
  id: string;
  name: string;
}

/** Asks once more, and says why not where the server refuses: sessions that are booked, the last coordinator. */
export function RemoveDialog({ removal: { kind, id, name }, onClose }: { removal: Removal; onClose: () => void }) {
  const copy = officeWords().people;
  const [problem, setProblem] = useState<Problem | null>(null);
  async function remove(): Promise<void> {
    const answer = await removeParty(kind, id);
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    onClose();
    toast(copy.removed(name));
    await refresh('programme', 'staff', 'coverage', 'sessions');
  }
  return (
    <Dialog heading={copy.removeAsk(name)} onClose={onClose}>
      <form class="stack" onSubmit={(event) => { event.preventDefault(); void remove(); }}>
        {problem ? <RefusalNote problem={problem} heading={words().problem.notSaved} /> : <p>{copy.removeHint}</p>}
        <p class="actions">{!problem && <button class="button button-bad">{copy.remove}</button>}<button type="button" class="button" onClick={onClose}>{copy.keep}</button></p>
      </form>
    </Dialog>
  );
}
