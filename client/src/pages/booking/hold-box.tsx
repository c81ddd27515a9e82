import { useEffect, useRef, useState } from 'preact/hooks';
import type { Hold } from '../../../../shared/api/holds.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { isOffer, KeptUntil } from '../../components/kept-until.tsx';
import { TimeThere, When } from '../../components/when.tsx';
import { countdown } from '../../format/time.ts';
import { line } from '../../live/connection.ts';
import { bookingWords, words } from '../../locales/index.ts';
import { announce } from '../../state/announcer.ts';
import { useViewer } from '../../state/me.ts';
import { MINUTE_MS, SECOND_MS, useNow } from '../../state/tick.ts';
import { useEvent } from '../../state/use-event.ts';
import type { Holding } from './use-hold.ts';

const WARN_MS = 60_000;

interface HoldBoxProps {
  holding: Holding & { hold: Hold };
  catalogue: Catalogue;
}

/** What is held, for how long, and the two things to do about it. The clock is the server's. */
export function HoldBox({ holding, catalogue }: HoldBoxProps) {
  const { hold } = holding;
  const { timeZone } = useViewer();
  const copy = words();
  const whole = catalogue.programme.policy.holdMinutes * MINUTE_MS;
  // What the answer took to arrive is not time gained.
  const now = useNow(SECOND_MS / 2);
  const until = Date.parse(hold.expiresAt);
  const left = Math.min(whole, until - now);
  const facilitator = catalogue.facilitators.get(hold.facilitatorId);
  const start = Date.parse(hold.start);
  useWarning(hold, left);
  const isOver = left <= 0;
  const lapse = useEvent(holding.lapse);
  useEffect(() => {
    if (isOver) lapse();
  }, [isOver, lapse]);
  return (
    <section class={left <= WARN_MS ? 'hold-box hold-ending' : 'hold-box'}>
      <div class="hold-what">
        <p><When start={start} end={Date.parse(hold.end)} zone={timeZone} /></p>
        {facilitator && <p class="small quiet"><TimeThere instant={start} zone={facilitator.timeZone} here={timeZone} /> {copy.joinList} {facilitator.name}</p>}
      </div>
      {isOffer(until, now)
        ? <p><KeptUntil until={until} /></p>
        : <p class="hold-left">{bookingWords().book.heldFor} <span class="time" role="timer">{countdown(left)}</span></p>}
      <div class="hold-buttons">
        {hold.extensionsLeft > 0 && !isOffer(until, now) && <KeepButton holding={holding} />}
        <button type="button" class="button" onClick={() => void holding.release('button')}>{bookingWords().book.release}</button>
      </div>
      <progress class="meter hold-meter" value={Math.max(0, left)} max={whole} aria-hidden="true" />
    </section>
  );
}

function KeepButton({ holding }: { holding: Holding }) {
  const [busy, setBusy] = useState(false);
  const copy = bookingWords().book;
  async function keep(): Promise<void> {
    setBusy(true);
    const problem = await holding.extend();
    setBusy(false);
    if (problem) announce(problem.detail);
  }
  return <button type="button" class="button" aria-disabled={busy} disabled={line.value === 'offline'} onClick={() => void keep()}>{copy.keep}</button>;
}

/** Speaks once when a minute is left, and says how much there is after an extension. */
function useWarning(hold: Hold, left: number): void {
  const copy = bookingWords().book;
  const lastRef = useRef(hold.expiresAt);
  const isEnding = left <= WARN_MS && left > 0;
  const tellExtension = useEvent((expiresAt: string) => {
    if (lastRef.current !== expiresAt) announce(copy.keptLonger(countdown(left)));
    lastRef.current = expiresAt;
  });
  const warn = useEvent(() => announce(hold.extensionsLeft > 0 ? copy.lastMinute : copy.lastMinuteNoMore));
  useEffect(() => tellExtension(hold.expiresAt), [hold.expiresAt, tellExtension]);
  useEffect(() => {
    if (isEnding) warn();
  }, [isEnding, warn]);
}
