/** What somebody has begun to say about a session; it outlives a lapsed hold, a reload and a lost connection. */
export interface Draft {
  aims: string;
  plans: readonly string[];
}

const EMPTY: Draft = { aims: '', plans: [] };

export function draftOf(sessionId: string): Draft {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(sessionId)) ?? 'null');
    return isDraft(kept) ? kept : EMPTY;
  } catch {
    return EMPTY;
  }
}

export function keepDraft(sessionId: string, draft: Draft): void {
  try {
    sessionStorage.setItem(keyOf(sessionId), JSON.stringify(draft));
  } catch {
    // Storage is full or switched off: the words stay on screen, which is all that can be promised then.
  }
}

export function dropDraft(sessionId: string): void {
  sessionStorage.removeItem(keyOf(sessionId));
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
