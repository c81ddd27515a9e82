/** What somebody has begun to say about a session; it outlives a lapsed hold, a reload and a lost connection. */
export interface Draft {
  aims: string;
  plans: readonly string[];
}

const LAST = 'visavis.last';
const EMPTY: Draft = { aims: '', plans: [] };

export function draftOf(sessionId: string): Draft {
  return readDraft(keyOf(sessionId));
}

export function keepDraft(sessionId: string, draft: Draft): void {
  writeDraft(keyOf(sessionId), draft);
}

export function dropDraft(sessionId: string): void {
  sessionStorage.removeItem(keyOf(sessionId));
}

/** Whoever signs in here next is somebody else. */
export function forgetDrafts(): void {
  try {
    sessionStorage.clear();
  } catch {
    // Storage is switched off: then nothing was kept.
  }
}

/** What was said when this tab booked last: who books several sessions in one sitting need not say it again. */
export function lastDraft(): Draft {
  return readDraft(LAST);
}

export function keepLast(draft: Draft): void {
  writeDraft(LAST, draft);
}

/** One text, as facilitators read it: the aims, then what to plan for. */
export function needsText({ aims, plans }: Draft, planFor: string): string {
  return [aims.trim(), ...(plans.length > 0 ? [`${planFor} ${plans.join(', ')}`] : [])].filter(Boolean).join('\n\n');
}

function keyOf(sessionId: string): string {
  return `visavis.draft.${sessionId}`;
}

function isDraft(kept: unknown): kept is Draft {
  return typeof kept === 'object' && kept !== null && 'aims' in kept && typeof kept.aims === 'string' && 'plans' in kept && Array.isArray(kept.plans);
}

function readDraft(key: string): Draft {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return isDraft(kept) ? kept : EMPTY;
  } catch {
    return EMPTY;
  }
}

function writeDraft(key: string, draft: Draft): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Storage is full or switched off: the words stay on screen, which is all that can be promised then.
  }
}
