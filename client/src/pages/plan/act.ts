import type { Answer } from '../../api/http.ts';
import { refresh } from '../../api/resource.ts';
import { problemWords } from '../../components/error-note.tsx';
import { toast } from '../../state/toasts.ts';

/** Waits for an answer, says what went wrong, and reads the plan again. Returns whether it was done. */
export async function act(answer: Promise<Answer<unknown>>): Promise<boolean> {
  const result = await answer;
  if (!result.ok) toast(problemWords(result.problem));
  await refresh('plan');
  return result.ok;
}
