import type { Role } from './api/me.ts';

/** Whose page it is: what of `Me` decides what it reads, with the programme that is shown. */
export interface Reader {
  readonly role: Role;
  readonly programmeId: string;
  readonly clusterId: string | null;
  readonly facilitatorId: string | null;
}

/** What a page fetches before it can be drawn, so that the server can send it along with the page itself. */
export interface FirstLoad {
  /** The page's module, below `client/src/pages`. */
  readonly page: string;
  /** The words it says, besides those that every page does. */
  readonly area: string | null;
  /** What it reads, as paths below `/api/v1`. */
  readonly reads: readonly string[];
}

/** By whom and where; null for a page that is fetched piece by piece. Wrong or left out, nothing but speed is lost: the client asks for what it was not given. */
export function firstLoadOf(path: string, reader: Reader): FirstLoad | null {
  const { programmeId: programme, facilitatorId } = reader;
  const catalogue = ['', '/phases', '/topics', '/facilitators', '/clusters'].map((list) => `/programmes/${programme}${list}`);
  const sessions = [...catalogue, `/programmes/${programme}/sessions`];
  const [, first = '', id] = path.split('/');
  if (first === 'book' && id) return { page: 'booking/booking-page.tsx', area: 'booking', reads: [...sessions, `/sessions/${id}/slots?outsideHours=1`] };
  if (first === 'sessions') return id ? { page: 'session/session-page.tsx', area: 'session', reads: sessions } : { page: 'session/sessions-page.tsx', area: null, reads: sessions };
  if (path === '/') return home(reader.role, catalogue, sessions, programme);
  if (path === '/availability' && facilitatorId) return { page: 'facilitator/availability-page.tsx', area: 'hours', reads: [...sessions, `/facilitators/${facilitatorId}/availability`] };
  if (path === '/hours' && reader.clusterId) return { page: 'wishes/wishes-page.tsx', area: 'wishes', reads: [...sessions, `/clusters/${reader.clusterId}/preferences`] };
  return null;
}

function home(role: Role, catalogue: string[], sessions: string[], programme: string): FirstLoad {
  if (role === 'representative') return { page: 'representative/programme-page.tsx', area: 'cluster', reads: sessions };
  if (role === 'facilitator') return { page: 'facilitator/agenda-page.tsx', area: 'facilitator', reads: sessions };
  return { page: 'coordinator/coverage-page.tsx', area: 'coordinator', reads: [...catalogue, `/programmes/${programme}/coverage`] };
}
