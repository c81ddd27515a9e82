import type { Token } from '../../../../shared/api/tokens.ts';
import { serverNow } from '../../format/clock.ts';
import { fromNow } from '../../format/time.ts';
import { deskWords, words } from '../../locales/index.ts';
import type { Ending } from './end-dialog.tsx';

/** One token: what it may, how long, and when it was last used. */
export function TokenLine({ token, onEnd }: { token: Token; onEnd: (ending: Ending) => void }) {
  const copy = deskWords().programs;
  const now = serverNow();
  const facts = [
    token.scopes.map((scope) => copy.scope[scope]).join(', '), copy.ends(fromNow(Date.parse(token.expiresAt), now)),
    token.usedAt === null ? copy.unused : copy.used(fromNow(Date.parse(token.usedAt), now)),
  ];
  return (
    <li class="party">
      <div class="party-head">
        <h3>{token.name}</h3>
        <span class="party-acts"><button type="button" class="button button-small button-bad" aria-label={`${copy.revoke}: ${token.name}`} onClick={() => onEnd({ what: 'revoke', token })}>{copy.revoke}</button></span>
      </div>
      <p class="small quiet">{facts.join(words().joinList)}</p>
    </li>
  );
}
