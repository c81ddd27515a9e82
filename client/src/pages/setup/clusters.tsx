import { officeWords, setupWords } from '../../locales/index.ts';
import { type Faults, HoursField, LanguageField, TextField, ZoneField } from '../office/fields.tsx';
import type { StepProps } from './basics.tsx';
import { Item, listOf } from './item.tsx';
import { freshKey, type SetupCluster } from './model.ts';
import { SheetPanel } from './sheet-later.ts';

export function Clusters(props: StepProps) {
  const copy = setupWords();
  const { faults } = props;
  const { items, set, add, remove } = listOf('clusters', props);
  const blank = (): SetupCluster => ({ key: freshKey('cluster', items), name: '', timeZone: '', workingHours: null, representatives: [{ name: '', email: '', language: 'en', timeZone: null }] });
  return (
    <div class="stack">
      <p class="quiet">{copy.clustersHint}</p>
      <SheetPanel setup={props.setup} onChange={props.onChange} kind="cluster" />
      {items.length === 0 && <p class="empty">{copy.noClusters}</p>}
      {items.map((cluster, index) => (
        <Item key={cluster.key} title={copy.item.cluster(index + 1)} name={cluster.name} onRemove={() => remove(index, cluster.name)}>
          <div class="line">
            <TextField id={`clusters.${index}.name`} label={copy.name} value={cluster.name} faults={faults} onChange={(name) => set(index, { name })} />
            <ZoneField id={`clusters.${index}.timeZone`} label={officeWords().people.zone} value={cluster.timeZone} faults={faults} onChange={(timeZone) => set(index, { timeZone })} />
          </div>
          <HoursField id={`clusters.${index}.workingHours`} value={cluster.workingHours} faults={faults} onChange={(workingHours) => set(index, { workingHours })} />
          <People at={`clusters.${index}.representatives`} people={cluster.representatives} faults={faults} onChange={(representatives) => set(index, { representatives })} />
        </Item>
      ))}
      <p><button type="button" class="button" onClick={() => add(blank())}>{officeWords().people.addCluster}</button></p>
    </div>
  );
}

interface PeopleProps {
  /** The path of the list in the document. */
  at: string;
  people: SetupCluster['representatives'];
  faults: Faults;
  onChange: (people: SetupCluster['representatives']) => void;
}

function People({ at, people, faults, onChange }: PeopleProps) {
  const copy = officeWords().people;
  const set = (place: number, change: Partial<PeopleProps['people'][number]>) => onChange(people.map((person, index) => (index === place ? { ...person, ...change } : person)));
  return (
    <>
      {people.map((person, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- people here have nothing of their own yet but their place
        <div class="form-line" key={place}>
          <TextField id={`${at}.${place}.name`} label={copy.person(place + 1)} value={person.name} faults={faults} onChange={(name) => set(place, { name })} />
          <TextField id={`${at}.${place}.email`} type="email" label={copy.email} value={person.email} faults={faults} onChange={(email) => set(place, { email })} />
          <LanguageField id={`${at}.${place}.language`} label={copy.language} value={person.language} onChange={(language) => set(place, { language })} />
          <button type="button" class="button button-quiet" aria-label={`${copy.remove}: ${person.name || copy.person(place + 1)}`} onClick={() => onChange(people.filter((_, index) => index !== place))}>{copy.remove}</button>
        </div>
      ))}
      <p><button type="button" class="button button-small" onClick={() => onChange([...people, { name: '', email: '', language: 'en', timeZone: null }])}>{copy.addPerson}</button></p>
    </>
  );
}
