import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { OtherRole } from '../../../shared/api/me.ts';
import { chooseRole, signOut } from '../api/endpoints.ts';
import { clock } from '../format/time.ts';
import { line } from '../live/connection.ts';
import { city, need, words } from '../locales/index.ts';
import { usePath } from '../router.tsx';
import { useViewer, viewer } from '../state/me.ts';
import { MINUTE_MS, useNow } from '../state/tick.ts';
import { Announcer, Toasts } from './announcer.tsx';
import { deferred } from './deferred.tsx';
import { FieldLink } from './field-link.tsx';
import { Icon, type IconName } from './icon.tsx';

export interface NavItem {
  href: string;
  label: string;
  icon: IconName;
}

/** The frame of every page: name, where one may go, the clock that all times are told by. */
export function Shell({ nav, children }: { nav: readonly NavItem[]; children: ComponentChildren }) {
  const { app } = words();
  return (
    <>
      <FieldLink class="skip" to="main">{app.skip}</FieldLink>
      <header class="top">
        <a class="brand" href="/"><Icon name="brand" />{app.name}</a>
        {viewer.value && <Navigation nav={nav} />}
        {viewer.value && <div class="top-end"><WallClock /><Account /></div>}
      </header>
      <ConnectionBar />
      <main id="main" class="page" tabIndex={-1}>{children}</main>
      <Toasts />
      <Announcer />
    </>
  );
}

function Navigation({ nav }: { nav: readonly NavItem[] }) {
  const path = usePath();
  return (
    <nav class="nav" aria-label={words().app.main}>
      {nav.map(({ href, label, icon }) => (
        <a key={href} href={href} aria-current={path === href ? 'page' : undefined}><Icon name={icon} /><span>{label}</span></a>
      ))}
    </nav>
  );
}

function WallClock() {
  const { timeZone } = useViewer();
  const now = useNow(MINUTE_MS / 4);
  return <span class="wall-clock"><span class="time">{clock(now, timeZone)}</span> {city(timeZone)}</span>;
}

function Account() {
  const { alsoAs, name, role } = useViewer();
  const [showsDevices, setShowsDevices] = useState(false);
  const copy = words();
  return (
    <>
      <button type="button" class="account" popovertarget="account" aria-label={copy.app.account(name)}><Icon name="person" /></button>
      <div id="account" class="popover" popover="auto">
        <p><b>{name}</b></p>
        <p class="quiet">{copy.role[role]}</p>
        {alsoAs.map((other) => <button key={other.id} type="button" class="button" onClick={() => void actAs(other)}>{copy.role[other.role]} · {other.programmeName}</button>)}
        {role !== 'owner' && <a class="button" href="/you" onClick={closeAccount}>{copy.app.settings}</a>}
        {role !== 'owner' && <button type="button" class="button" popovertarget="account" onClick={() => setShowsDevices(true)}>{copy.app.devices}</button>}
        <button type="button" class="button" onClick={() => void leave()}>{copy.app.signOut}</button>
      </div>
      {showsDevices && <Devices onClose={() => setShowsDevices(false)} />}
    </>
  );
}

const Devices = deferred(async () => (await Promise.all([import('../pages/account/devices-panel.tsx'), need('account')]))[0].DevicesPanel);

function closeAccount(): void {
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
  location.assign('/');
}

function ConnectionBar() {
  const { app } = words();
  if (line.value === 'up') return null;
  return <output class="bar">{line.value === 'offline' ? app.offline : app.away}</output>;
}
