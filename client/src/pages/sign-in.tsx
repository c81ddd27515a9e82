import { useEffect, useState } from 'preact/hooks';
import { askForLink } from '../api/account.ts';
import type { Problem } from '../api/http.ts';
import { problemWords } from '../components/error-note.tsx';
import { Heading } from '../components/heading.tsx';
import { ZoneStrip } from '../components/zone-strip.tsx';
import { serverNow } from '../format/clock.ts';
import { hoursOf } from '../format/hours.ts';
import { dateAt, deviceZone } from '../format/time.ts';
import { doorWords } from '../locales/index.ts';

interface Asked {
  email: string;
  /** For another browser than this one. */
  code: string;
}

/** Asks for a mail address; never says whether it is known. */
export function SignIn() {
  const [asked, setAsked] = useState<Asked | null>(null);
  const copy = doorWords().signIn;
  if (asked === null) return <div class="door"><Heading key="ask" title={copy.heading} /><p class="lead">{copy.lead}</p><AddressForm onSent={setAsked} /><OneHour /><p class="small"><a href="/privacy">{copy.privacy}</a></p></div>;
  return (
    <div class="door">
      <Heading key="sent" title={copy.sentHeading} />
      <p class="lead">{copy.sent(asked.email)}</p>
      <p>{copy.code} <b class="time code">{asked.code.slice(0, 3)} {asked.code.slice(3)}</b></p>
      <MailboxHint text={copy.mailbox} link={copy.mailboxLink} />
      <p><button type="button" class="link" onClick={() => setAsked(null)}>{copy.again}</button></p>
    </div>
  );
}

function AddressForm({ onSent }: { onSent: (asked: Asked) => void }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const copy = doorWords().signIn;
  async function send(event: SubmitEvent & { currentTarget: HTMLFormElement }): Promise<void> {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email')).trim();
    setBusy(true);
    const answer = await askForLink(email);
    setBusy(false);
    if (answer.ok) onSent({ email, code: answer.value.code });
    else setProblem(answer.problem);
  }
  return (
    <form class="card stack" onSubmit={(event) => void send(event)}>
      <label class="field">
        <span>{copy.email}</span>
        <input name="email" type="email" autocomplete="email" required aria-invalid={problem !== null} aria-describedby={problem ? 'email-error' : undefined} />
      </label>
      {problem && <p id="email-error" class="field-error" role="alert">{problem.code === 'invalid' ? copy.badEmail : problemWords(problem)}</p>}
      <div><button class="button button-main" aria-disabled={busy}>{copy.send}</button></div>
    </form>
  );
}

/** What the product is about, before anybody has said a word: the coming hour on three walls. */
function OneHour() {
  const zone = deviceZone();
  const start = Math.ceil(serverNow() / HOUR_MS) * HOUR_MS;
  const rows = [zone, 'Africa/Nairobi', 'Asia/Singapore'].map((each) => ({ zone: each, hours: hoursOf(null) }));
  return <div class="door-picture"><p class="small quiet">{doorWords().signIn.picture}</p><ZoneStrip rows={rows} date={dateAt(start, zone)} axisZone={zone} slot={{ start, end: start + HOUR_MS }} text="" /></div>;
}

const HOUR_MS = 3_600_000;

/** Only an installation without a mail server has a mailbox of its own. */
export function MailboxHint({ text, link }: { text: string; link: string }) {
  const [exists, setExists] = useState(false);
  useEffect(() => {
    void fetch('/mailbox', { method: 'HEAD' }).then((response) => setExists(response.ok), () => setExists(false));
  }, []);
  return exists ? <p class="note">{text} <a href="/mailbox" target="_blank" rel="noopener">{link}</a>.</p> : null;
}
