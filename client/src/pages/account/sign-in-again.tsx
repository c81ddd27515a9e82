import { useState } from 'preact/hooks';
import { askForLinkAgain } from '../../api/account.ts';
import type { Problem } from '../../api/http.ts';
import { accountWords } from '../../locales/index.ts';
import { problemWords } from '../../components/error-note.tsx';
import { MailboxHint } from '../sign-in.tsx';

/** What is asked of whoever signed in long ago, and the way there: the page and what was written in it stay as they are. */
export function SignInAgain() {
  const copy = accountWords().again;
  const [said, setSaid] = useState<'nothing' | 'asked' | Problem>('nothing');
  async function ask(): Promise<void> {
    const answer = await askForLinkAgain();
    setSaid(answer.ok ? 'asked' : answer.problem);
  }
  if (said === 'asked') return <><p><output>{copy.sent}</output></p><MailboxHint {...copy.mailbox} /></>;
  return (
    <>
      <p>{copy.why}</p>
      {said !== 'nothing' && <p class="field-error">{problemWords(said)}</p>}
      <button type="button" class="button" onClick={() => void ask()}>{copy.send}</button>
    </>
  );
}
