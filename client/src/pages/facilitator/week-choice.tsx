import { dateRange } from '../../format/time.ts';
import { addDays } from '../../format/zoned.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { hoursWords } from '../../locales/index.ts';
import { mondayOf } from './week-columns.ts';

interface WeekChoiceProps {
  catalogue: Catalogue;
  /** Null: the pattern of every week. */
  monday: string | null;
  /** The week that "One week" begins with. */
  first: string;
  onMonday: (monday: string | null) => void;
}

/** Every week, or one of the programme's. */
export function WeekChoice({ catalogue, monday, first, onMonday }: WeekChoiceProps) {
  const copy = hoursWords();
  const { startsOn, endsOn } = catalogue.programme;
  const phase = monday === null ? undefined : catalogue.phases.find((each) => each.startsOn <= addDays(monday, 6) && monday <= each.endsOn);
  return (
    <div class="week-choice">
      <fieldset class="segments">
        <legend class="sr">{copy.mode}</legend>
        <label><input type="radio" name="mode" checked={monday === null} onChange={() => onMonday(null)} /><span>{copy.pattern}</span></label>
        <label><input type="radio" name="mode" checked={monday !== null} onChange={() => onMonday(monday ?? first)} /><span>{copy.week}</span></label>
      </fieldset>
      {monday !== null && (
        <div class="week-steps">
          <button type="button" class="icon-button" aria-label={copy.previousWeek} disabled={monday <= mondayOf(startsOn)} onClick={() => onMonday(addDays(monday, -7))}><span class="turn" aria-hidden="true">‹</span></button>
          <p><b>{dateRange(monday, addDays(monday, 6))}</b>{phase && <small class="second quiet">{phase.name}</small>}</p>
          <button type="button" class="icon-button" aria-label={copy.nextWeek} disabled={addDays(monday, 7) > endsOn} onClick={() => onMonday(addDays(monday, 7))}><span class="turn" aria-hidden="true">›</span></button>
        </div>
      )}
      <p class="quiet week-hint">{monday === null ? copy.patternHint : copy.weekHint}</p>
    </div>
  );
}
