import { useState } from 'preact/hooks';
import type { Catalogue } from '../../api/catalogue.ts';
import { startPlan } from '../../api/plans.ts';
import { planWords } from '../../locales/index.ts';
import { act } from './act.ts';

/** What is to be planned: all that is open, or what somebody's absence hits. */
export function StartPlan({ catalogue, open, booked }: { catalogue: Catalogue; open: number; booked: number }) {
  const copy = planWords();
  const { id } = catalogue.programme;
  const [mayMove, setMayMove] = useState(false);
  return (
    <>
      <section class="card stack" aria-labelledby="plan-rest">
        <h2 id="plan-rest">{copy.start}</h2>
        <p>{open === 0 ? copy.nothing : copy.startHint(open)}</p>
        {booked > 0 && <label class="check"><input type="checkbox" checked={mayMove} onChange={(event) => setMayMove(event.currentTarget.checked)} /><span>{copy.mayMove}</span></label>}
        <p><button type="button" class="button button-main button-large" disabled={open === 0} onClick={() => void act(startPlan(id, mayMove ? { keep: false } : {}))}>{copy.start}</button></p>
      </section>
      {booked > 0 && <Away catalogue={catalogue} />}
    </>
  );
}

function Away({ catalogue }: { catalogue: Catalogue }) {
  const copy = planWords();
  const { id, startsOn } = catalogue.programme;
  const facilitators = [...catalogue.facilitators.values()];
  const [facilitatorId, setWho] = useState(facilitators[0]?.id ?? '');
  const [from, setFrom] = useState(startsOn);
  const [until, setUntil] = useState(startsOn);
  return (
    <section class="card stack" aria-labelledby="plan-away">
      <h2 id="plan-away">{copy.away}</h2>
      <p class="quiet">{copy.awayHint}</p>
      <form class="line" onSubmit={(event) => { event.preventDefault(); void act(startPlan(id, { away: [{ facilitatorId, from, until: until < from ? from : until }] })); }}>
        <label class="field"><span>{copy.who}</span><select value={facilitatorId} onChange={(event) => setWho(event.currentTarget.value)}>{facilitators.map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}</select></label>
        <label class="field"><span>{copy.from}</span><input type="date" required value={from} onInput={(event) => setFrom(event.currentTarget.value)} /></label>
        <label class="field"><span>{copy.until}</span><input type="date" required min={from} value={until} onInput={(event) => setUntil(event.currentTarget.value)} /></label>
        <button class="button">{copy.mend}</button>
      </form>
    </section>
  );
}
