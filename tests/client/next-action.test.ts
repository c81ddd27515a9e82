import type { Phase } from '../../shared/api/programmes.ts';
import type { Session } from '../../shared/api/sessions.ts';
import { nextOf } from '../../client/src/pages/representative/deadlines.ts';

const NOW = Date.parse('2026-03-25T09:00:00Z');
const PHASES: Phase[] = [phase('week-2', '2026-03-23', '2026-03-27'), phase('week-3', '2026-03-30', '2026-04-03')];

describe('what a cluster does next', () => {
  it('goes on with a hold before all else, then joins what begins within a day, then books what is due first', () => {
    const held = session('held', 'week-3', { state: 'held', hold: hold() });
    const soon = session('soon', 'week-2', { state: 'booked', booking: booking('2026-03-25T15:00:00Z') });
    const far = session('far', 'week-3', { state: 'booked', booking: booking('2026-03-31T15:00:00Z') });
    const later = session('later', 'week-3', {});
    const first = session('first', 'week-2', {});
    const next = (sessions: Session[]) => {
      const found = nextOf(sessions, PHASES, NOW, '2026-03-25');
      return found && `${found.kind} ${found.session.id}`;
    };
    expect([next([later, far, soon, held]), next([later, far, soon]), next([later, first, far]), next([later, far]), next([far])]).toEqual([
      'hold held', 'join soon', 'book first', 'book later', null,
    ]);
  });

  it('does not ask for what can no longer be booked', () => {
    expect(nextOf([session('late', 'week-2', {})], PHASES, NOW, '2026-03-28')).toBeNull();
  });
});

function phase(id: string, startsOn: string, endsOn: string): Phase {
  return { id, programmeId: 'prg', name: id, mode: 'virtual', startsOn, endsOn, version: 1 };
}

function session(id: string, phaseId: string, more: Partial<Session>): Session {
  return { id, programmeId: 'prg', clusterId: 'clu', topicId: 'top', phaseId, state: 'open', minutes: 60, version: 1, ...more };
}

function booking(start: string): NonNullable<Session['booking']> {
  const end = new Date(Date.parse(start) + 3_600_000).toISOString();
  return { id: 'bkg', sessionId: 'ses', clusterId: 'clu', facilitatorId: 'fac', start, end, status: 'confirmed', uid: 'uid', sequence: 0, joinUrl: 'https://meet.example/x', needs: null, version: 1 };
}

function hold(): NonNullable<Session['hold']> {
  return { id: 'hld', sessionId: 'ses', facilitatorId: 'fac', start: '2026-03-31T09:00:00Z', end: '2026-03-31T10:00:00Z', expiresAt: '2026-03-25T09:05:00Z', now: '2026-03-25T09:00:00Z', extensionsLeft: 10 };
}
