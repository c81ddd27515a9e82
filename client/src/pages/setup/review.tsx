import { useEffect, useRef, useState } from 'preact/hooks';
import type { Rehearsal } from '../../../../shared/api/drafts.ts';
import { chooseRole } from '../../api/account.ts';
import type { Problem } from '../../api/http.ts';
import { getWhoIAm, makeProgramme, rehearse, removeDraft } from '../../api/setup.ts';
import { ErrorNote, problemWords } from '../../components/error-note.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { setupWords, words } from '../../locales/index.ts';
import { useEvent } from '../../state/use-event.ts';
import { begin } from '../../state/work.ts';
import { type Cast, ForesightView } from '../outlook/foresight-view.tsx';
import type { StepProps } from './basics.tsx';
import { checkSetup } from './check-setup.ts';
import { documentOf, type Setup } from './model.ts';

interface ReviewProps extends StepProps {
  draftId: string;
  onRefused: (faults: ReadonlyMap<string, string>) => void;
  onJump: (path: string) => void;
}

/** What would come of it, before anything is made: what is not right yet, or what is coming. */
export function Review({ setup, faults, draftId, onChange, onRefused, onJump }: ReviewProps) {
  const copy = setupWords();
  const [seen, setSeen] = useState<Rehearsal | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isMaking, setMaking] = useState(false);
  const isHereRef = useRef(true);
  useEffect(() => () => { isHereRef.current = false; }, []);
  const refuse = useEvent((refused: Problem) => {
    onRefused(new Map(refused.errors.map(({ path, message }) => [path.replace(/^body\./, ''), message])));
    if (refused.errors.length === 0) setProblem(refused);
  });
  const text = JSON.stringify(documentOf(setup));
  useEffect(() => {
    let isOver = false;
    const document = JSON.parse(text) as Setup;
    const look = async () => {
      const answer = await rehearse(document);
      if (isOver) return;
      if (answer.ok) setSeen(answer.value);
      else refuse(answer.problem);
    };
    if (checkSetup(document).size === 0) void look();
    return () => { isOver = true; };
  }, [text, refuse]);
  async function make(): Promise<void> {
    setMaking(true);
    const tell = begin(setup.programme.name);
    const made = await makeProgramme(documentOf(setup));
    if (!made.ok) {
      tell({ state: 'failed', fault: problemWords(made.problem), link: { href: `/setup/${draftId}` } });
      setMaking(false);
      refuse(made.problem);
      return;
    }
    await removeDraft(draftId);
    const open = () => void enter(made.value.id);
    tell({ state: 'done', open });
    // Whoever has gone on to another page meanwhile is not fetched back.
    if (isHereRef.current) open();
  }
  return (
    <div class="stack">
      <p>{copy.counts(setup.clusters.length, setup.topics.length, setup.facilitators.length)}{seen && `${words().joinList}${copy.sessions(seen.made.sessions)}`}</p>
      {(setup.aside ?? []).length > 0 && <p class="note note-held">{copy.stillAside} <button type="button" class="link" onClick={() => onJump('clusters')}>{copy.step.clusters}</button></p>}
      {problem && <ErrorNote problem={problem} heading={words().problem.notSaved} />}
      {faults.size > 0 && <Wrong faults={faults} setup={setup} onJump={onJump} />}
      {faults.size === 0 && !problem && (seen ? <ForesightView foresight={seen.foresight} cast={castOf(setup, seen)} onWork={(key, worked) => onChange(withWorked(setup, key, worked))} /> : <Skeleton heights={[160, 260]} />)}
      <p class="quiet">{copy.reviewHint}</p>
      <p><button type="button" class="button button-main button-large" aria-disabled={isMaking} disabled={faults.size > 0 || !seen} onClick={() => void make()}>{isMaking ? copy.making : copy.make}</button></p>
    </div>
  );
}

function Wrong({ faults, setup, onJump }: Pick<ReviewProps, 'faults' | 'setup' | 'onJump'>) {
  const copy = setupWords();
  return (
    <div class="note note-bad" role="alert">
      <p><b>{copy.errors(faults.size)}</b></p>
      <ul>{[...faults].map(([path, said]) => <li key={path}><button type="button" class="link" onClick={() => onJump(path)}>{placeWords(path, setup)}: {said}</button></li>)}</ul>
    </div>
  );
}

/** `Cluster 2, Baltic Maritime` of `clusters.1.timeZone`. */
function placeWords(path: string, setup: Setup): string {
  const copy = setupWords();
  const [list = '', index = ''] = path.split('.');
  const kind = ({ phases: 'phase', topics: 'topic', clusters: 'cluster', facilitators: 'facilitator' } as const)[list as 'phases'];
  if (!kind || index === '') return copy.step.basics;
  const name = setup[list as 'phases'][Number(index)]?.name;
  return name ? `${copy.item[kind](Number(index) + 1)}, ${name}` : copy.item[kind](Number(index) + 1);
}

function withWorked(setup: Setup, key: string, worked: boolean): Setup {
  const others = (setup.planning?.holidaysWorked ?? []).filter((each) => each !== key);
  return { ...setup, planning: { ...setup.planning, holidaysWorked: worked ? [...others, key] : others } };
}

/** Names by the identifiers that things had while they were tried out. */
function castOf({ phases, topics, clusters, facilitators }: Setup, { made }: Rehearsal): Cast {
  return {
    phases: phases.map(({ key, name }) => ({ id: made.phases[key] ?? '', name })),
    topics: named(topics, made.topics), clusters: named(clusters, made.clusters), facilitators: named(facilitators, made.facilitators),
  };
}

function named<Item extends { key: string }>(items: readonly Item[], ids: Record<string, string>): Map<string, Item> {
  return new Map(items.map((item) => [ids[item.key] ?? '', item]));
}

/** Into the programme that has just been made; where one may not, the page stays where it can be found. */
async function enter(programmeId: string): Promise<void> {
  const me = await getWhoIAm();
  const role = me.ok ? me.value.alsoAs.find((each) => each.programmeId === programmeId) : undefined;
  if (role && role.role !== 'owner') await chooseRole({ role: role.role, id: role.id });
  location.assign('/');
}
