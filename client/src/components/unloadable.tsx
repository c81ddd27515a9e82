import { words } from '../locales/index.ts';

/** A part of the app did not come; a reload asks for it again, and what was held or written is still there then. */
export function Unloadable() {
  const { app, problem } = words();
  return (
    <div class="note note-bad" role="alert">
      <p>{problem.heading}. {problem.unreachable}</p>
      <button type="button" class="button" onClick={() => location.reload()}>{app.retry}</button>
    </div>
  );
}
