import { useState } from 'preact/hooks';
import type { Staff } from '../../../../shared/api/staff.ts';
import { addStaff, type StaffTable } from '../../api/office.ts';
import { officeWords } from '../../locales/index.ts';
import { faultsOf } from './check.ts';
import { LanguageField, TextField, ZoneField } from './fields.tsx';
import { saidSaved, SaveForm } from './save-form.tsx';

/** One more who runs the programme, or who reads it. */
export function StaffForm({ programmeId, table, zone, onClose }: { programmeId: string; table: StaffTable; zone: string; onClose: () => void }) {
  const copy = officeWords().people;
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [timeZone, setZone] = useState(zone);
  const [language, setLanguage] = useState<Staff['language']>('en');
  return (
    <SaveForm
      heading={table === 'coordinators' ? copy.addCoordinator : copy.addObserver} onClose={onClose} onDone={saidSaved} idOf={(path) => path}
      check={() => faultsOf([['name', name, 'filled'], ['email', email, 'mail'], ['timeZone', timeZone, 'zone']])}
      save={() => addStaff(programmeId, table, { name: name.trim(), email: email.trim(), language, timeZone: timeZone.trim() })}
    >
      {(faults) => (
        <>
          <TextField id="name" label={copy.name} value={name} faults={faults} onChange={setName} />
          <TextField id="email" type="email" label={copy.email} value={email} faults={faults} onChange={setEmail} />
          <ZoneField id="timeZone" label={copy.zone} value={timeZone} faults={faults} onChange={setZone} />
          <LanguageField id="language" label={copy.language} value={language} onChange={setLanguage} />
        </>
      )}
    </SaveForm>
  );
}
