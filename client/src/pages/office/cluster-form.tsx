import { useState } from 'preact/hooks';
import type { Cluster, RepresentativeInput } from '../../../../shared/api/programmes.ts';
import { addCluster, changeCluster } from '../../api/office.ts';
import { officeWords } from '../../locales/index.ts';
import { faultsOf, type Rule } from './check.ts';
import { type Faults, HoursField, LanguageField, type OwnHours, TextField, ZoneField } from './fields.tsx';
import { saidSaved, SaveForm } from './save-form.tsx';

interface Line extends RepresentativeInput {
  /** Which line it is, whatever stands before it. */
  key: number;
}

let lastKey = 0;

/** A cluster and everyone who acts for it: changed, or a new one. */
export function ClusterForm({ programmeId, cluster, onClose }: { programmeId: string; cluster: Cluster | null; onClose: () => void }) {
  const copy = officeWords().people;
  const [name, setName] = useState(cluster?.name ?? '');
  const [timeZone, setZone] = useState(cluster?.timeZone ?? '');
  const [workingHours, setHours] = useState<OwnHours>(cluster?.workingHours ?? null);
  const [people, setPeople] = useState<readonly Line[]>(() => (cluster ? cluster.representatives.map(lineOf) : [newLine()]));
  const set = (key: number, change: Partial<RepresentativeInput>) => setPeople(people.map((line) => (line.key === key ? { ...line, ...change } : line)));
  const rules = (): Rule[] => [['name', name, 'filled'], ['timeZone', timeZone, 'zone'], ...people.flatMap((line, index): Rule[] => [[`representatives.${index}.name`, line.name, 'filled'], [`representatives.${index}.email`, line.email, 'mail']])];
  const check = () => {
    const faults = faultsOf(rules());
    if (workingHours && workingHours.to <= workingHours.from) faults.set('workingHours', copy.orderError);
    return faults;
  };
  const body = () => ({ name: name.trim(), timeZone: timeZone.trim(), workingHours, representatives: people.map(({ name: own, email, language, timeZone: zone }) => ({ name: own.trim(), email: email.trim(), language, timeZone: zone })) });
  return (
    <SaveForm
      heading={cluster ? copy.changeWho(cluster.name) : copy.addCluster} onClose={onClose} onDone={saidSaved} check={check} idOf={(path) => (path.startsWith('workingHours') ? 'workingHours' : path)}
      save={() => (cluster ? changeCluster(cluster.id, cluster.version, body()) : addCluster(programmeId, body()))}
    >
      {(faults) => (
        <>
          <TextField id="name" label={copy.name} value={name} faults={faults} onChange={setName} />
          <ZoneField id="timeZone" label={copy.zone} value={timeZone} faults={faults} onChange={setZone} />
          <HoursField id="workingHours" value={workingHours} faults={faults} onChange={setHours} />
          <h3>{copy.representatives}</h3>
          {people.map((line, index) => <Person key={line.key} index={index} line={line} faults={faults} onChange={(change) => set(line.key, change)} onRemove={() => setPeople(people.filter(({ key }) => key !== line.key))} />)}
          <div><button type="button" class="button" onClick={() => setPeople([...people, newLine()])}>{copy.addPerson}</button></div>
        </>
      )}
    </SaveForm>
  );
}

function Person({ index, line, faults, onChange, onRemove }: { index: number; line: Line; faults: Faults; onChange: (change: Partial<RepresentativeInput>) => void; onRemove: () => void }) {
  const copy = officeWords().people;
  return (
    <fieldset class="group">
      <legend>{copy.person(index + 1)}</legend>
      <div class="form-line">
        <TextField id={`representatives.${index}.name`} label={copy.name} value={line.name} faults={faults} onChange={(name) => onChange({ name })} />
        <TextField id={`representatives.${index}.email`} type="email" label={copy.email} value={line.email} faults={faults} onChange={(email) => onChange({ email })} />
        <LanguageField id={`representatives.${index}.language`} label={copy.language} value={line.language} onChange={(language) => onChange({ language })} />
        <button type="button" class="button button-quiet" aria-label={copy.removePerson(index + 1)} onClick={onRemove}>{copy.remove}</button>
      </div>
    </fieldset>
  );
}

function lineOf({ name, email, language, timeZone }: RepresentativeInput): Line {
  lastKey += 1;
  return { key: lastKey, name, email, language, timeZone };
}

function newLine(): Line {
  return lineOf({ name: '', email: '', language: 'en', timeZone: null });
}
