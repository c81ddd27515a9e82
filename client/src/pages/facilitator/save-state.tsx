import { ErrorNote } from '../../components/error-note.tsx';
import { clock } from '../../format/time.ts';
import { city, hoursWords, words } from '../../locales/index.ts';
import type { Editing } from './use-availability.ts';

/** Whether what is on screen is what the server has; when it could not be saved, why, and how to try again. */
export function SaveState({ editing }: { editing: Editing }) {
  const { problem, isSaving, isChanged, savedAt, base } = editing;
  const copy = hoursWords();
  if (problem?.code === 'stale') return <Conflict editing={editing} />;
  if (problem) return <ErrorNote problem={problem} heading={words().problem.notSaved} onRetry={() => void editing.save()} />;
  const state = isSaving ? copy.saving : isChanged ? copy.unsaved : savedAt === null ? copy.allSaved : copy.saved(clock(savedAt, base.timeZone), city(base.timeZone));
  return <p class="small quiet save-state">{state}</p>;
}

function Conflict({ editing }: { editing: Editing }) {
  const copy = hoursWords();
  return (
    <div class="note note-held" role="alert">
      <p>{copy.stale}</p>
      <p class="actions"><button type="button" class="button" onClick={editing.takeTheirs}>{copy.takeTheirs}</button><button type="button" class="button" onClick={editing.keepMine}>{copy.keepMine}</button></p>
    </div>
  );
}
