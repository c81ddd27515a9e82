import type { Webhook } from '../../../../shared/api/webhooks.ts';
import { deskWords } from '../../locales/index.ts';
import { EndDialog, type Ending } from './end-dialog.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { TokenForm } from './token-form.tsx';
import { WebhookForm } from './webhook-form.tsx';
import { WebhookLog } from './webhook-log.tsx';

/** What is open over the page of programs. */
export type Opened =
  | { kind: 'webhook' } | { kind: 'token' }
  | { kind: 'log'; webhook: Webhook }
  | { kind: 'ending'; ending: Ending }
  | { kind: 'secret'; heading: string; secret: string };

export function OpenedOver({ opened, onOpen }: { opened: Opened; onOpen: (next: Opened | null) => void }) {
  const copy = deskWords().programs;
  const close = () => onOpen(null);
  const showSecret = (heading: string, secret: string | null) => onOpen(secret === null ? null : { kind: 'secret', heading, secret });
  switch (opened.kind) {
    case 'webhook': return <WebhookForm onClose={close} onMade={(secret) => showSecret(copy.secret, secret)} />;
    case 'token': return <TokenForm onClose={close} onMade={(secret) => showSecret(copy.token, secret)} />;
    case 'log': return <WebhookLog webhook={opened.webhook} onClose={close} />;
    case 'ending': return <EndDialog ending={opened.ending} onClose={close} onSecret={(secret) => showSecret(copy.secret, secret)} />;
    case 'secret': return <SecretDialog key="secret" heading={opened.heading} secret={opened.secret} onClose={close} />;
  }
}
