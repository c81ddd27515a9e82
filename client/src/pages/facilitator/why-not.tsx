import { useEffect, useState } from 'preact/hooks';
import type { Judgement } from '../../../../shared/api/slots.ts';
import { getJudgement } from '../../api/availability.ts';
import { ErrorNote } from '../../components/error-note.tsx';
import { useReading } from '../../api/resource.ts';
import { clockOf } from '../../format/time.ts';
import { instantOf } from '../../format/zoned.ts';
import { city, whyWords, words } from '../../locales/index.ts';
import type { DayColumn } from './week-columns.ts';
import { stateOf } from './week-hours.ts';

interface WhyNotProps {
  facilitatorId: string;
  column: DayColumn;
  minutes: number;
  cellMinutes: number;
  /** Changes with every saving, after which the answer may be another. */
  version: number;
}

/** One does not ask about every cell that the arrows pass. */
const SETTLED_MS = 250;

/** Whether a session could begin at the cell one is on; if not, what stands in its way. */
export function WhyNot(props: WhyNotProps) {
  const copy = whyWords();
  const { column, minutes } = props;
  const settled = useSettled(column.date === null ? null : instantOf(column.date, minutes, column.zone));
  return (
    <section class="card why-not" aria-live="polite">
      <h2>{copy.heading(column.name, clockOf(minutes), city(column.zone))}</h2>
      {settled === null ? <p class="quiet">{column.date === null ? copy.choosePattern : copy.checking}</p> : <Answer key={settled} {...props} start={settled} />}
    </section>
  );
}

function Answer({ facilitatorId, column, minutes, cellMinutes, version, start }: WhyNotProps & { start: number }) {
  const copy = whyWords();
  const { value, problem } = useReading<Judgement>(`judgement/${facilitatorId}/${start}/${version}`, () => getJudgement(facilitatorId, start));
  if (!value) return problem ? <ErrorNote problem={problem} /> : <p class="quiet">{copy.checking}</p>;
  const isOpen = stateOf(column.hours, { from: minutes, to: minutes + cellMinutes }) === 'open';
  const closed = isOpen ? 'short' : column.isChanged ? 'exception' : 'pattern';
  const reasons = value.reasons.map(({ cause, sessions }) => ({ sessions, text: copy.causes[cause === 'outside-availability' ? closed : cause] ?? cause }));
  return (
    <>
      {value.bookable > 0 && <p>{copy.bookable(value.bookable)}</p>}
      {reasons.length > 0 && <p>{value.bookable > 0 ? copy.some(reasons.reduce((sum, { sessions }) => sum + sessions, 0)) : copy.not}</p>}
      <ul class="reasons">{reasons.map(({ text, sessions }) => <li key={text}>{text}{reasons.length > 1 && <span class="quiet"> ({words().sessionsCount(sessions)})</span>}</li>)}</ul>
    </>
  );
}

function useSettled(value: number | null): number | null {
  const [settled, setSettled] = useState<number | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return value === null ? null : settled === value ? settled : null;
}
