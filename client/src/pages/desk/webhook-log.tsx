import type { Webhook, WebhookDelivery } from '../../../../shared/api/webhooks.ts';
import { getWebhookLog, redeliver } from '../../api/desk.ts';
import { refresh, useReading } from '../../api/resource.ts';
import { Dialog } from '../../components/dialog.tsx';
import { problemWords } from '../../components/error-note.tsx';
import { Loaded } from '../../components/page.tsx';
import { serverNow } from '../../format/clock.ts';
import { clock, dateAt, dayShort, fromNow } from '../../format/time.ts';
import { city, deskWords, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { toast } from '../../state/toasts.ts';

/** What one receiver was sent and what it answered; anything can be sent again. */
export function WebhookLog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const copy = deskWords().programs;
  const reading = useReading(`programs/log/${webhook.id}`, () => getWebhookLog(webhook.id));
  return (
    <Dialog heading={copy.logOf(webhook.url)} onClose={onClose} wide>
      <Loaded of={reading} heights={[60, 60]}>
        {({ items }) => (items.length === 0 ? <p class="empty">{copy.logNone}</p> : <ul class="sent">{items.map((message) => <Message key={message.id} message={message} webhook={webhook} />)}</ul>)}
      </Loaded>
    </Dialog>
  );
}

function Message({ message, webhook }: { message: WebhookDelivery; webhook: Webhook }) {
  const copy = deskWords().programs;
  const { timeZone } = useViewer();
  const at = Date.parse(message.triedAt ?? message.queuedAt);
  const facts = [
    copy.states[message.state], ...(message.lastStatus === null ? [] : [copy.status(message.lastStatus)]), ...(message.tries > 1 ? [copy.tries(message.tries)] : []),
    ...(message.nextTryAt === null || message.tries === 0 ? [] : [copy.next(fromNow(Date.parse(message.nextTryAt), serverNow()))]),
  ];
  return (
    <li class="split">
      <span>
        <b>{deskWords().audit.kinds[message.kind]}</b> <small class="quiet">{dayShort(dateAt(at, timeZone))}, {words().timeIn(clock(at, timeZone), city(timeZone))}</small>
        <span class={`second small${message.state === 'failed' ? ' log-bad' : ''}`}>{facts.join(words().joinList)}</span>
        {message.lastError && message.state !== 'delivered' && <small class="second quiet" lang="en">{message.lastError}</small>}
      </span>
      <button type="button" class="button button-small" onClick={() => void again(webhook.id, message.id)}>{copy.again}</button>
    </li>
  );
}

async function again(webhookId: string, deliveryId: string): Promise<void> {
  const answer = await redeliver(webhookId, deliveryId);
  toast(answer.ok ? deskWords().programs.againSaid : problemWords(answer.problem));
  await refresh('programs');
}
