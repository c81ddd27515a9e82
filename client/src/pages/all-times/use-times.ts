import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Session } from '../../../../shared/api/sessions.ts';
import type { Slot } from '../../../../shared/api/slots.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { type Reading, useReading } from '../../api/resource.ts';
import { both } from '../../api/sessions.ts';
import { getGrid } from '../../api/slots.ts';
import { getPreferences } from '../../api/wishes.ts';
import { keyOf } from '../../live/listing.ts';
import { useViewer } from '../../state/me.ts';
import { chooseTimes, type Choosing } from './choose-times.ts';

export interface Times {
  reading: Reading<unknown>;
  /** Free times by session, the sessions that have one by their time, and those whose time somebody else has just taken. */
  slots: ReadonlyMap<string, readonly Slot[]>;
  chosen: ReadonlyMap<string, Slot>;
  replaced: ReadonlySet<string>;
  /** For which somebody has said: not now. */
  left: ReadonlySet<string>;
  /** Null: not now. */
  choose: (sessionId: string, slot: Slot | null) => void;
}

interface State {
  chosen: ReadonlyMap<string, Slot>;
  replaced: ReadonlySet<string>;
}

const NOTHING: ReadonlyMap<string, readonly Slot[]> = new Map();

/** A time for each of the sessions that are still to book, kept true while it is on screen. */
export function useTimes(toBook: readonly Session[], all: readonly Session[], catalogue: Catalogue): Times {
  const { clusterId, programmeId, timeZone } = useViewer();
  const of = clusterId ?? '';
  const reading = both(
    useReading(`slots/all/${of}`, () => getGrid(programmeId, of)),
    useReading(`wishes/${of}`, () => getPreferences(of)),
  );
  const [own, setOwn] = useState<ReadonlyMap<string, Slot | null>>(new Map());
  const [{ chosen, replaced }, setState] = useState<State>({ chosen: new Map(), replaced: new Set() });
  const [grid, preferences] = reading.value ?? [];
  const slots = useMemo(() => (grid ? new Map(grid.sessions.map(({ sessionId, slots: free }) => [sessionId, free])) : NOTHING), [grid]);
  const choosing = useMemo((): Choosing => ({
    zone: catalogue.clusters.get(of)?.timeZone ?? timeZone,
    maximumPerDay: catalogue.programme.policy.maximumPerClusterPerDay,
    buffers: catalogue.programme.policy,
    booked: all.flatMap(({ booking, state }) => (booking && state === 'booked' ? [Date.parse(booking.start)] : [])),
    marks: preferences?.marks ?? [],
  }), [all, catalogue, of, preferences, timeZone]);
  const ids = toBook.map(({ id }) => id).join(' ');
  // Before it is painted: nobody sees a page without times.
  useLayoutEffect(() => {
    setState((before) => afterwards(before, ids.split(' '), slots, own, choosing));
  }, [ids, slots, own, choosing]);
  return {
    reading, slots, chosen, replaced,
    left: new Set([...own].filter(([, slot]) => slot === null).map(([id]) => id)),
    choose: (sessionId, slot) => setOwn((before) => new Map([[sessionId, slot], ...[...before].filter(([id]) => id !== sessionId)])),
  };
}

/** What somebody chose comes first, the latest before all; what stood there stays where it can; the others find their places beside it. */
function afterwards(before: State, ids: readonly string[], slots: ReadonlyMap<string, readonly Slot[]>, own: ReadonlyMap<string, Slot | null>, choosing: Choosing): State {
  const isFree = (id: string, slot: Slot) => slots.get(id)?.some((each) => keyOf(each) === keyOf(slot)) ?? false;
  const gone = [...before.chosen].filter(([id, slot]) => slots.has(id) && !isFree(id, slot)).map(([id]) => id);
  const kept = [...own, ...[...before.chosen].filter(([id]) => !own.has(id))].filter((entry): entry is [string, Slot] => entry[1] !== null);
  const wanted = ids.filter((id) => own.get(id) !== null).map((id) => ({ sessionId: id, slots: slots.get(id) ?? [] }));
  const chosen = chooseTimes(wanted, new Map(kept), choosing);
  const settled = ([id, slot]: [string, Slot]) => keyOf(slot) === keyOf(before.chosen.get(id) ?? slot);
  return { chosen, replaced: new Set([...gone, ...[...chosen].filter(settled).map(([id]) => id).filter((id) => before.replaced.has(id))]) };
}
