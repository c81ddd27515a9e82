import type { Problem } from '../../api/http.ts';
import { ErrorNote } from '../../components/error-note.tsx';
import { hoursWords, words } from '../../locales/index.ts';
import type { Editing } from './use-availability.ts';

/** What stands in the way of saving; where somebody else has saved meanwhile, one chooses between the two. */
export function Unsaved({ editing, problem }: { editing: Editing; problem: Problem }) {
  const copy = hoursWords();
  if (problem.code !== 'stale') return <ErrorNote problem={problem} heading={words().problem.notSaved} onRetry={() => void editing.save()} />;
  return (
    <div class="note note-held" role="alert">
      <p>{copy.stale}</p>
      <p class="actions"><button type="button" class="button" onClick={editing.takeTheirs}>{copy.takeTheirs}</button><button type="button" class="button" onClick={editing.keepMine}>{copy.keepMine}</button></p>
    </div>
  );
}
