import { useEffect, useRef, useState } from 'preact/hooks';
import type { AvailabilityAnswer } from '../../../../shared/api/availability.ts';
import { putAvailability } from '../../api/availability.ts';
import type { Problem } from '../../api/http.ts';
import { readAgain } from '../../api/resource.ts';
import { serverNow } from '../../format/clock.ts';
import { useEvent } from '../../state/use-event.ts';
import { availabilityOf, type Form, formOf } from './availability-form.ts';

export interface Editing {
  form: Form;
  base: AvailabilityAnswer;
  isChanged: boolean;
  isSaving: boolean;
  savedAt: number | null;
  problem: Problem | null;
  canUndo: boolean;
  /** The newest form, drawn or not: steps may be quicker than the drawing. */
  latest: () => Form;
  /** One finished step: saved at once, and can be taken back. */
  stroke: (next: Form) => void;
  undo: () => void;
  /** Something being typed: saved when that is asked for. */
  edit: (next: Form) => void;
  save: () => Promise<boolean>;
  takeTheirs: () => void;
  keepMine: () => void;
}

/** Steps that can be taken back. */
const REMEMBERED = 100;

/** A copy of the availability that is edited; one reading of it replaces the whole, unless somebody else has saved since. */
export function useAvailability(saved: AvailabilityAnswer, facilitatorId: string): Editing {
  const [base, setBase] = useState(saved);
  const [form, drawForm] = useState<Form>(() => formOf(saved));
  const formRef = useRef(form);
  const setForm = (next: Form) => {
    formRef.current = next;
    drawForm(next);
  };
  const [past, setPast] = useState<readonly Form[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [isSaving, setSaving] = useState(false);
  // What is to be saved next, while one saving is on its way: strokes may be quicker than the line.
  const stateRef = useRef<{ version: number; next: Form | null; busy: boolean }>({ version: saved.version, next: null, busy: false });
  const isChanged = !isSame(form, formOf(base));

  const adopt = (answer: AvailabilityAnswer) => {
    stateRef.current.version = answer.version;
    setBase(answer);
    setProblem(null);
  };
  // Somebody else's version is taken over silently only while nothing of one's own would be lost.
  const follow = useEvent((other: AvailabilityAnswer) => {
    if (other.version <= stateRef.current.version || isChanged || stateRef.current.busy) return;
    adopt(other);
    setForm(formOf(other));
    setPast([]);
  });
  useEffect(() => follow(saved), [saved, follow]);

  async function save(wanted: Form): Promise<boolean> {
    const state = stateRef.current;
    state.next = wanted;
    if (state.busy) return true;
    state.busy = true;
    setSaving(true);
    let fine = true;
    while (state.next && fine) {
      const sent: Form = state.next;
      state.next = null;
      const answer = await putAvailability(facilitatorId, availabilityOf(sent), state.version);
      fine = answer.ok;
      if (answer.ok) adopt(answer.value);
      else setProblem(answer.problem);
      if (!answer.ok && answer.problem.code === 'stale') void readAgain(`availability/${facilitatorId}`);
    }
    state.busy = false;
    setSaving(false);
    if (fine) setSavedAt(serverNow());
    return fine;
  }

  return {
    form, base, isChanged, isSaving, savedAt, problem, canUndo: past.length > 0,
    latest: () => formRef.current,
    stroke: (next) => {
      const before = formRef.current;
      setPast((steps) => [...steps.slice(-REMEMBERED), before]);
      setForm(next);
      void save(next);
    },
    undo: () => {
      const last = past.at(-1);
      if (!last) return;
      setPast(past.slice(0, -1));
      setForm(last);
      void save(last);
    },
    edit: setForm,
    save: () => save(form),
    takeTheirs: () => { adopt(saved); setForm(formOf(saved)); setPast([]); },
    keepMine: () => { stateRef.current.version = saved.version; void save(form); },
  };
}

/** Each thing's fields in one order: the server's may be another. */
const FIELDS = ['rules', 'overrides', 'travel', 'days', 'date', 'spans', 'from', 'to', 'until', 'timeZone', 'validFrom', 'validUntil'];

function isSame(a: Form, b: Form): boolean {
  return JSON.stringify(availabilityOf(a), FIELDS) === JSON.stringify(availabilityOf(b), FIELDS);
}
