import { useMemo } from 'preact/hooks';
import type { Role } from '../../shared/api/me.ts';
import { deferred } from './components/deferred.tsx';
import { ErrorNote } from './components/error-note.tsx';
import { Heading } from './components/heading.tsx';
import { type NavItem, Shell } from './components/shell.tsx';
import { need, type Area, words } from './locales/index.ts';
import type { FarPath } from './far-pages.ts';
import { Fence, type Page, Pages, type Route } from './router.tsx';
import type { Start } from './state/start.ts';

const Programme = page('cluster', async () => (await import('./pages/representative/programme-page.tsx')).ProgrammePage);
const bookingCode = async () => (await import('./pages/booking/booking-page.tsx')).BookingPage;
const Booking = page('booking', bookingCode);
const Session = page('session', async () => (await import('./pages/session/session-page.tsx')).SessionPage);
const Sessions = page('sessions', async () => (await import('./pages/session/sessions-page.tsx')).SessionsPage);
const Agenda = page('facilitator', async () => (await import('./pages/facilitator/agenda-page.tsx')).AgendaPage);
const Availability = page('hours', async () => (await import('./pages/facilitator/availability-page.tsx')).AvailabilityPage);
const Coverage = page('coordinator', async () => (await Promise.all([import('./pages/coordinator/coverage-page.tsx'), need('rooms')]))[0].CoveragePage);
const You = page('you', async () => (await Promise.all([import('./pages/you/you-page.tsx'), need('account')]))[0].YouPage);
const Wishes = page('wishes', async () => (await import('./pages/wishes/wishes-page.tsx')).WishesPage);
const SignIn = page('door', async () => (await import('./pages/sign-in.tsx')).SignIn);
const NotFound = page('core', async () => (await import('./pages/not-found.tsx')).NotFound);

/** Only whoever runs a programme sets long work going. */
const Tray = deferred(async () => (await Promise.all([import('./components/tray.tsx'), need('tray')]))[0].Tray);

/** Fetches the code of the page at an address while it is still being asked who is looking. */
export function warm(path: string): void {
  if (path.startsWith('/book/')) void bookingCode().catch(() => undefined);
}

/** Pages of the server, which a click must reach. */
const isServers = (path: string): boolean => /^\/(api|mailbox|privacy|sign-in|health|metrics)\b/.test(path);

export function App({ start }: { start: Start }) {
  return (
    <Fence instead={<Shell nav={[]}><Broken /></Shell>}>
      {start.kind === 'known' ? <Inside role={start.viewer.role} /> : <Shell nav={[]}><Outside start={start} /></Shell>}
    </Fence>
  );
}

/** A fault of ours: the page is gone, what was written is kept in the tab. */
function Broken() {
  const { app, problem } = words();
  return <><Heading title={problem.broken} /><p><button type="button" class="button" onClick={() => location.reload()}>{app.retry}</button></p></>;
}

function Inside({ role }: { role: Role }) {
  const routes = useMemo(() => routesOf(role), [role]);
  return <Shell nav={navOf(role)} tray={(role === 'coordinator' || role === 'owner') && <Tray />}><Pages of={routes} except={isServers} /></Shell>;
}

const STRANGERS: readonly Route[] = [{ path: '*', load: SignIn }];

function Outside({ start }: { start: Exclude<Start, { kind: 'known' }> }) {
  if (start.kind === 'stranger') return <Pages of={STRANGERS} except={isServers} />;
  const copy = words();
  if (start.kind === 'nothing') return <><Heading title={copy.home.coordinator} /><p>{copy.noSessions}</p></>;
  return <><Heading title={copy.problem.heading} /><ErrorNote problem={start.problem} onRetry={() => location.reload()} /></>;
}

const FAR: readonly FarPath[] = ['/plan', '/outlook', '/people', '/programme', '/setup', '/setup/:id', '/log', '/changes', '/programs', '/day', '/day/:date'];
const ofOffice: Route[] = [{ path: '/', load: Coverage }, ...FAR.map((path): Route => ({ path, load: async () => (await Promise.all([import('./far-pages.ts'), need('rooms')]))[0].farPages[path]() }))];

function routesOf(role: Role): Route[] {
  const own: Record<Role, Route[]> = {
    representative: [{ path: '/', load: Programme }, { path: '/hours', load: Wishes }],
    facilitator: [{ path: '/', load: Agenda }, { path: '/availability', load: Availability }],
    observer: [{ path: '/', load: Coverage }],
    coordinator: ofOffice,
    owner: ofOffice,
  };
  const books: Route[] = role === 'observer' ? [] : [{ path: '/book/:id', load: Booking }];
  return [...own[role], ...books, { path: '/sessions', load: Sessions }, { path: '/sessions/:id', load: Session }, { path: '/you', load: You }, { path: '*', load: NotFound }];
}

function navOf(role: Role): NavItem[] {
  const { nav } = words();
  const sessions: NavItem = { href: '/sessions', label: nav.sessions, icon: 'sessions' };
  switch (role) {
    case 'representative':
      return [{ href: '/', label: nav.programme, icon: 'programme' }, sessions, { href: '/hours', label: nav.hours, icon: 'availability' }];
    case 'facilitator':
      return [{ href: '/', label: nav.today, icon: 'today' }, { href: '/availability', label: nav.availability, icon: 'availability' }, sessions];
    case 'observer':
      return [{ href: '/', label: nav.coverage, icon: 'coverage' }, sessions];
    case 'coordinator':
    case 'owner':
      return [
        { href: '/', label: nav.coverage, icon: 'coverage', rooms: 'coverage' }, { href: '/plan', label: nav.plan, icon: 'programme', rooms: 'plan' },
        { href: '/people', label: nav.people, icon: 'person', rooms: 'people' }, { href: '/log', label: nav.log, icon: 'log', rooms: 'log' },
      ];
  }
}

/** A page whose code and words come together, when it is first opened. */
function page(area: Area, code: () => Promise<Page>): Route['load'] {
  return async () => (await Promise.all([code(), need(area)]))[0];
}
