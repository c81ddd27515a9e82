import { useState } from 'preact/hooks';
import type { Plan } from '../../../../shared/api/plans.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { type Problem } from '../../api/http.ts';
import { publishPlan } from '../../api/plans.ts';
import { refresh } from '../../api/resource.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { deferred } from '../../components/deferred.tsx';
import { planWords, words } from '../../locales/index.ts';
import { go } from '../../router.tsx';
import { toast } from '../../state/toasts.ts';

/** Fetched when somebody wants to read them. */
const Letters = deferred(async () => (await import('./letters.tsx')).Letters);

/** What publishing does and whom it tells, before it is done; all at once, or nothing. */
export function PublishDialog({ plan, catalogue, onClose }: { plan: Plan; catalogue: Catalogue; onClose: () => void }) {
  const copy = planWords();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [reads, setReads] = useState(false);
  const made = plan.placements.filter(({ present }) => present === null);
  const moved = plan.placements.filter((place) => place.moved);
  const told = toldOf(plan, catalogue);
  async function publish(): Promise<void> {
    setBusy(true);
    const answer = await publishPlan(plan.id);
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer.problem);
      await refresh('plan');
      return;
    }
    toast(copy.published(answer.value.booked.length + answer.value.moved.length + answer.value.offered.length));
    await refresh('plan', 'coverage', 'sessions');
    go('/');
  }
  return (
    <Dialog heading={copy.publishHeading(made.length + moved.length)} onClose={onClose}>
      <form class="stack" onSubmit={(event) => { event.preventDefault(); void publish(); }}>
        {problem && <ErrorNote problem={problem} heading={words().problem.notSaved} />}
        <p>{copy.publishFacts(made.length, moved.length)} {copy.publishMails(told.length)} {copy.publishAll}</p>
        <details><summary>{copy.preview}</summary><ul class="told">{told.map(({ name, count }) => <li key={name}>{copy.previewLine(name, count)}</li>)}</ul></details>
        {told.length > 0 && <details onToggle={(event) => setReads(event.currentTarget.open)}><summary>{copy.letters}</summary>{reads && <Letters plan={plan} catalogue={catalogue} />}</details>}
        <p class="actions"><button class="button button-main" disabled={isBusy}>{isBusy ? copy.publishing : copy.publish(made.length + moved.length)}</button><button type="button" class="button" onClick={onClose}>{copy.keep}</button></p>
      </form>
    </Dialog>
  );
}

/** Everyone who gets mail, and about how many sessions. */
function toldOf({ placements }: Plan, { clusters, facilitators }: Catalogue): { name: string; count: number }[] {
  const changed = placements.filter(({ present, moved }) => present === null || moved);
  const people = [
    ...[...clusters.values()].flatMap(({ id, representatives = [] }) => representatives.map(({ name }) => ({ name, count: changed.filter(({ clusterId }) => clusterId === id).length }))),
    ...[...facilitators.values()].map(({ id, name }) => ({ name, count: changed.filter(({ facilitatorId }) => facilitatorId === id).length })),
  ];
  return people.filter(({ count }) => count > 0);
}
