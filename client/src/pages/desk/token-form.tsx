import { useState } from 'preact/hooks';
import type { Scope } from '../../../../shared/api/tokens.ts';
import { addToken } from '../../api/desk.ts';
import { refresh } from '../../api/resource.ts';
import { deskWords, officeWords } from '../../locales/index.ts';
import { TextField } from '../office/fields.tsx';
import { SaveForm } from '../office/save-form.tsx';

const SCOPES: readonly Scope[] = ['read', 'book', 'manage'];
const DAYS = [7, 30, 90, 365];

export function TokenForm({ onClose, onMade }: { onClose: () => void; onMade: (token: string | null) => void }) {
  const copy = deskWords().programs;
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>(['read']);
  const [validDays, setDays] = useState(90);
  const check = () => new Map([...(name.trim() === '' ? [['name', officeWords().people.required] as const] : []), ...(scopes.length === 0 ? [['scopes', copy.scopesError] as const] : [])]);
  return (
    <SaveForm
      heading={copy.addToken} label={copy.make} onClose={onClose} check={check} idOf={(path) => path.split('.')[0] ?? path}
      save={() => addToken({ name: name.trim(), scopes: [...scopes], validDays })}
      onDone={({ token }) => { onMade(token); void refresh('programs'); }}
    >
      {(faults) => (
        <>
          <TextField id="name" label={copy.tokenName} value={name} faults={faults} onChange={setName} />
          <fieldset class="group" id="scopes" tabIndex={-1}>
            <legend>{copy.scopes}</legend>
            {SCOPES.map((scope) => <label class="check" key={scope}><input type="checkbox" checked={scopes.includes(scope)} onChange={(event) => setScopes(SCOPES.filter((each) => (each === scope ? event.currentTarget.checked : scopes.includes(each))))} /><span>{copy.scope[scope]}</span></label>)}
            {faults.has('scopes') && <span class="field-error second">{faults.get('scopes')}</span>}
          </fieldset>
          <label class="field"><span>{copy.valid}</span><select value={validDays} onChange={(event) => setDays(Number(event.currentTarget.value))}>{DAYS.map((days) => <option key={days} value={days}>{copy.days(days)}</option>)}</select></label>
        </>
      )}
    </SaveForm>
  );
}
