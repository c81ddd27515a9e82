import { useState } from 'preact/hooks';
import { getCluster, getFacilitator, renewFeed } from '../../api/you.ts';
import type { Problem } from '../../api/http.ts';
import { readAgain, useReading } from '../../api/resource.ts';
import { ErrorNote } from '../../components/error-note.tsx';
import { Loaded } from '../../components/page.tsx';
import { words, youWords } from '../../locales/index.ts';
import { announce } from '../../state/announcer.ts';
import { useViewer } from '../../state/me.ts';
import { toast } from '../../state/toasts.ts';

/** A representative's own feed: the cluster's sessions. */
export function ClusterFeed({ clusterId }: { clusterId: string }) {
  const { id } = useViewer();
  const key = `programme/cluster/${clusterId}`;
  const reading = useReading(key, () => getCluster(clusterId));
  return <Loaded of={reading} heights={[180]}>{(cluster) => <Feed address={cluster.representatives.find((each) => each.id === id)?.feedUrl ?? cluster.feedUrl} of={`/representatives/${id}`} onRenewed={() => readAgain(key)} />}</Loaded>;
}

export function FacilitatorFeed({ facilitatorId }: { facilitatorId: string }) {
  const key = `programme/facilitator/${facilitatorId}`;
  const reading = useReading(key, () => getFacilitator(facilitatorId));
  return <Loaded of={reading} heights={[180]}>{({ feedUrl }) => <Feed address={feedUrl} of={`/facilitators/${facilitatorId}`} onRenewed={() => readAgain(key)} />}</Loaded>;
}

interface FeedProps {
  address: string | undefined;
  /** Whose: where a new address is asked for. */
  of: string;
  onRenewed: () => Promise<void>;
}

/** The address to subscribe to; it is a secret, so it can be renewed. */
function Feed({ address: known, of, onRenewed }: FeedProps) {
  const copy = youWords();
  const [renewed, setRenewed] = useState<string | null>(null);
  const address = renewed ?? known;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  if (!address) return null;
  async function renew(): Promise<void> {
    setBusy(true);
    const answer = await renewFeed(of);
    await onRenewed();
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    setRenewed(answer.value.feedUrl);
    toast(copy.renewed);
  }
  return (
    <section class="card stack" aria-labelledby="feed">
      <div><h2 id="feed">{copy.feed}</h2><p class="small quiet">{copy.feedHint}</p></div>
      <label class="field"><span class="sr">{copy.address}</span><input readOnly value={address} onFocus={(event) => event.currentTarget.select()} /></label>
      <p class="actions">
        <a class="button button-main" href={address.replace(/^https?:/, 'webcal:')}>{copy.subscribe}</a>
        <button type="button" class="button" onClick={() => void copyText(address, copy.copied)}>{copy.copy}</button>
        <button type="button" class="button button-quiet" aria-disabled={busy} aria-describedby="renew-hint" onClick={() => void renew()}>{copy.renew}</button>
        <small id="renew-hint" class="quiet">{copy.renewHint}</small>
      </p>
      {problem && <ErrorNote problem={problem} heading={words().problem.notSaved} />}
    </section>
  );
}

/** The clipboard is there over TLS and on this machine only; elsewhere the selected field serves. */
async function copyText(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(said);
    announce(said);
  } catch {
    document.querySelector<HTMLInputElement>('input[readonly]')?.select();
  }
}
