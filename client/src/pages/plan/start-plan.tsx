import { useState } from 'preact/hooks';
import type { PlanInput, PlanWeights } from '../../../../shared/api/plans.ts';
import type { Session } from '../../../../shared/api/sessions.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { startPlan } from '../../api/plans.ts';
import { byStart } from '../../api/sessions.ts';
import { DateField } from '../../components/date-field.tsx';
import { serverNow } from '../../format/clock.ts';
import { dateAt } from '../../format/time.ts';
import { planWords } from '../../locales/index.ts';
import { act } from './act.ts';
import { settleDiscards } from './discarding.ts';
import { Asked, HoursRound, Weights } from './far.ts';

/** What is to be planned: all that is open, or what somebody's absence hits; and what any timetable keeps to. */
export function StartPlan({ catalogue, sessions }: { catalogue: Catalogue; sessions: readonly Session[] }) {
  const copy = planWords();
  const { id } = catalogue.programme;
  const [mayMove, setMayMove] = useState(false);
  const [isWeighing, setWeighing] = useState(false);
  const [weights, setWeights] = useState<PlanWeights | null>(null);
  const open = sessions.filter(({ state }) => state === 'open').length;
  const booked = sessions.filter(({ state }) => state === 'booked');
  return (
    <>
      <section class="card stack" aria-labelledby="plan-rest">
        <h2 id="plan-rest">{copy.start}</h2>
        <p>{open === 0 ? copy.nothing : copy.startHint(open)}</p>
        {booked.length > 0 && <label class="check"><input type="checkbox" checked={mayMove} onChange={(event) => setMayMove(event.currentTarget.checked)} /><span>{copy.mayMove}</span></label>}
        <details onToggle={(event) => setWeighing(event.currentTarget.open)}><summary>{copy.weights}</summary>{isWeighing && <Weights weights={weights} onChange={setWeights} />}</details>
        <p><button type="button" class="button button-main button-large" disabled={open === 0 && !mayMove} onClick={() => void begin(id, { ...(mayMove && { keep: false }), ...(weights && { weights }) })}>{copy.start}</button></p>
      </section>
      {open > 0 && <HoursRound catalogue={catalogue} />}
      {booked.length > 0 && <Away catalogue={catalogue} booked={booked} />}
      <Asked catalogue={catalogue} />
    </>
  );
}

/** One draft at a time: what is being discarded is gone before the next is begun. */
async function begin(programmeId: string, wish: PlanInput): Promise<void> {
  await settleDiscards();
  await act(startPlan(programmeId, wish));
}

function Away({ catalogue, booked }: { catalogue: Catalogue; booked: readonly Session[] }) {
  const copy = planWords();
  const facilitators = [...catalogue.facilitators.values()];
  const [facilitatorId, setWho] = useState(facilitators[0]?.id ?? '');
  const [chosen, setChosen] = useState<{ from: string; until: string } | null>(null);
  // Dates are those of whoever is away.
  const zone = catalogue.facilitators.get(facilitatorId)?.timeZone ?? catalogue.programme.timeZone;
  const dates = byStart(booked).filter(({ booking }) => booking.facilitatorId === facilitatorId && Date.parse(booking.start) > serverNow()).map(({ booking }) => dateAt(Date.parse(booking.start), zone));
  const next = dates[0] ?? dateAt(serverNow(), zone);
  const { from, until } = chosen ?? { from: next, until: next };
  const hit = dates.filter((date) => date >= from && date <= until).length;
  return (
    <section class="card stack" aria-labelledby="plan-away">
      <h2 id="plan-away">{copy.away}</h2>
      <p class="quiet">{copy.awayHint}</p>
      <form class="line line-top" onSubmit={(event) => { event.preventDefault(); void begin(catalogue.programme.id, { away: [{ facilitatorId, from, until: until < from ? from : until }] }); }}>
        <label class="field"><span>{copy.who}</span><select value={facilitatorId} onChange={(event) => { setWho(event.currentTarget.value); setChosen(null); }}>{facilitators.map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}</select></label>
        <DateField id="away-from" label={copy.from} value={from} onChange={(date) => setChosen({ from: date, until: until < date ? date : until })} />
        <DateField id="away-until" label={copy.until} value={until} onChange={(date) => setChosen({ from, until: date })} />
        <p class="away-go"><button class="button" disabled={from === '' || until === ''}>{copy.mend}</button> <output class="quiet">{copy.hit(hit)}</output></p>
      </form>
    </section>
  );
}
