import { changesBetween, isUnsettled, needsAttention, type Cell } from '../../client/src/live/board.ts';

describe('the coverage board', () => {
  it('tells what became of each cell between two readings', () => {
    const before = [cell('a', 'open'), cell('b', 'held'), cell('c', 'booked', '2026-03-26T10:00:00Z'), cell('d', 'booked', '2026-03-26T10:00:00Z'), cell('e', 'open')];
    const after = [cell('a', 'held'), cell('b', 'booked', '2026-03-26T10:00:00Z'), cell('c', 'booked', '2026-03-26T11:00:00Z'), cell('d', 'booked', '2026-03-26T10:00:00Z'), cell('e', 'open'), cell('f', 'open')];
    expect(changesBetween(before, after).map(({ cell: { sessionId }, became }) => `${sessionId} ${became}`)).toEqual(['a held', 'b booked', 'c moved']);
  });

  it('asks for attention to what was missed and to what must be booked within three days', () => {
    const cells = [cell('a', 'missed'), { ...cell('b', 'open'), daysLeft: 3 }, { ...cell('c', 'open'), daysLeft: 4 }, cell('d', 'done'), cell('e', 'waived')];
    expect(cells.map((each) => [needsAttention(each), isUnsettled(each)])).toEqual([[true, true], [true, true], [false, true], [false, false], [false, false]]);
  });
});

function cell(sessionId: string, state: Cell['state'], start?: string): Cell {
  const booking = start && { id: sessionId, sessionId, clusterId: 'clu', facilitatorId: 'fac', start, end: start, status: 'confirmed' as const, uid: 'uid', sequence: 0, joinUrl: 'https://meet.example/x', needs: null, version: 1 };
  return { sessionId, clusterId: 'clu', topicId: 'top', phaseId: 'pha', state, daysLeft: 20, ...(booking ? { booking } : {}) };
}
