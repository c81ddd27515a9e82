import { useState } from 'preact/hooks';
import type { Booking } from '../../../../shared/api/bookings.ts';
import type { Swap, SwapsOfBooking } from '../../../../shared/api/swaps.ts';
import type { Answer, Problem } from '../../api/http.ts';
import { refresh, useReading } from '../../api/resource.ts';
import { agreeToSwap, endSwap, getSwapsOf } from '../../api/swaps.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { ErrorNote } from '../../components/error-note.tsx';
import { Loaded } from '../../components/page.tsx';
import { line } from '../../live/connection.ts';
import { swapsWords, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { toast } from '../../state/toasts.ts';
import { AskForSwap } from './ask-for-swap.tsx';
import { PlaceLine } from './place-line.tsx';

interface SwapsProps {
  booking: Booking;
  catalogue: Catalogue;
}

/** Changing places with another cluster: what is asked of us, what we have asked for, and how to ask. */
export function Swaps({ booking, catalogue }: SwapsProps) {
  const copy = swapsWords();
  const reading = useReading<SwapsOfBooking>(`swaps/${booking.id}`, () => getSwapsOf(booking.id));
  return (
    <section class="card stack" aria-labelledby="swaps">
      <div><h2 id="swaps">{copy.heading}</h2><p class="small quiet">{copy.lead}</p></div>
      <Loaded of={reading} heights={[60]}>{(known) => <Known {...known} booking={booking} catalogue={catalogue} />}</Loaded>
    </section>
  );
}

function Known({ swaps, candidates, booking, catalogue }: SwapsOfBooking & SwapsProps) {
  const copy = swapsWords();
  const [asking, setAsking] = useState(false);
  const standing = swaps.filter(({ state }) => state === 'asked');
  const past = swaps.filter(({ state }) => state !== 'asked');
  return (
    <>
      {standing.map((swap) => (swap.booking.bookingId === booking.id
        ? <Asked key={swap.id} swap={swap} catalogue={catalogue} />
        : <ToAnswer key={swap.id} swap={swap} catalogue={catalogue} />))}
      <p class="actions"><button type="button" class="button" disabled={line.value === 'offline'} onClick={() => setAsking(true)}>{copy.ask}</button></p>
      {past.length > 0 && <ul class="small quiet">{past.slice(0, 3).map((swap) => <li key={swap.id}>{copy.past[swap.state]}{swap.state !== 'agreed' && <>: <PlaceLine place={swap.booking.bookingId === booking.id ? swap.other : swap.booking} catalogue={catalogue} /></>}</li>)}</ul>}
      {asking && <AskForSwap booking={booking} candidates={candidates} catalogue={catalogue} onClose={() => setAsking(false)} />}
    </>
  );
}

/** What we have asked for: it can be taken back. */
function Asked({ swap, catalogue }: { swap: Swap; catalogue: Catalogue }) {
  const copy = swapsWords();
  const { busy, problem, act } = useAct();
  return (
    <div class="note">
      <p>{copy.youAsked} <b><PlaceLine place={swap.other} catalogue={catalogue} /></b>. {copy.waits}</p>
      {problem && <ErrorNote problem={problem} heading={words().problem.notSaved} />}
      <p class="actions"><button type="button" class="button" aria-disabled={busy} onClick={() => void act(() => endSwap(swap.id), copy.withdrawn)}>{copy.withdraw}</button></p>
    </div>
  );
}

/** What is asked of us: what we would get, what they would, and the two answers. */
function ToAnswer({ swap, catalogue }: { swap: Swap; catalogue: Catalogue }) {
  const copy = swapsWords();
  const { role } = useViewer();
  const { busy, problem, act } = useAct();
  return (
    <div class="note note-held">
      <div class="stack">
        <p><b>{copy.theyAsk}</b></p>
        <dl class="facts">
          <dt>{copy.youWouldGet}</dt><dd><PlaceLine place={swap.booking} catalogue={catalogue} /></dd>
          <dt>{copy.youWouldGive}</dt><dd><PlaceLine place={swap.other} catalogue={catalogue} /></dd>
          {swap.note !== null && <><dt>{copy.theySay}</dt><dd class="prose">{swap.note}</dd></>}
        </dl>
        {problem && <ErrorNote problem={problem} heading={words().problem.notSaved} />}
        <p class="actions">
          {role === 'representative' && <button type="button" class="button button-main" aria-disabled={busy} disabled={line.value === 'offline'} onClick={() => void act(() => agreeToSwap(swap.id), copy.agreed)}>{busy ? copy.agreeing : copy.agree}</button>}
          <button type="button" class="button" aria-disabled={busy} disabled={line.value === 'offline'} onClick={() => void act(() => endSwap(swap.id), copy.declined)}>{copy.decline}</button>
        </p>
      </div>
    </div>
  );
}

/** One answer at a time; what came of it is said, and everything that shows the sessions is read again. */
function useAct() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function act(ask: () => Promise<Answer<unknown>>, said: string): Promise<void> {
    setBusy(true);
    const answer = await ask();
    await refresh('swaps', 'sessions', 'deliveries');
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) toast(said);
  }
  return { busy, problem, act };
}
