import lazy, { ErrorBoundary } from 'preact-iso/lazy';
import { LocationProvider, Route, Router } from 'preact-iso/router';
import type { FunctionComponent } from 'preact';
import { useState } from 'preact/hooks';
import type { Role } from '../../shared/api/me.ts';
import { insist } from './components/deferred.tsx';
import { ErrorNote } from './components/error-note.tsx';
import { Heading } from './components/heading.tsx';
import { type NavItem, Shell } from './components/shell.tsx';
import { need, type Area, words } from './locales/index.ts';
import { Unloadable } from './components/unloadable.tsx';
import { NotFound } from './pages/not-found.tsx';
import type { Start } from './state/start.ts';

const Programme = page('cluster', async () => (await import('./pages/representative/programme-page.tsx')).ProgrammePage);
const Booking = page('booking', async () => (await import('./pages/booking/booking-page.tsx')).BookingPage);
const Session = page('session', async () => (await import('./pages/session/session-page.tsx')).SessionPage);
const Sessions = page('core', async () => (await import('./pages/session/sessions-page.tsx')).SessionsPage);
const Agenda = page('facilitator', async () => (await import('./pages/facilitator/agenda-page.tsx')).AgendaPage);
const Availability = page('facilitator', async () => (await import('./pages/facilitator/availability-page.tsx')).AvailabilityPage);
const Coverage = page('coordinator', async () => (await import('./pages/coordinator/coverage-page.tsx')).CoveragePage);
const SignIn = page('door', async () => (await import('./pages/sign-in.tsx')).SignIn);

/** Pages of the server, which a click must reach. */
const OURS = /^(?!\/(api|mailbox|sign-in|health|metrics)\b)/;

export function App({ start }: { start: Start }) {
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return <Shell nav={[]}><Broken /></Shell>;
  return (
    <LocationProvider scope={OURS}>
      <ErrorBoundary onError={(error) => { reportError(error); setBroken(true); }}>
        {start.kind === 'known' ? <Pages role={start.viewer.role} /> : <Shell nav={[]}><Outside start={start} /></Shell>}
      </ErrorBoundary>
    </LocationProvider>
  );
}

/** A fault of ours: the page is gone, what was written is kept in the tab. */
function Broken() {
  const { app, problem } = words();
  return <><Heading title={problem.broken} /><p><button type="button" class="button" onClick={() => location.reload()}>{app.retry}</button></p></>;
}

function Pages({ role }: { role: Role }) {
  return <Shell nav={navOf(role)}><Router>{routesOf(role)}</Router></Shell>;
}

function Outside({ start }: { start: Exclude<Start, { kind: 'known' }> }) {
  if (start.kind === 'stranger') return <SignIn />;
  const copy = words();
  if (start.kind === 'nothing') return <><Heading title={copy.home.coordinator} /><p>{copy.noSessions}</p></>;
  return <><Heading title={copy.problem.heading} /><ErrorNote problem={start.problem} onRetry={() => location.reload()} /></>;
}

function routesOf(role: Role) {
  const shared = [
    <Route key="session" path="/sessions/:id" component={Session} />,
    <Route key="none" default component={NotFound} />,
  ];
  switch (role) {
    case 'representative':
      return [<Route key="home" path="/" component={Programme} />, <Route key="book" path="/book/:id" component={Booking} />, <Route key="list" path="/sessions" component={Sessions} />, ...shared];
    case 'facilitator':
      return [<Route key="home" path="/" component={Agenda} />, <Route key="hours" path="/availability" component={Availability} />, <Route key="book" path="/book/:id" component={Booking} />, <Route key="list" path="/sessions" component={Sessions} />, ...shared];
    case 'observer':
      return [<Route key="home" path="/" component={Coverage} />, <Route key="list" path="/sessions" component={Sessions} />, ...shared];
    case 'coordinator':
    case 'owner':
      return [<Route key="home" path="/" component={Coverage} />, <Route key="book" path="/book/:id" component={Booking} />, <Route key="list" path="/sessions" component={Sessions} />, ...shared];
  }
}

function navOf(role: Role): NavItem[] {
  const { nav } = words();
  const sessions: NavItem = { href: '/sessions', label: nav.sessions, icon: 'sessions' };
  switch (role) {
    case 'representative':
      return [{ href: '/', label: nav.programme, icon: 'programme' }, sessions];
    case 'facilitator':
      return [{ href: '/', label: nav.today, icon: 'today' }, { href: '/availability', label: nav.availability, icon: 'availability' }, sessions];
    case 'observer':
    case 'coordinator':
    case 'owner':
      return [{ href: '/', label: nav.coverage, icon: 'coverage' }, sessions];
  }
}

/** A page whose code and words come together, when it is first opened. */
function page<Props>(area: Area, code: () => Promise<FunctionComponent<Props>>): FunctionComponent<Props> {
  return lazy(async () => (await insist(() => Promise.all([code(), need(area)])))?.[0] ?? Unloadable);
}
