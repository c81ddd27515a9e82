import { startRelayLoop } from '../../server/jobs/relay-loop.ts';

beforeEach(() => { jest.useFakeTimers(); });
afterEach(() => { jest.useRealTimers(); });

const warned: string[] = [];
const log = { info: () => {}, error: () => {}, warn: (_fields: Record<string, unknown>, message: string) => { warned.push(message); } };

it('goes on after a round that never ends', async () => {
  let rounds = 0;
  const loop = startRelayLoop(() => {
    rounds += 1;
    return rounds === 1 ? new Promise<boolean>(() => {}) : Promise.resolve(false);
  }, 1000, log, 'letters could not be sent');
  await jest.advanceTimersByTimeAsync(119_000);
  expect([rounds, warned]).toEqual([1, []]);
  await jest.advanceTimersByTimeAsync(5000);
  expect(warned).toEqual(['letters could not be sent']);
  expect(rounds).toBeGreaterThan(2);
  const stopped = loop.stop();
  await jest.advanceTimersByTimeAsync(1000);
  await stopped;
});

it('looks at once when it is woken, also in the middle of a round', async () => {
  let rounds = 0;
  let end: (hasMore: boolean) => void = () => {};
  const loop = startRelayLoop(() => {
    rounds += 1;
    return new Promise<boolean>((resolve) => { end = resolve; });
  }, 60_000, log);
  loop.wake();
  end(false);
  await jest.advanceTimersByTimeAsync(1000);
  expect(rounds).toBe(2);
  end(false);
  await jest.advanceTimersByTimeAsync(1000);
  expect(rounds).toBe(2);
  loop.wake();
  await jest.advanceTimersByTimeAsync(0);
  expect(rounds).toBe(3);
  const stopped = loop.stop();
  end(false);
  await jest.advanceTimersByTimeAsync(1000);
  await stopped;
});
