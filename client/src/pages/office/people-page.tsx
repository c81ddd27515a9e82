import '../../styles/office.css';
import { useState } from 'preact/hooks';
import type { Cluster } from '../../../../shared/api/programmes.ts';
import { type Catalogue, useCatalogue } from '../../api/catalogue.ts';
import { getStaff, type StaffTable } from '../../api/office.ts';
import { useReading } from '../../api/resource.ts';
import { deferred } from '../../components/deferred.tsx';
import { Heading } from '../../components/heading.tsx';
import { Loaded } from '../../components/page.tsx';
import { Rooms } from '../../components/rooms.tsx';
import { officeWords, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { ClusterCard, FacilitatorCard, StaffLine } from './party-cards.tsx';
import type { Opened } from './opened-form.tsx';
import type { Removal } from './remove-dialog.tsx';

/** Everyone who takes part: seen, added, changed and removed in one place. */
export function PeoplePage() {
  const { programmeId } = useViewer();
  return (
    <>
      <Heading title={words().nav.people} />
      <Rooms of="people" />
      <p class="lead">{officeWords().people.lead}</p>
      <Loaded of={useCatalogue(programmeId)} heights={[44, 90, 90, 90]}>{(catalogue) => <Everyone catalogue={catalogue} />}</Loaded>
    </>
  );
}

/** Fetched when something is to be changed. */
const OpenedForm = deferred(async () => (await import('./opened-form.tsx')).OpenedForm);

function Everyone({ catalogue }: { catalogue: Catalogue }) {
  const copy = officeWords().people;
  const [opened, setOpened] = useState<Opened | null>(null);
  const [sought, setSought] = useState('');
  const has = (...texts: (string | undefined)[]) => texts.some((text) => text?.toLowerCase().includes(sought.trim().toLowerCase()));
  const clusters = [...catalogue.clusters.values()].filter(({ name, representatives = [] }) => has(name, ...representatives.flatMap((person) => [person.name, person.email])));
  const facilitators = [...catalogue.facilitators.values()].filter(({ name, email }) => has(name, email));
  const data = (id: string, name: string) => setOpened({ form: 'data', id, name });
  const remove = (removal: Removal) => setOpened({ form: 'remove', removal });
  return (
    <>
      <label class="field find"><span>{copy.searchLabel}</span><input type="search" value={sought} onInput={(event) => setSought(event.currentTarget.value)} /></label>
      <Section id="clusters" title={copy.clusters} add={copy.addCluster} onAdd={() => setOpened({ form: 'cluster', cluster: null })} isEmpty={clusters.length === 0}>
        {clusters.map((cluster) => <ClusterCard key={cluster.id} cluster={cluster} programme={catalogue.programme.name} onData={data} onChange={() => setOpened({ form: 'cluster', cluster: cluster as Cluster })} onRemove={() => remove({ kind: 'clusters', id: cluster.id, name: cluster.name })} />)}
      </Section>
      <Section id="facilitators" title={copy.facilitators} add={copy.addFacilitator} onAdd={() => setOpened({ form: 'facilitator', facilitator: null })} isEmpty={facilitators.length === 0}>
        {facilitators.map((facilitator) => <FacilitatorCard key={facilitator.id} facilitator={facilitator} catalogue={catalogue} onData={data} onChange={() => setOpened({ form: 'facilitator', facilitator })} onRemove={() => remove({ kind: 'facilitators', id: facilitator.id, name: facilitator.name })} />)}
      </Section>
      <StaffSection table="coordinators" catalogue={catalogue} onAdd={() => setOpened({ form: 'staff', table: 'coordinators' })} onData={data} onRemove={remove} />
      <StaffSection table="observers" catalogue={catalogue} onAdd={() => setOpened({ form: 'staff', table: 'observers' })} onData={data} onRemove={remove} />
      {opened && <OpenedForm opened={opened} catalogue={catalogue} onClose={() => setOpened(null)} />}
    </>
  );
}

function StaffSection({ table, catalogue, onAdd, onData, onRemove }: { table: StaffTable; catalogue: Catalogue; onAdd: () => void; onData: (id: string, name: string) => void; onRemove: (removal: Removal) => void }) {
  const copy = officeWords().people;
  const { id, name } = catalogue.programme;
  const { value = [] } = useReading(`staff/${table}/${id}`, () => getStaff(id, table));
  const [title, add] = table === 'coordinators' ? [copy.coordinators, copy.addCoordinator] : [copy.observers, copy.addObserver];
  return (
    <Section id={table} title={title} add={add} onAdd={onAdd} isEmpty={value.length === 0} {...(table === 'observers' && { hint: copy.observersHint })}>
      {value.map((person) => <StaffLine key={person.id} person={person} programme={name} onData={onData} onRemove={() => onRemove({ kind: table, id: person.id, name: person.name })} />)}
    </Section>
  );
}

interface SectionProps {
  id: string;
  title: string;
  hint?: string;
  add: string;
  isEmpty: boolean;
  onAdd: () => void;
  children: preact.ComponentChildren;
}

function Section({ id, title, hint, add, isEmpty, onAdd, children }: SectionProps) {
  return (
    <section class="parties" aria-labelledby={id}>
      <div class="split"><h2 id={id}>{title}</h2><button type="button" class="button" onClick={onAdd}>{add}</button></div>
      {hint && <p class="small quiet">{hint}</p>}
      {isEmpty ? <p class="empty">{officeWords().people.noOne}</p> : <ul class="party-list">{children}</ul>}
    </section>
  );
}
