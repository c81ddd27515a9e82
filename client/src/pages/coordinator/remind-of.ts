import { remind } from '../../api/coordination.ts';
import { refresh } from '../../api/resource.ts';
import { problemWords } from '../../components/error-note.tsx';
import { coordinatorWords } from '../../locales/index.ts';
import { announce } from '../../state/announcer.ts';
import { toast } from '../../state/toasts.ts';

/** Asks the people of these sessions' clusters to book, and says what came of it. */
export async function remindOf(programmeId: string, sessionIds: readonly string[]): Promise<void> {
  const copy = coordinatorWords().coverage;
  const answer = await remind(programmeId, sessionIds);
  const said = !answer.ok ? problemWords(answer.problem) : answer.value.people === 0 ? copy.remindedNobody : copy.remindedToast(answer.value.people);
  toast(said);
  announce(said);
  await refresh('coverage');
}
