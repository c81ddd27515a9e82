import { useState } from 'preact/hooks';
import type { Facilitator } from '../../../../shared/api/programmes.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import type { KnownFacilitator } from '../../api/endpoints.ts';
import { addFacilitator, changeFacilitator } from '../../api/office.ts';
import { officeWords } from '../../locales/index.ts';
import { faultsOf } from './check.ts';
import { HoursField, LanguageField, type OwnHours, TextField, ZoneField } from './fields.tsx';
import { saidSaved, SaveForm } from './save-form.tsx';

/** A facilitator: changed, or a new one. Their available hours are their own to set, on their page. */
export function FacilitatorForm({ catalogue, facilitator, onClose }: { catalogue: Catalogue; facilitator: KnownFacilitator | null; onClose: () => void }) {
  const copy = officeWords().people;
  const [name, setName] = useState(facilitator?.name ?? '');
  const [email, setEmail] = useState(facilitator?.email ?? '');
  const [timeZone, setZone] = useState(facilitator?.timeZone ?? '');
  const [language, setLanguage] = useState<Facilitator['language']>(facilitator?.language ?? 'en');
  const [workingHours, setHours] = useState<OwnHours>(facilitator?.workingHours ?? null);
  const [topicIds, setTopics] = useState<readonly string[]>(facilitator?.topicIds ?? []);
  const check = () => {
    const faults = faultsOf([['name', name, 'filled'], ['email', email, 'mail'], ['timeZone', timeZone, 'zone']]);
    if (workingHours && workingHours.to <= workingHours.from) faults.set('workingHours', copy.orderError);
    return faults;
  };
  const save = () => {
    const body = { name: name.trim(), email: email.trim(), timeZone: timeZone.trim(), language, workingHours, topicIds: [...topicIds] };
    return facilitator ? changeFacilitator(facilitator.id, facilitator.version, body) : addFacilitator(catalogue.programme.id, { ...body, meetingAddress: null, availability: { rules: [], overrides: [] } });
  };
  return (
    <SaveForm heading={facilitator ? copy.changeWho(facilitator.name) : copy.addFacilitator} onClose={onClose} onDone={saidSaved} check={check} save={save} idOf={(path) => path.split('.')[0] ?? path}>
      {(faults) => (
        <>
          <TextField id="name" label={copy.name} value={name} faults={faults} onChange={setName} />
          <TextField id="email" type="email" label={copy.email} value={email} faults={faults} onChange={setEmail} />
          <ZoneField id="timeZone" label={copy.zone} value={timeZone} faults={faults} onChange={setZone} />
          <LanguageField id="language" label={copy.language} value={language} onChange={setLanguage} />
          <HoursField id="workingHours" value={workingHours} faults={faults} onChange={setHours} />
          <fieldset class="group">
            <legend>{copy.topics}</legend>
            <div class="checks">
              {[...catalogue.topics.values()].map((topic) => (
                <label class="check" key={topic.id}>
                  <input type="checkbox" checked={topicIds.includes(topic.id)} onChange={(event) => setTopics(event.currentTarget.checked ? [...topicIds, topic.id] : topicIds.filter((id) => id !== topic.id))} /><span>{topic.name}</span>
                </label>
              ))}
            </div>
          </fieldset>
        </>
      )}
    </SaveForm>
  );
}
