import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { clock } from '../format/time.ts';
import { line } from '../live/connection.ts';
import { city, need, words } from '../locales/index.ts';
import { usePath } from '../router.tsx';
import { useViewer, viewer } from '../state/me.ts';
import { isOffered } from '../state/new-version.ts';
import { MINUTE_MS, useNow } from '../state/tick.ts';
import { Announcer, Toasts } from './announcer.tsx';
import { deferred } from './deferred.tsx';
import { FieldLink } from './field-link.tsx';
import { Icon, type IconName } from './icon.tsx';
import { type House, houses, isAt } from './houses.ts';

export interface NavItem {
  href: string;
  label: string;
  icon: IconName;
  /** The pages that lie below it. */
  rooms?: House;
}

/** The frame of every page: name, where one may go, the clock that all times are told by. */
export function Shell({ nav, tray, children }: { nav: readonly NavItem[]; tray?: ComponentChildren; children: ComponentChildren }) {
  const { app } = words();
  return (
    <>
      <FieldLink class="skip" to="main">{app.skip}</FieldLink>
      <header class="top">
        <a class="brand" href="/"><Icon name="brand" />{app.name}</a>
        {viewer.value && <Navigation nav={nav} />}
        {viewer.value && <div class="top-end">{tray}<WallClock /><Account /></div>}
      </header>
      <ConnectionBar />
      <NewVersion />
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
      {nav.map(({ href, label, icon, rooms }) => (
        <a key={href} href={href} aria-current={path === href ? 'page' : rooms && houses[rooms].some(([room]) => isAt(path, room)) ? 'true' : undefined}><Icon name={icon} /><span>{label}</span></a>
      ))}
    </nav>
  );
}

function WallClock() {
  const { timeZone } = useViewer();
  const now = useNow(MINUTE_MS / 4);
  return <span class="wall-clock"><span class="time">{clock(now, timeZone)}</span> {city(timeZone)}</span>;
}

/** Its menu's code comes when a finger or the focus comes near, and at the latest when it opens. */
function Account() {
  const { name } = useViewer();
  const [isOpened, setOpened] = useState(false);
  const [showsDevices, setShowsDevices] = useState(false);
  return (
    <>
      <button type="button" class="account" popovertarget="account" aria-label={words().app.account(name)} onPointerEnter={AccountMenu.preload} onFocus={AccountMenu.preload}><Icon name="person" /></button>
      <div id="account" class="popover" popover="auto" onToggle={(event) => event.newState === 'open' && setOpened(true)}>{isOpened && <AccountMenu onDevices={() => setShowsDevices(true)} />}</div>
      {/* Not in the popover, which closes. */}
      {showsDevices && <Devices onClose={() => setShowsDevices(false)} />}
    </>
  );
}

const AccountMenu = deferred(async () => (await Promise.all([import('../pages/account/account-menu.tsx'), need('account')]))[0].AccountMenu);
const Devices = deferred(async () => (await import('../pages/account/devices-panel.tsx')).DevicesPanel);

function ConnectionBar() {
  const { app } = words();
  if (line.value === 'up') return null;
  return <output class="bar">{line.value === 'offline' ? app.offline : app.away}</output>;
}

/** In a corner, where it moves nothing; whoever follows a link instead gets the new version with the next page. */
function NewVersion() {
  const { app } = words();
  return <output class={isOffered.value ? 'newer' : undefined}>{isOffered.value && <>{app.newer} <button type="button" class="link" onClick={() => location.reload()}>{app.reload}</button></>}</output>;
}
