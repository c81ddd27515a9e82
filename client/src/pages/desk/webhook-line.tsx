import type { Webhook } from '../../../../shared/api/webhooks.ts';
import { changeWebhook } from '../../api/desk.ts';
import { refresh } from '../../api/resource.ts';
import { problemWords } from '../../components/error-note.tsx';
import { deskWords, words } from '../../locales/index.ts';
import { toast } from '../../state/toasts.ts';
import type { Ending } from './end-dialog.tsx';

/** One receiver: where, of what, and whether it still listens. */
export function WebhookLine({ webhook, onLog, onEnd }: { webhook: Webhook; onLog: () => void; onEnd: (ending: Ending) => void }) {
  const copy = deskWords().programs;
  const names = deskWords().audit.kinds;
  const { url, kinds, on, offBecause, waiting } = webhook;
  const of = (act: string) => `${act}: ${url}`;
  return (
    <li class="party">
      <div class="party-head">
        <h3 class="address">{url}</h3>
        <span class="party-acts">
          <button type="button" class="button button-small" aria-label={of(copy.log)} onClick={onLog}>{copy.log}</button>
          <button type="button" class="button button-small" aria-label={of(on ? copy.switchOff : copy.switchOn)} onClick={() => void turn(webhook, !on)}>{on ? copy.switchOff : copy.switchOn}</button>
          <button type="button" class="button button-small" aria-label={of(copy.renew)} onClick={() => onEnd({ what: 'renew', webhook })}>{copy.renew}</button>
          <button type="button" class="button button-small button-quiet" aria-label={of(copy.remove)} onClick={() => onEnd({ what: 'remove', webhook })}>{copy.remove}</button>
        </span>
      </div>
      <p class="small"><span class={on ? '' : 'log-bad'}>{on ? copy.on : copy.off[offBecause ?? 'by-hand']}</span>{waiting > 0 && `${words().joinList}${copy.waiting(waiting)}`}</p>
      <p class="small quiet">{copy.kinds}: {kinds ? kinds.map((kind) => names[kind]).join(', ') : copy.allKinds}</p>
    </li>
  );
}

/** Off by hand can be taken back as easily. */
async function turn(webhook: Webhook, on: boolean): Promise<void> {
  const copy = deskWords().programs;
  const answer = await changeWebhook(webhook, { on });
  if (!answer.ok) toast(problemWords(answer.problem));
  else if (on) toast(copy.switchedOn);
  else toast(copy.switchedOff, { label: words().app.undo, run: () => void turn(answer.value, true) });
  await refresh('programs');
}
