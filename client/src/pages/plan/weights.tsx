import type { PlanWeights } from '../../../../shared/api/plans.ts';
import { planWords, rulesWords } from '../../locales/index.ts';

const NAMES = ['discomfort', 'share', 'load', 'preferences', 'spread'] as const;
/** To begin with: people's hours before everything else. */
const USUAL: PlanWeights = { discomfort: 5, share: 5, load: 1, preferences: 2, spread: 1 };

/** What comes after placing, one after the other or added up by weight; null: one after the other. */
export function Weights({ weights, onChange }: { weights: PlanWeights | null; onChange: (weights: PlanWeights | null) => void }) {
  const copy = rulesWords().timetables;
  return (
    <div class="stack">
      <p class="quiet">{copy.weightsHint}</p>
      <label class="check"><input type="checkbox" checked={weights !== null} onChange={(event) => onChange(event.currentTarget.checked ? USUAL : null)} /><span>{copy.weigh}</span></label>
      {weights && (
        <ul class="shares">
          {NAMES.map((name) => (
            <li key={name}>
              <label for={`weight-${name}`}>{planWords().objective[name]}</label>
              <input id={`weight-${name}`} type="range" min={0} max={10} value={weights[name] ?? 0} onInput={(event) => onChange({ ...weights, [name]: Number(event.currentTarget.value) })} />
              <output for={`weight-${name}`}>{weights[name] ?? 0}</output>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
