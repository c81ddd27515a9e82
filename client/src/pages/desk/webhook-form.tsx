import { useState } from 'preact/hooks';
import type { ChangeKind } from '../../../../shared/api/changes.ts';
import { addWebhook } from '../../api/desk.ts';
import { refresh } from '../../api/resource.ts';
import { deskWords, officeWords } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { faultsOf } from '../office/check.ts';
import { TextField } from '../office/fields.tsx';
import { SaveForm } from '../office/save-form.tsx';

/** A new webhook; its secret is shown when it is made. */
export function WebhookForm({ onClose, onMade }: { onClose: () => void; onMade: (secret: string) => void }) {
  const copy = deskWords().programs;
  const names = deskWords().audit.kinds;
  const { programmeId } = useViewer();
  const [url, setUrl] = useState('');
  const [contact, setContact] = useState('');
  const [kinds, setKinds] = useState<readonly ChangeKind[] | null>(null);
  const check = () => {
    const faults = faultsOf(contact.trim() === '' ? [] : [['contact', contact, 'mail']]);
    if (!/^https?:\/\/\S+$/.test(url.trim())) faults.set('url', url.trim() === '' ? officeWords().people.required : copy.urlError);
    if (kinds?.length === 0) faults.set('kinds', copy.kindsError);
    return faults;
  };
  const save = () => addWebhook({ url: url.trim(), programmeId, ...(kinds && { kinds: [...kinds] }), ...(contact.trim() !== '' && { contact: contact.trim() }) });
  return (
    <SaveForm heading={copy.addWebhook} label={copy.make} onClose={onClose} check={check} save={save} idOf={(path) => path.split('.')[0] ?? path} onDone={({ secret }) => { onMade(secret); void refresh('programs'); }}>
      {(faults) => (
        <>
          <TextField id="url" label={copy.url} hint={copy.urlHint} value={url} faults={faults} onChange={setUrl} />
          <TextField id="contact" type="email" label={copy.contact} hint={copy.contactHint} value={contact} faults={faults} onChange={setContact} />
          <fieldset class="group" id="kinds" tabIndex={-1}>
            <legend>{copy.kinds}</legend>
            <div class="actions">
              <label class="check"><input type="radio" name="which" checked={kinds === null} onChange={() => setKinds(null)} /><span>{copy.allKinds}</span></label>
              <label class="check"><input type="radio" name="which" checked={kinds !== null} onChange={() => setKinds([])} /><span>{copy.someKinds}</span></label>
            </div>
            {kinds && <div class="checks">{(Object.keys(names) as ChangeKind[]).map((kind) => <label class="check" key={kind}><input type="checkbox" checked={kinds.includes(kind)} onChange={(event) => setKinds(event.currentTarget.checked ? [...kinds, kind] : kinds.filter((each) => each !== kind))} /><span>{names[kind]}</span></label>)}</div>}
            {faults.has('kinds') && <span class="field-error second">{faults.get('kinds')}</span>}
          </fieldset>
        </>
      )}
    </SaveForm>
  );
}
