import { changesBetween, concernsOf, isUnsettled, type Cell } from '../../client/src/live/board.ts';

const NOW = Date.parse('2026-03-01T00:00:00Z');

describe('the coverage board', () => {
  it('tells what became of each cell between two readings', () => {
    const before = [cell('a', 'open'), cell('b', 'held'), cell('c', 'booked', '2026-03-26T10:00:00Z'), cell('d', 'booked', '2026-03-26T10:00:00Z'), cell('e', 'open')];
    const after = [cell('a', 'held'), cell('b', 'booked', '2026-03-26T10:00:00Z'), cell('c', 'booked', '2026-03-26T11:00:00Z'), cell('d', 'booked', '2026-03-26T10:00:00Z'), cell('e', 'open'), cell('f', 'open')];
    expect(changesBetween(before, after).map(({ cell: { sessionId }, became }) => `${sessionId} ${became}`)).toEqual(['a held', 'b booked', 'c moved']);
  });

  it('keeps what is not settled when only that is asked for', () => {
    expect((['open', 'held', 'missed', 'booked', 'done', 'waived'] as const).map((state) => isUnsettled(cell('a', state)))).toEqual([true, true, true, false, false, false]);
  });

  it('says what needs attention and why, most urgent first, then by the days left', () => {
    const due = { ...cell('due', 'open'), daysLeft: 3 };
    const cells = [
      due, { ...cell('well', 'open'), daysLeft: 4 }, cell('full', 'open'), cell('scarce', 'open'), cell('missed', 'missed'), { ...cell('over', 'open'), daysLeft: -1 },
      cell('past', 'booked', '2026-02-26T10:00:00Z'), cell('bounced', 'booked', '2026-03-26T10:00:00Z'), { ...cell('clash', 'booked', '2026-03-26T10:00:00Z'), busyConflict: true as const },
      answered('other-time', 'accepted', true), answered('declined', 'declined'), answered('fine', 'accepted'), answered('unsure', 'tentative'), cell('done', 'done', '2026-03-26T10:00:00Z'), cell('waived', 'waived'), { ...cell('today', 'held'), daysLeft: 0 },
    ];
    const supply = new Map([['full', { sessionId: 'full', free: 0, comfortable: 0 }], ['scarce', { sessionId: 'scarce', free: 9, comfortable: 2 }], ['well', { sessionId: 'well', free: 3, comfortable: 3 }]]);
    const concerns = concernsOf(cells, NOW, supply, new Set(['bounced', 'done']));
    expect(concerns.map(({ cell: { sessionId }, concern }) => `${sessionId} ${concern}`)).toEqual(['missed missed', 'over over', 'past unrecorded', 'bounced bounced', 'declined declined', 'other-time other-time', 'clash clash', 'full full', 'today due', 'due due', 'scarce scarce']);
  });
});

function answered(sessionId: string, reply: 'accepted' | 'declined' | 'tentative', wantsOtherTime = false): Cell {
  return { ...cell(sessionId, 'booked', '2026-03-26T10:00:00Z'), answers: [{ name: 'Ana', role: 'representative', reply, wantsOtherTime, verified: true }] };
}

function cell(sessionId: string, state: Cell['state'], start?: string): Cell {
  const booking = start && { id: sessionId, sessionId, clusterId: 'clu', facilitatorId: 'fac', start, end: start, status: 'confirmed' as const, uid: 'uid', sequence: 0, joinUrl: 'https://meet.example/x', needs: null, version: 1 };
  return { sessionId, clusterId: 'clu', topicId: 'top', phaseId: 'pha', state, daysLeft: 20, ...(booking ? { booking } : {}) };
}
