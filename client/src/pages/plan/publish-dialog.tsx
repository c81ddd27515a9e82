import { useState } from 'preact/hooks';
import type { Plan } from '../../../../shared/api/plans.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { type Problem } from '../../api/http.ts';
import { getPlanning } from '../../api/planning.ts';
import { publishPlan } from '../../api/plans.ts';
import { refresh, useReading } from '../../api/resource.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { deferred } from '../../components/deferred.tsx';
import { planWords, words } from '../../locales/index.ts';
import { go } from '../../router.tsx';
import { toast } from '../../state/toasts.ts';

/** Fetched when somebody wants to read them. */
const Letters = deferred(async () => (await import('./letters.tsx')).Letters);

/**
 * What publishing does and whom it tells, before it is done; all at once, or nothing.
 * @param left bookings that stay with somebody who is away
 */
export function PublishDialog({ plan, left, catalogue, onClose }: { plan: Plan; left: number; catalogue: Catalogue; onClose: () => void }) {
  const copy = planWords();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [reads, setReads] = useState(false);
  const made = plan.placements.filter(({ present }) => present === null);
  const moved = plan.placements.filter((place) => place.moved);
  // Where clusters confirm each, what is new is kept for them first.
  const hours = useReading(`planning/${plan.programmeId}`, () => getPlanning(plan.programmeId)).value?.confirmWithinHours ?? null;
  const kept = hours === null ? [] : made;
  const told = toldOf(plan, catalogue, hours !== null);
  async function publish(): Promise<void> {
    setBusy(true);
    const answer = await publishPlan(plan.id);
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer.problem);
      await refresh('plan');
      return;
    }
    const { booked, moved: done, offered } = answer.value;
    toast([booked.length > 0 && copy.published(booked.length), done.length > 0 && copy.publishedMoved(done.length), offered.length > 0 && copy.publishedKept(offered.length)].filter(Boolean).join(' '));
    await refresh('plan', 'coverage', 'sessions');
    go('/');
  }
  return (
    <Dialog heading={copy.publishHeading(made.length + moved.length)} onClose={onClose}>
      <form class="stack" onSubmit={(event) => { event.preventDefault(); void publish(); }}>
        {problem && <ErrorNote problem={problem} heading={words().problem.notSaved} />}
        {kept.length > 0 && hours !== null && <p>{copy.publishKept(kept.length, hours)}</p>}
        {made.length - kept.length + moved.length > 0 && <p>{copy.publishFacts(made.length - kept.length, moved.length)}</p>}
        {left > 0 && <p class="note note-held">{copy.stays(left)}</p>}
        <p>{kept.length > 0 && moved.length === 0 ? copy.publishMailsKept(told.length) : copy.publishMails(told.length)} {copy.publishAll}</p>
        <details><summary>{copy.preview}</summary><ul class="told">{told.map(({ name, count }) => <li key={name}>{copy.previewLine(name, count)}</li>)}</ul></details>
        {told.length > 0 && <details onToggle={(event) => setReads(event.currentTarget.open)}><summary>{copy.letters}</summary>{reads && <Letters plan={plan} catalogue={catalogue} />}</details>}
        <p class="actions"><button class="button button-main" aria-disabled={isBusy}>{isBusy ? copy.publishing : copy.publish(made.length + moved.length)}</button><button type="button" class="button" onClick={onClose}>{copy.keep}</button></p>
      </form>
    </Dialog>
  );
}

/** Everyone who gets mail, and about how many sessions: a facilitator who loses one too, and none of what is only kept. */
function toldOf({ placements }: Plan, { clusters, facilitators }: Catalogue, isKept: boolean): { name: string; count: number }[] {
  const changed = placements.filter(({ present, moved }) => present === null || moved);
  const settled = changed.filter(({ present }) => present !== null || !isKept);
  const people = [
    ...[...clusters.values()].flatMap(({ id, representatives = [] }) => representatives.map(({ name }) => ({ name, count: changed.filter(({ clusterId }) => clusterId === id).length }))),
    ...[...facilitators.values()].map(({ id, name }) => ({ name, count: settled.filter(({ facilitatorId, present }) => facilitatorId === id || present?.facilitatorId === id).length })),
  ];
  return people.filter(({ count }) => count > 0);
}
