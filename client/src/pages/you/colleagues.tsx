import { useRef, useState } from 'preact/hooks';
import type { Cluster, Representative } from '../../../../shared/api/programmes.ts';
import { getCluster, inviteColleague, removeColleague } from '../../api/you.ts';
import type { Problem } from '../../api/http.ts';
import { refresh, useReading } from '../../api/resource.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { Loaded } from '../../components/page.tsx';
import { line } from '../../live/connection.ts';
import { words, youWords } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { toast } from '../../state/toasts.ts';

/** Everyone who acts for the cluster: to see, to add to, to take out of. */
export function Colleagues({ clusterId }: { clusterId: string }) {
  const copy = youWords();
  const reading = useReading(`programme/cluster/${clusterId}`, () => getCluster(clusterId));
  return (
    <section class="card stack" aria-labelledby="people">
      <div><h2 id="people">{copy.people}</h2><p class="small quiet">{copy.peopleHint}</p></div>
      <Loaded of={reading} heights={[44, 44]}>{(cluster) => <People cluster={cluster} />}</Loaded>
      <AddForm clusterId={clusterId} />
    </section>
  );
}

function People({ cluster }: { cluster: Cluster }) {
  const copy = youWords();
  const { id } = useViewer();
  const [leaving, setLeaving] = useState<Representative | null>(null);
  return (
    <ul class="people">
      {cluster.representatives.map((person) => (
        <li key={person.id}>
          <span><b>{person.name}</b>{person.id === id && <em class="chip">{copy.you}</em>}<small class="second quiet">{person.email}</small></span>
          {cluster.representatives.length > 1 && person.id !== id && <button type="button" class="button button-small" aria-label={copy.removeName(person.name)} onClick={() => setLeaving(person)}>{copy.remove}</button>}
        </li>
      ))}
      {leaving && <RemoveDialog clusterId={cluster.id} person={leaving} onClose={() => setLeaving(null)} />}
    </ul>
  );
}

function RemoveDialog({ clusterId, person, onClose }: { clusterId: string; person: Representative; onClose: () => void }) {
  const copy = youWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function remove(): Promise<void> {
    setBusy(true);
    const answer = await removeColleague(clusterId, person.id);
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    await refresh('programme');
    toast(copy.removed(person.name));
    onClose();
  }
  return (
    <Dialog heading={copy.removeHeading(person.name)} onClose={onClose}>
      <div class="stack">
        <p>{copy.removeEffect}</p>
        {problem && <ErrorNote problem={problem} heading={words().problem.notSaved} />}
        <p class="actions"><button type="button" class="button button-bad" aria-disabled={busy} onClick={() => void remove()}>{copy.remove}</button><button type="button" class="button" onClick={onClose}>{copy.keep}</button></p>
      </div>
    </Dialog>
  );
}

type Fault = 'name' | 'email';

function AddForm({ clusterId }: { clusterId: string }) {
  const copy = youWords();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  async function add(): Promise<void> {
    const found: Fault[] = [...(name.trim() === '' ? ['name' as const] : []), ...(/^\S+@\S+\.\S+$/.test(email.trim()) ? [] : ['email' as const])];
    setFaults(found);
    if (found[0]) return form.current?.querySelector<HTMLInputElement>(`#colleague-${found[0]}`)?.focus();
    setBusy(true);
    const answer = await inviteColleague(clusterId, { name: name.trim(), email: email.trim() });
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    await refresh('programme');
    toast(copy.invited(name.trim()));
    setName('');
    setEmail('');
  }
  const shown = (field: Fault, text: string) => faults.includes(field) && <span id={`colleague-${field}-error`} class="field-error">{text}</span>;
  return (
    <form ref={form} class="add-person" noValidate onSubmit={(event) => { event.preventDefault(); void add(); }}>
      <h3>{copy.add}</h3>
      <div class="add-fields">
        <label class="field"><span>{copy.name}</span><input id="colleague-name" autocomplete="off" maxLength={200} value={name} aria-invalid={faults.includes('name')} aria-describedby={faults.includes('name') ? 'colleague-name-error' : undefined} onInput={(event) => setName(event.currentTarget.value)} />{shown('name', copy.nameMissing)}</label>
        <label class="field"><span>{copy.email}</span><input id="colleague-email" type="email" autocomplete="off" maxLength={254} value={email} aria-invalid={faults.includes('email')} aria-describedby={faults.includes('email') ? 'colleague-email-error' : undefined} onInput={(event) => setEmail(event.currentTarget.value)} />{shown('email', copy.emailMissing)}</label>
        <button class="button" aria-disabled={busy} disabled={line.value === 'offline'}>{busy ? copy.inviting : copy.invite}</button>
      </div>
      {problem && <ErrorNote problem={problem} heading={words().problem.notSaved} />}
    </form>
  );
}
