import type { Bus } from '../../server/live/bus.ts';
import { trackPresence } from '../../server/live/presence.ts';
import type { LiveServer } from '../../server/live/standing.ts';

/** One process with one window that looks at session `s`; `told` is what that window was told. */
function oneWhoLooks() {
  const told: number[] = [];
  const rooms = new Map([['look s', new Set(['window'])]]);
  const io = { of: () => ({ adapter: { rooms } }), to: () => ({ emit: (_event: string, { looking }: { looking: number }) => { told.push(looking); } }) };
  let hear: (message: string) => void = () => {};
  const bus: Bus = { publish: () => {}, subscribe: (listener) => { hear = listener; }, stop: async () => {} };
  return { told, hear: (message: string) => hear(message), presence: trackPresence(io as unknown as LiveServer, bus) };
}

beforeEach(() => { jest.useFakeTimers(); });
afterEach(() => { jest.useRealTimers(); });

it('forgets those who looked through a process that has died, and tells whoever still looks', () => {
  const { told, hear, presence } = oneWhoLooks();
  hear('presence other s 2');
  expect(told).toEqual([3]);
  jest.advanceTimersByTime(20_000);
  hear('presence other s 2');
  jest.advanceTimersByTime(29_000);
  expect(told).toEqual([3, 3]);
  jest.advanceTimersByTime(11_000);
  expect(told).toEqual([3, 3, 1]);
  jest.advanceTimersByTime(60_000);
  expect(told).toEqual([3, 3, 1]);
  presence.stop();
});
