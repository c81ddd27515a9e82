import lazy, { ErrorBoundary } from 'preact-iso/lazy';
import { LocationProvider, Route, Router } from 'preact-iso/router';
import type { Role } from '../../shared/api/me.ts';
import { ErrorNote } from './components/error-note.tsx';
import { Heading } from './components/heading.tsx';
import { type NavItem, Shell } from './components/shell.tsx';
import { words } from './locales/index.ts';
import { NotFound } from './pages/not-found.tsx';
import { SignIn } from './pages/sign-in.tsx';
import type { Start } from './state/start.ts';

const Programme = lazy(async () => (await import('./pages/representative/programme-page.tsx')).ProgrammePage);
const Booking = lazy(async () => (await import('./pages/booking/booking-page.tsx')).BookingPage);
const Session = lazy(async () => (await import('./pages/session/session-page.tsx')).SessionPage);
const Sessions = lazy(async () => (await import('./pages/session/sessions-page.tsx')).SessionsPage);
const Agenda = lazy(async () => (await import('./pages/facilitator/agenda-page.tsx')).AgendaPage);
const Availability = lazy(async () => (await import('./pages/facilitator/availability-page.tsx')).AvailabilityPage);
const Coverage = lazy(async () => (await import('./pages/coordinator/coverage-page.tsx')).CoveragePage);

/** Pages of the server, which a click must reach. */
const OURS = /^(?!\/(api|mailbox|sign-in|health|metrics)\b)/;

export function App({ start }: { start: Start }) {
  return (
    <LocationProvider scope={OURS}>
      <ErrorBoundary onError={(error) => { throw error; }}>
        {start.kind === 'known' ? <Pages role={start.viewer.role} /> : <Shell nav={[]}><Outside start={start} /></Shell>}
      </ErrorBoundary>
    </LocationProvider>
  );
}

function Pages({ role }: { role: Role }) {
  return <Shell nav={navOf(role)}><Router>{routesOf(role)}</Router></Shell>;
}

function Outside({ start }: { start: Exclude<Start, { kind: 'known' }> }) {
  if (start.kind === 'stranger') return <SignIn />;
  const copy = words();
  if (start.kind === 'nothing') return <><Heading title={copy.coverage.heading} /><p>{copy.coverage.empty}</p></>;
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
    case 'coordinator':
    case 'owner':
      return [{ href: '/', label: nav.coverage, icon: 'coverage' }, sessions];
  }
}
