import type { Cluster } from '../../../../shared/api/programmes.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import type { KnownFacilitator } from '../../api/endpoints.ts';
import type { StaffTable } from '../../api/office.ts';
import { need } from '../../locales/index.ts';
import { deferred } from '../../components/deferred.tsx';
import { ClusterForm } from './cluster-form.tsx';
import { FacilitatorForm } from './facilitator-form.tsx';
import { ZoneList } from './fields.tsx';
import { RemoveDialog, type Removal } from './remove-dialog.tsx';
import { StaffForm } from './staff-form.tsx';

/** What is being changed: null is a new one. */
export type Opened =
  | { form: 'cluster'; cluster: Cluster | null }
  | { form: 'facilitator'; facilitator: KnownFacilitator | null }
  | { form: 'staff'; table: StaffTable }
  | { form: 'remove'; removal: Removal }
  | { form: 'data'; id: string; name: string };

const Data = deferred(async () => (await Promise.all([import('./data-dialog.tsx'), need('desk')]))[0].DataDialog);

export function OpenedForm(props: { opened: Opened; catalogue: Catalogue; onClose: () => void }) {
  return <><ZoneList /><FormOf {...props} /></>;
}

function FormOf({ opened, catalogue, onClose }: { opened: Opened; catalogue: Catalogue; onClose: () => void }) {
  const { id, timeZone } = catalogue.programme;
  if (opened.form === 'cluster') return <ClusterForm programmeId={id} cluster={opened.cluster} onClose={onClose} />;
  if (opened.form === 'facilitator') return <FacilitatorForm catalogue={catalogue} facilitator={opened.facilitator} onClose={onClose} />;
  if (opened.form === 'staff') return <StaffForm programmeId={id} table={opened.table} zone={timeZone} onClose={onClose} />;
  if (opened.form === 'data') return <Data id={opened.id} name={opened.name} onClose={onClose} />;
  return <RemoveDialog removal={opened.removal} onClose={onClose} />;
}
