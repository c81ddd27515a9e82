import { knownZones } from '../../format/time.ts';
import { city, facilitatorWords } from '../../locales/index.ts';
import { hasFault, type Fault, type Form, type Journey, type Line, line } from './availability-form.ts';
import { FaultText } from './faults.tsx';
import { replaceAt, withoutAt } from './lists.ts';

interface JourneysProps {
  form: Form;
  onChange: (form: Form) => void;
  faults: readonly Fault[];
}

/** Periods in which the same hours are read on another clock. */
export function Journeys({ form, onChange, faults }: JourneysProps) {
  const copy = facilitatorWords().availability;
  const set = (index: number, journey: Line<Journey>) => onChange({ ...form, travel: replaceAt(form.travel, index, journey) });
  return (
    <section class="card stack" aria-labelledby="journeys">
      <div><h2 id="journeys">{copy.travel}</h2><p class="small quiet">{copy.travelHint}</p></div>
      <datalist id="zones">{knownZones().map((zone) => <option key={zone} value={zone}>{city(zone)}</option>)}</datalist>
      {form.travel.map((journey, index) => (
        <fieldset class="group" key={journey.line}>
          <legend class="sr">{copy.travel} {index + 1}</legend>
          <div class="line">
            <label class="field"><span>{copy.fromDay}</span><input id={`journey-${index}-from`} type="date" value={journey.from} aria-invalid={hasFault(faults, `journey-${index}-from`)} onChange={(event) => set(index, { ...journey, from: event.currentTarget.value })} /></label>
            <label class="field"><span>{copy.until}</span><input id={`journey-${index}-until`} type="date" value={journey.until} aria-invalid={hasFault(faults, `journey-${index}-until`)} onChange={(event) => set(index, { ...journey, until: event.currentTarget.value })} /></label>
            <label class="field"><span>{copy.zone}</span><input id={`journey-${index}-zone`} list="zones" autocomplete="off" spellcheck={false} value={journey.timeZone} aria-invalid={hasFault(faults, `journey-${index}-zone`)} onChange={(event) => set(index, { ...journey, timeZone: event.currentTarget.value })} /></label>
            <button type="button" class="button button-quiet" aria-label={copy.removeTravel(city(journey.timeZone))} onClick={() => onChange({ ...form, travel: withoutAt(form.travel, index) })}>{copy.remove}</button>
          </div>
          {(['from', 'until', 'zone'] as const).map((part) => <FaultText key={part} faults={faults} field={`journey-${index}-${part}`} />)}
        </fieldset>
      ))}
      <div><button type="button" class="button" onClick={() => onChange({ ...form, travel: [...form.travel, line({ from: '', until: '', timeZone: '' })] })}>{copy.addTravel}</button></div>
    </section>
  );
}
