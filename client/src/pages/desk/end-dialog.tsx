import { useState } from 'preact/hooks';
import type { Token } from '../../../../shared/api/tokens.ts';
import type { Webhook } from '../../../../shared/api/webhooks.ts';
import { removeWebhook, renewWebhookSecret, revokeToken } from '../../api/desk.ts';
import type { Problem } from '../../api/http.ts';
import { refresh } from '../../api/resource.ts';
import { Dialog } from '../../components/dialog.tsx';
import { deskWords, words } from '../../locales/index.ts';
import { RefusalNote } from '../office/refusal-note.tsx';
import { toast } from '../../state/toasts.ts';

/** What cannot be taken back, and so is asked for once more. */
export type Ending = { what: 'remove' | 'renew'; webhook: Webhook } | { what: 'revoke'; token: Token };

export function EndDialog({ ending, onClose, onSecret }: { ending: Ending; onClose: () => void; onSecret: (secret: string) => void }) {
  const copy = deskWords().programs;
  const [problem, setProblem] = useState<Problem | null>(null);
  const { heading, hint, act } = wordsOf(ending);
  async function end(): Promise<void> {
    const answer = await run(ending);
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    onClose();
    if (answer.value) onSecret(answer.value.secret);
    else toast(ending.what === 'revoke' ? copy.revoked(ending.token.name) : copy.removed);
    await refresh('programs');
  }
  return (
    <Dialog heading={heading} onClose={onClose}>
      <form class="stack" onSubmit={(event) => { event.preventDefault(); void end(); }}>
        {problem ? <RefusalNote problem={problem} heading={words().problem.notSaved} /> : <p>{hint}</p>}
        <p class="actions"><button class={ending.what === 'renew' ? 'button button-main' : 'button button-bad'}>{act}</button><button type="button" class="button" onClick={onClose}>{copy.keep}</button></p>
      </form>
    </Dialog>
  );
}

function run(ending: Ending) {
  if (ending.what === 'revoke') return revokeToken(ending.token.id);
  return ending.what === 'renew' ? renewWebhookSecret(ending.webhook.id) : removeWebhook(ending.webhook.id);
}

function wordsOf(ending: Ending): { heading: string; hint: string; act: string } {
  const copy = deskWords().programs;
  if (ending.what === 'revoke') return { heading: copy.revokeAsk(ending.token.name), hint: copy.revokeHint, act: copy.revoke };
  if (ending.what === 'renew') return { heading: copy.renewAsk, hint: copy.renewHint, act: copy.renew };
  return { heading: copy.removeWebhook(ending.webhook.url), hint: copy.removeWebhookHint, act: copy.remove };
}
