import '../../styles/office.css';
import { useState } from 'preact/hooks';
import type { Token } from '../../../../shared/api/tokens.ts';
import type { Webhook } from '../../../../shared/api/webhooks.ts';
import { getTokens, getWebhooks } from '../../api/desk.ts';
import { useReading } from '../../api/resource.ts';
import { Heading } from '../../components/heading.tsx';
import { Loaded } from '../../components/page.tsx';
import { Rooms } from '../../components/rooms.tsx';
import { deskWords, words } from '../../locales/index.ts';
import { EndDialog, type Ending } from './end-dialog.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { TokenForm } from './token-form.tsx';
import { TokenLine } from './token-line.tsx';
import { WebhookForm } from './webhook-form.tsx';
import { WebhookLine } from './webhook-line.tsx';
import { WebhookLog } from './webhook-log.tsx';

/** What is open over the page. */
type Opened =
  | { kind: 'webhook' } | { kind: 'token' }
  | { kind: 'log'; webhook: Webhook }
  | { kind: 'ending'; ending: Ending }
  | { kind: 'secret'; heading: string; secret: string };

/** Programs beside this one: those that hear of changes, and those that act for somebody. */
export function ProgramsPage() {
  const copy = deskWords().programs;
  const [opened, setOpened] = useState<Opened | null>(null);
  const webhooks = useReading('programs/webhooks', getWebhooks);
  const tokens = useReading('programs/tokens', getTokens);
  const showSecret = (heading: string, secret: string | null) => setOpened(secret === null ? null : { kind: 'secret', heading, secret });
  const end = (ending: Ending) => setOpened({ kind: 'ending', ending });
  return (
    <>
      <Heading title={words().nav.programs} />
      <Rooms of="log" />
      <p class="lead">{copy.lead}</p>
      <section class="parties" aria-labelledby="webhooks">
        <div class="split"><h2 id="webhooks">{copy.webhooks}</h2><button type="button" class="button" onClick={() => setOpened({ kind: 'webhook' })}>{copy.addWebhook}</button></div>
        <p class="small quiet">{copy.webhooksHint}</p>
        <Loaded of={webhooks} heights={[90]}>
          {(all: Webhook[]) => (all.length === 0 ? <p class="empty">{copy.noWebhooks}</p> : <ul class="party-list">{all.map((webhook) => <WebhookLine key={webhook.id} webhook={webhook} onLog={() => setOpened({ kind: 'log', webhook })} onEnd={end} />)}</ul>)}
        </Loaded>
      </section>
      <section class="parties" aria-labelledby="tokens">
        <div class="split"><h2 id="tokens">{copy.tokens}</h2><button type="button" class="button" onClick={() => setOpened({ kind: 'token' })}>{copy.addToken}</button></div>
        <p class="small quiet">{copy.tokensHint}</p>
        <Loaded of={tokens} heights={[90]}>
          {(all: Token[]) => (all.length === 0 ? <p class="empty">{copy.noTokens}</p> : <ul class="party-list">{all.map((token) => <TokenLine key={token.id} token={token} onEnd={end} />)}</ul>)}
        </Loaded>
      </section>
      {opened?.kind === 'webhook' && <WebhookForm onClose={() => setOpened(null)} onMade={(secret) => showSecret(copy.secret, secret)} />}
      {opened?.kind === 'token' && <TokenForm onClose={() => setOpened(null)} onMade={(secret) => showSecret(copy.token, secret)} />}
      {opened?.kind === 'log' && <WebhookLog webhook={opened.webhook} onClose={() => setOpened(null)} />}
      {opened?.kind === 'ending' && <EndDialog ending={opened.ending} onClose={() => setOpened(null)} onSecret={(secret) => showSecret(copy.secret, secret)} />}
      {opened?.kind === 'secret' && <SecretDialog heading={opened.heading} secret={opened.secret} onClose={() => setOpened(null)} />}
    </>
  );
}
