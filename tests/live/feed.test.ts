import type { Instant } from '../../server/domain/interval.ts';
import { Feeds } from '../../server/live/feed.ts';
import type { NumberedChange } from '../../server/store/changes.ts';

const SYSTEM = { subject: { type: 'programme', id: 'p' }, data: {}, actor: 'system', audience: { everyone: true }, at: 0 as Instant };
const change = (revision: number): NumberedChange => ({ ...SYSTEM, kind: 'programme.changed', revision });

/** A programme at a revision, whose database answers when it is told to. */
function slowProgramme(start: number) {
  const changes: NumberedChange[] = [];
  const told: number[] = [];
  let answer!: () => void;
  const asked = new Promise<void>((resolve) => { answer = resolve; });
  const feeds = new Feeds(() => ({
    currentRevision: () => asked.then(() => start),
    changesAfter: async (after) => changes.filter(({ revision }) => revision > after),
    broadcast: (heard) => { told.push(...heard.map(({ revision }) => revision)); },
  }));
  return { feeds, told, answer, commit: (revision: number) => { changes.push(change(revision)); } };
}

const watcher = { audience: 'coordinator', catchUp: () => {}, reset: () => {} };

describe('the feeds of a process', () => {
  it('keep one that somebody is joining, so that it is woken for them afterwards', async () => {
    const { feeds, told, answer, commit } = slowProgramme(7);
    let isWatched = false;
    const joined = feeds.of('p').join(watcher, undefined, () => { isWatched = true; });
    expect(feeds.keepWatched(() => isWatched)).toEqual(['p']);
    answer();
    expect(await joined).toBe(7);
    commit(8);
    for (const each of feeds.keepWatched(() => isWatched)) await feeds.of(each).wake();
    expect(told).toEqual([8]);
  });

  it('say `reset` to whoever knows more than there is, since the database was put back', async () => {
    const { feeds, answer } = slowProgramme(7);
    answer();
    const resets: number[] = [];
    expect(await feeds.of('p').join({ ...watcher, reset: (revision) => { resets.push(revision); } }, 9, () => {})).toBe(7);
    expect(resets).toEqual([7]);
  });

  it('let go of one that nobody watches any more', async () => {
    const { feeds, answer } = slowProgramme(7);
    answer();
    await feeds.of('p').join(watcher, undefined, () => {});
    expect(feeds.keepWatched(() => false)).toEqual([]);
  });

  it('let go of one that could not be joined', async () => {
    const feeds = new Feeds(() => ({ currentRevision: () => Promise.reject(new Error('away')), changesAfter: async () => [], broadcast: () => {} }));
    await expect(feeds.of('p').join(watcher, undefined, () => {})).rejects.toThrow('away');
    expect(feeds.keepWatched(() => false)).toEqual([]);
  });
});
