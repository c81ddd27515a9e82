import { useRef, useState } from 'preact/hooks';
import type { PlanningRules } from '../../../../shared/api/planning.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { getPlanning, putPlanning } from '../../api/planning.ts';
import { refresh, useReading } from '../../api/resource.ts';
import { problemWords } from '../../components/error-note.tsx';
import { Loaded } from '../../components/page.tsx';
import { minutesWords } from '../../format/time.ts';
import { rulesWords } from '../../locales/index.ts';
import { toast } from '../../state/toasts.ts';

const CONFIRM_HOURS = [24, 48, 72, 168];
const GAP_HOURS = [0, 24, 48, 72, 168];
const RULES = ['any', 'same', 'each'] as const;

type Change = (rules: Partial<PlanningRules>) => void;

/** What the programme asks of all its timetables; each change is kept at once, one after the other. */
export function Asked({ catalogue }: { catalogue: Catalogue }) {
  const { id } = catalogue.programme;
  const reading = useReading(`planning/${id}`, () => getPlanning(id));
  /** What has been chosen and is on its way: the next choice is made from there, not from what was read. */
  const [chosen, setChosen] = useState<PlanningRules | null>(null);
  const sendingRef = useRef<Promise<void>>(Promise.resolve());
  async function keep(rules: PlanningRules): Promise<void> {
    setChosen(rules);
    const sent = sendingRef.current.then(() => save(id, rules));
    sendingRef.current = sent;
    await sent;
    if (sendingRef.current === sent) setChosen(null);
  }
  return (
    <section class="card stack" aria-labelledby="asked">
      <h2 id="asked">{rulesWords().timetables.heading}</h2>
      <Loaded of={reading} heights={[180]}>{(read) => <Rules rules={chosen ?? read} catalogue={catalogue} onChange={(changes) => void keep({ ...chosen ?? read, ...changes })} />}</Loaded>
    </section>
  );
}

async function save(programmeId: string, rules: PlanningRules): Promise<void> {
  const answer = await putPlanning(programmeId, rules);
  toast(answer.ok ? rulesWords().timetables.saved : problemWords(answer.problem));
  await refresh('planning', 'plan');
}

function Rules({ rules, catalogue, onChange }: { rules: PlanningRules; catalogue: Catalogue; onChange: Change }) {
  const copy = rulesWords().timetables;
  const { confirmWithinHours: hours } = rules;
  const choices = hours === null || CONFIRM_HOURS.includes(hours) ? CONFIRM_HOURS : [...CONFIRM_HOURS, hours].toSorted((a, b) => a - b);
  return (
    <>
      <div class="line">
        <label class="field field-wide"><span>{copy.facilitators}</span>
          <select value={rules.facilitators} onChange={(event) => onChange({ facilitators: event.currentTarget.value as PlanningRules['facilitators'] })}>{RULES.map((rule) => <option key={rule} value={rule}>{copy[rule]}</option>)}</select>
        </label>
        <label class="field field-wide"><span>{copy.confirm}</span>
          <select value={hours ?? ''} onChange={(event) => onChange({ confirmWithinHours: event.currentTarget.value === '' ? null : Number(event.currentTarget.value) })}>
            <option value="">{copy.confirmNo}</option>
            {choices.map((each) => <option key={each} value={each}>{copy.confirmWithin(each)}</option>)}
          </select>
        </label>
      </div>
      <Orders rules={rules} catalogue={catalogue} onChange={onChange} />
    </>
  );
}

function Orders({ rules: { orders }, catalogue, onChange }: { rules: PlanningRules; catalogue: Catalogue; onChange: Change }) {
  const copy = rulesWords().timetables;
  const nameOf = (id: string) => catalogue.topics.get(id)?.name ?? '';
  return (
    <div class="stack">
      <h3>{copy.orders}</h3>
      {orders.length === 0 ? <p class="quiet">{copy.ordersNone}</p> : (
        <ul class="unplaced">
          {orders.map((order) => {
            const said = copy.orderLine(nameOf(order.before), nameOf(order.after));
            return (
              <li key={`${order.before} ${order.after}`} class="split">
                <span><b>{said}</b>{order.minimumGapMinutes > 0 && <span class="second quiet">{copy.gapLine(minutesWords(order.minimumGapMinutes))}</span>}</span>
                <button type="button" class="button button-small" aria-label={copy.removeWho(said)} onClick={() => onChange({ orders: orders.filter((each) => each !== order) })}>{copy.remove}</button>
              </li>
            );
          })}
        </ul>
      )}
      <NewOrder catalogue={catalogue} onAdd={(order) => onChange({ orders: [...orders, order] })} />
    </div>
  );
}

function NewOrder({ catalogue, onAdd }: { catalogue: Catalogue; onAdd: (order: PlanningRules['orders'][number]) => void }) {
  const copy = rulesWords().timetables;
  const topics = [...catalogue.topics.values()].filter(({ phaseId }) => phaseId !== null);
  const [before, setBefore] = useState(topics[0]?.id ?? '');
  const [after, setAfter] = useState(topics[1]?.id ?? '');
  const [hours, setHours] = useState(0);
  const options = topics.map(({ id, name }) => <option key={id} value={id}>{name}</option>);
  if (topics.length < 2) return null;
  return (
    <form class="line" onSubmit={(event) => { event.preventDefault(); onAdd({ before, after, minimumGapMinutes: hours * 60 }); }}>
      <label class="field"><span>{copy.first}</span><select value={before} onChange={(event) => setBefore(event.currentTarget.value)}>{options}</select></label>
      <label class="field"><span>{copy.second}</span><select value={after} onChange={(event) => setAfter(event.currentTarget.value)}>{options}</select></label>
      <label class="field"><span>{copy.gap}</span>
        <select value={hours} onChange={(event) => setHours(Number(event.currentTarget.value))}>{GAP_HOURS.map((each) => <option key={each} value={each}>{each === 0 ? copy.gapNone : minutesWords(each * 60)}</option>)}</select>
      </label>
      <button class="button" disabled={before === after}>{copy.add}</button>
    </form>
  );
}
