import { Dialog } from '../../components/dialog.tsx';
import { deskWords } from '../../locales/index.ts';
import { toast } from '../../state/toasts.ts';

/** What is shown once and never again: to be copied, and confirmed. */
export function SecretDialog({ heading, secret, onClose }: { heading: string; secret: string; onClose: () => void }) {
  const copy = deskWords().programs;
  return (
    <Dialog heading={heading} onClose={onClose}>
      <div class="stack">
        <p>{copy.secretHint}</p>
        <p class="secret"><code>{secret}</code></p>
        <p class="actions">
          <button type="button" class="button" onClick={() => void copyIt(secret)}>{copy.copy}</button>
          <button type="button" class="button button-main" onClick={onClose}>{copy.kept}</button>
        </p>
      </div>
    </Dialog>
  );
}

/** Where the browser does not let us, the text is on screen to be marked. */
async function copyIt(secret: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(secret);
    toast(deskWords().programs.copied);
  } catch {
    const code = document.querySelector('.secret code');
    if (code) getSelection()?.selectAllChildren(code);
  }
}
