import '../../styles/booking.css';
import { useEffect, useState } from 'preact/hooks';
import type { Booking } from '../../../../shared/api/bookings.ts';
import type { Session } from '../../../../shared/api/sessions.ts';
import { type Catalogue, useCatalogue } from '../../api/catalogue.ts';
import { refresh } from '../../api/resource.ts';
import { both, useSessions } from '../../api/sessions.ts';
import { deferred } from '../../components/deferred.tsx';
import { isOffer } from '../../components/kept-until.tsx';
import { Loaded } from '../../components/page.tsx';
import { serverNow } from '../../format/clock.ts';
import { need, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { NotFound } from '../not-found.tsx';
import { Choose } from './choose.tsx';
import { Closed } from './closed.tsx';
import { Steps } from './steps.tsx';
import { useBackReleases } from './use-back-releases.ts';
import { useHold } from './use-hold.ts';

const Needs = deferred(async () => (await import('./needs.tsx')).Needs);
const Booked = deferred(async () => (await import('./booked.tsx')).Booked);
const AllTimes = deferred(async () => (await Promise.all([import('../all-times/all-times-page.tsx'), need('allTimes')]))[0].AllTimes);
const Move = deferred(async () => (await Promise.all([import('./move.tsx'), need('session')]))[0].Move);

/** Choose a time, say what you need, booked: three steps at one address. `?move` gives a booked session another time; `all` instead of a session is every one that a cluster has still to book. */
export function BookingPage({ params, query }: { params?: Record<string, string>; query?: Record<string, string> }) {
  const { programmeId, role } = useViewer();
  const reading = both(useCatalogue(programmeId), useSessions(programmeId));
  return (
    <Loaded of={reading} heights={[20, 30, 48, 44, 64, 64, 64, 64]}>
      {([catalogue, sessions]) => {
        if (params?.['id'] === 'all' && role === 'representative') return <AllTimes catalogue={catalogue} sessions={sessions} />;
        const session = sessions.find(({ id }) => id === params?.['id']);
        return session ? <Flow key={session.id} session={session} catalogue={catalogue} moving={query?.['move'] !== undefined} /> : <NotFound />;
      }}
    </Loaded>
  );
}

/** A session with the names around it: what each step needs to know. */
export interface StepProps {
  session: Session;
  catalogue: Catalogue;
}

function Flow({ session, catalogue, moving }: StepProps & { moving: boolean }) {
  const [booked, setBooked] = useState<Booking | null>(null);
  const holding = useHold(session);
  const { hold } = holding;
  const booking = booked ?? (session.state === 'booked' ? session.booking : undefined);
  // What a plan keeps for days is not given back by looking elsewhere.
  useBackReleases(hold !== null && !booking && !isOffer(Date.parse(hold.expiresAt), serverNow()), () => void holding.release('back'));
  useEffect(() => {
    if (booked) void refresh('sessions', 'coverage');
  }, [booked]);
  if (booking && moving) return <Move session={session} catalogue={catalogue} booking={booking} />;
  const step = booking ? 2 : hold ? 1 : 0;
  return (
    <>
      <Crumbs session={session} catalogue={catalogue} />
      {session.state !== 'done' && session.state !== 'waived' && <Steps at={step} />}
      {booking && <Booked session={session} catalogue={catalogue} booking={booking} />}
      {!booking && hold && <Needs session={session} catalogue={catalogue} holding={{ ...holding, hold }} onBooked={setBooked} />}
      {!booking && !hold && (session.state === 'open' || session.state === 'held' || session.state === 'missed' ? <Choose session={session} catalogue={catalogue} holding={holding} onPick={preloadSteps} /> : <Closed session={session} />)}
    </>
  );
}

/** The next steps' code comes while one looks at the time one has picked. */
function preloadSteps(): void {
  Needs.preload();
  Booked.preload();
}

function Crumbs({ session, catalogue }: StepProps) {
  const copy = words();
  const { role } = useViewer();
  const cluster = role === 'representative' ? undefined : catalogue.clusters.get(session.clusterId)?.name;
  return <p class="crumbs"><a href="/">{copy.home[role]}</a> / {cluster && `${cluster} / `}{catalogue.topics.get(session.topicId)?.name}</p>;
}
