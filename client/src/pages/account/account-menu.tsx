import type { OtherRole } from '../../../../shared/api/me.ts';
import { chooseRole, signOut } from '../../api/account.ts';
import { accountWords } from '../../locales/index.ts';
import { forgetDrafts } from '../../state/draft.ts';
import { useViewer } from '../../state/me.ts';

/** Who one is here, who else one may be, and the way out. */
export function AccountMenu({ onDevices }: { onDevices: () => void }) {
  const { alsoAs, name, role } = useViewer();
  const copy = accountWords();
  return (
    <>
      <p><b>{name}</b></p>
      <p class="quiet">{copy.role[role]}</p>
      {alsoAs.map((other) => <button key={other.id} type="button" class="button" onClick={() => void actAs(other)}>{copy.role[other.role]} · {other.programmeName}</button>)}
      {role !== 'owner' && <a class="button" href="/you" onClick={close}>{copy.settings}</a>}
      {role !== 'owner' && <button type="button" class="button" popovertarget="account" onClick={onDevices}>{copy.devices.heading}</button>}
      <button type="button" class="button" onClick={() => void leave()}>{copy.signOut}</button>
    </>
  );
}

function close(): void {
  document.getElementById('account')?.hidePopover();
}

/** The same person in another part: everything on screen is another's. */
async function actAs({ role, id }: OtherRole): Promise<void> {
  if (role === 'owner') return;
  const chosen = await chooseRole({ role, id });
  if (chosen.ok) location.assign('/');
}

async function leave(): Promise<void> {
  await signOut();
  forgetDrafts();
  location.assign('/');
}
