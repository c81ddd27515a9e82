import '../../styles/office.css';
import { useState } from 'preact/hooks';
import type { Token } from '../../../../shared/api/tokens.ts';
import type { Webhook } from '../../../../shared/api/webhooks.ts';
import { getTokens, getWebhooks } from '../../api/desk.ts';
import { useReading } from '../../api/resource.ts';
import { deferred } from '../../components/deferred.tsx';
import { Heading } from '../../components/heading.tsx';
import { Loaded } from '../../components/page.tsx';
import { Rooms } from '../../components/rooms.tsx';
import { deskWords, roomsWords } from '../../locales/index.ts';
import type { Ending } from './end-dialog.tsx';
import type { Opened } from './opened-over.tsx';
import { TokenLine } from './token-line.tsx';
import { WebhookLine } from './webhook-line.tsx';

/** Fetched when something is to be made or ended. */
const OpenedOver = deferred(async () => (await import('./opened-over.tsx')).OpenedOver);

/** Programs beside this one: those that hear of changes, and those that act for somebody. */
export function ProgramsPage() {
  const copy = deskWords().programs;
  const [opened, setOpened] = useState<Opened | null>(null);
  const webhooks = useReading('programs/webhooks', getWebhooks);
  const tokens = useReading('programs/tokens', getTokens);
  const end = (ending: Ending) => setOpened({ kind: 'ending', ending });
  return (
    <>
      <Heading title={roomsWords().programs} />
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
      {opened && <OpenedOver opened={opened} onOpen={setOpened} />}
    </>
  );
}
