import '../../styles/office.css';
import '../../styles/setup.css';
import { useState } from 'preact/hooks';
import type { DraftSummary } from '../../../../shared/api/drafts.ts';
import { refresh, useReading } from '../../api/resource.ts';
import { addDraft, getDraft, getDrafts, removeDraft } from '../../api/setup.ts';
import { problemWords } from '../../components/error-note.tsx';
import { Heading } from '../../components/heading.tsx';
import { Loaded } from '../../components/page.tsx';
import { Rooms } from '../../components/rooms.tsx';
import { serverNow } from '../../format/clock.ts';
import { dateAt, fromNow } from '../../format/time.ts';
import { addDays, weekdayOf } from '../../format/zoned.ts';
import { roomsWords, setupWords, words } from '../../locales/index.ts';
import { go } from '../../router.tsx';
import { useViewer } from '../../state/me.ts';
import { toast } from '../../state/toasts.ts';
import { emptySetup, type Setup, setupOf } from './model.ts';

/** Programmes that are being set up, and how to begin one. */
export function DraftsPage() {
  const copy = setupWords();
  const { timeZone } = useViewer();
  const [isNone, setNone] = useState(false);
  const reading = useReading('drafts/all', getDrafts);
  const today = dateAt(serverNow(), timeZone);
  async function upload(file: File | undefined): Promise<void> {
    if (!file) return;
    const setup = setupOf(await file.text().then((text): unknown => JSON.parse(text)).catch(() => null));
    setNone(setup === null);
    if (setup) await begin(setup);
  }
  return (
    <>
      <Heading title={roomsWords().setup} />
      <Rooms of="people" />
      <p class="lead">{copy.lead}</p>
      <div class="begin">
        <button type="button" class="button button-main button-large" onClick={() => void begin(emptySetup(timeZone, addDays(today, 8 - weekdayOf(today))))}>{copy.begin}</button>
        <label class="button file"><span>{copy.upload}</span><input type="file" accept=".json,application/json" onChange={(event) => void upload(event.currentTarget.files?.[0])} /></label>
      </div>
      {isNone && <p class="note note-bad" role="alert">{copy.uploadError}</p>}
      <section class="parties" aria-labelledby="drafts">
        <h2 id="drafts">{copy.drafts}</h2>
        <Loaded of={reading} heights={[70]}>
          {(drafts: DraftSummary[]) => (drafts.length === 0 ? <p class="empty">{copy.noDrafts}</p> : <ul class="party-list">{drafts.map((draft) => <DraftLine key={draft.id} draft={draft} />)}</ul>)}
        </Loaded>
      </section>
    </>
  );
}

function DraftLine({ draft: { id, name, changedAt } }: { draft: DraftSummary }) {
  const copy = setupWords();
  const called = name || copy.unnamed;
  return (
    <li class="party">
      <div class="party-head">
        <h3>{called} <small class="quiet">{copy.changed(fromNow(Date.parse(changedAt), serverNow()))}</small></h3>
        <span class="party-acts">
          <a class="button button-small" href={`/setup/${id}`} aria-label={copy.goOnWith(called)}>{copy.goOn}</a>
          <button type="button" class="button button-small button-quiet" aria-label={copy.removeWho(called)} onClick={() => void remove(id, called)}>{copy.remove}</button>
        </span>
      </div>
    </li>
  );
}

async function begin(setup: Setup): Promise<void> {
  const made = await addDraft({ name: setup.programme.name, document: { ...setup } });
  if (made.ok) go(`/setup/${made.value.id}`);
  else toast(problemWords(made.problem));
}

/** It is read once more, so that it can be put back. */
async function remove(id: string, called: string): Promise<void> {
  const kept = await getDraft(id);
  const gone = await removeDraft(id);
  const putBack = async () => {
    if (kept.ok) await addDraft({ name: kept.value.name, document: kept.value.document });
    await refresh('drafts');
  };
  if (gone.ok) toast(setupWords().removed(called), { label: words().app.undo, run: () => void putBack() });
  else toast(problemWords(gone.problem));
  await refresh('drafts');
}
