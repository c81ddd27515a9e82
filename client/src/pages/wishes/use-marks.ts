import { useEffect, useRef, useState } from 'preact/hooks';
import type { Preferences } from '../../../../shared/api/planning.ts';
import type { Problem } from '../../api/http.ts';
import { readAgain } from '../../api/resource.ts';
import { putPreferences } from '../../api/wishes.ts';
import { useEvent } from '../../state/use-event.ts';
import type { Marks } from './marks.ts';

export interface Marking {
  marks: Marks;
  isSaving: boolean;
  isChanged: boolean;
  problem: Problem | null;
  canUndo: boolean;
  /** The newest marks, drawn or not: strokes may be quicker than the drawing. */
  latest: () => Marks;
  /** One finished stroke: saved at once, and can be taken back. */
  stroke: (next: Marks) => void;
  undo: () => void;
  retry: () => void;
  takeTheirs: () => void;
  keepMine: () => void;
}

const REMEMBERED = 100;

/** A copy of a cluster's marks that is drawn on. Strokes are saved one after the other; one that fails stays on screen. */
export function useMarks(saved: Preferences): Marking {
  const [marks, drawMarks] = useState<Marks>(saved.marks);
  const stateRef = useRef({ marks: saved.marks, saved: saved.marks, version: saved.version, busy: false });
  const [past, setPast] = useState<readonly Marks[]>([]);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const state = stateRef.current;
  // A colleague's marks come in while nothing of ours is on its way.
  const hear = useEvent((heard: Preferences) => {
    if (heard.version > state.version && !state.busy && !problem && isSame(state.marks, state.saved)) adopt(heard);
  });
  useEffect(() => hear(saved), [saved, hear]);

  function adopt(from: Preferences): void {
    Object.assign(state, { marks: from.marks, saved: from.marks, version: from.version });
    drawMarks(from.marks);
  }
  function draw(next: Marks): void {
    state.marks = next;
    drawMarks(next);
    void save();
  }
  async function save(): Promise<void> {
    if (state.busy) return;
    Object.assign(state, { busy: true });
    setSaving(true);
    let failed: Problem | null = null;
    while (!failed && !isSame(state.marks, state.saved)) {
      const sent = state.marks;
      const answer = await putPreferences(saved.clusterId, { marks: sent }, state.version);
      if (answer.ok) Object.assign(state, { saved: sent, version: answer.value.version });
      else failed = answer.problem;
    }
    state.busy = false;
    setSaving(false);
    setProblem(failed);
    if (failed?.code === 'stale') void readAgain(`wishes/${saved.clusterId}`);
  }
  return {
    marks, isSaving, problem, canUndo: past.length > 0,
    isChanged: !isSame(marks, state.saved),
    latest: () => state.marks,
    stroke: (next) => {
      setPast([...past.slice(-REMEMBERED), state.marks]);
      draw(next);
    },
    undo: () => {
      const last = past.at(-1);
      if (!last) return;
      setPast(past.slice(0, -1));
      draw(last);
    },
    retry: () => void save(),
    takeTheirs: () => { setProblem(null); setPast([]); adopt(saved); },
    keepMine: () => { state.version = saved.version; void save(); },
  };
}

function isSame(a: Marks, b: Marks): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
