import type { PreferenceRound } from '../../../../shared/api/planning.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { askForHours, getRound } from '../../api/planning.ts';
import { refresh, useReading } from '../../api/resource.ts';
import { problemWords } from '../../components/error-note.tsx';
import { Mark } from '../../components/mark.tsx';
import { Loaded } from '../../components/page.tsx';
import { serverNow } from '../../format/clock.ts';
import { fromNow, hoursWord } from '../../format/time.ts';
import { rulesWords } from '../../locales/index.ts';
import { toast } from '../../state/toasts.ts';

/** Before anything is planned: which clusters have said what suits them, and a mail to those that have not. */
export function HoursRound({ catalogue }: { catalogue: Catalogue }) {
  const copy = rulesWords().round;
  const { id } = catalogue.programme;
  const reading = useReading(`wishes/round/${id}`, () => getRound(id));
  return (
    <section class="card stack" aria-labelledby="round">
      <h2 id="round">{copy.heading}</h2>
      <Loaded of={reading} heights={[130]}>{(round) => <Round round={round} catalogue={catalogue} />}</Loaded>
    </section>
  );
}

function Round({ round, catalogue }: { round: readonly PreferenceRound[]; catalogue: Catalogue }) {
  const copy = rulesWords().round;
  const silent = round.filter(({ isMarked }) => !isMarked);
  return (
    <>
      <div class="split">
        <p><b>{copy.count(round.length - silent.length, round.length)}</b> <span class="second quiet">{copy.hint}</span></p>
        {silent.length > 1 && <button type="button" class="button" onClick={() => void ask(catalogue, silent)}>{copy.askAll(silent.length)}</button>}
      </div>
      <ul class="round">{round.map((each) => <Line key={each.clusterId} one={each} catalogue={catalogue} />)}</ul>
    </>
  );
}

function Line({ one, catalogue }: { one: PreferenceRound; catalogue: Catalogue }) {
  const copy = rulesWords().round;
  const cluster = catalogue.clusters.get(one.clusterId)?.name ?? '';
  return (
    <li>
      <Mark state={one.isMarked ? 'done' : 'open'} label={cluster} />
      <span class="quiet">{one.isMarked ? copy.said(hoursWord(one.preferredMinutes), hoursWord(one.refusedMinutes)) : copy.nothing}{!one.isMarked && one.askedAt && ` · ${copy.asked(fromNow(Date.parse(one.askedAt), serverNow()))}`}</span>
      {!one.isMarked && <button type="button" class="button button-small" aria-label={copy.askWho(cluster)} onClick={() => void ask(catalogue, [one])}>{copy.ask}</button>}
    </li>
  );
}

async function ask(catalogue: Catalogue, clusters: readonly PreferenceRound[]): Promise<void> {
  const copy = rulesWords().round;
  const answer = await askForHours(catalogue.programme.id, clusters.map(({ clusterId }) => clusterId));
  toast(!answer.ok ? problemWords(answer.problem) : answer.value.people === 0 ? copy.askedNobody : copy.askedToast(answer.value.people));
  await refresh('wishes');
}
