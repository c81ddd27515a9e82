import type { Problem } from '../api/http.ts';
import { words } from '../locales/index.ts';

/** What failed in plain words. The server's own sentence is preferred where it knows the case better. */
export function problemWords({ code, detail }: Problem): string {
  const own = words().problem[code];
  return ['policy', 'invalid', 'not-a-slot'].includes(code) && detail ? detail : own;
}

/** Something could not be read or done: what, and how to try again. */
export function ErrorNote({ problem, onRetry, heading }: { problem: Problem; onRetry?: () => void; heading?: string }) {
  const { problem: copy, app } = words();
  return (
    <div class="note note-bad" role="alert">
      <p><b>{heading ?? copy.heading}.</b> {problemWords(problem)}</p>
      {problem.requestId && <p class="small">{copy.reference(problem.requestId)}</p>}
      {onRetry && <button type="button" class="button" onClick={onRetry}>{app.retry}</button>}
    </div>
  );
}
