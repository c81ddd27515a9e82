import { useEffect, useRef, useState } from 'preact/hooks';
import type { Coverage } from '../../../../shared/api/sessions.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { serverNow } from '../../format/clock.ts';
import { type Cell, type CellChange, changesBetween } from '../../live/board.ts';
import { coordinatorWords } from '../../locales/index.ts';
import { announce } from '../../state/announcer.ts';
import { useEvent } from '../../state/use-event.ts';

export interface News {
  /** When the first fact of the line came. */
  since: number | null;
  facts: readonly string[];
  /** Sessions whose cells have just changed. */
  flashing: ReadonlySet<string>;
}

const GATHER_MS = 1500;
const SPOKEN_EVERY_MS = 10_000;
const FLASH_MS = 1600;
const KEPT_FACTS = 6;

/** What has changed while the board was on screen: a line to read, a flash to see, one sentence at most every ten seconds to hear. */
export function useNews(coverage: Coverage, catalogue: Catalogue): News {
  const seenRef = useRef<readonly Cell[]>(coverage.cells);
  const [news, setNews] = useState<News>({ since: null, facts: [], flashing: new Set() });
  const say = useSpeech();
  const compare = useEvent((cells: readonly Cell[]) => {
    const changes = changesBetween(seenRef.current, cells);
    seenRef.current = cells;
    if (changes.length === 0) return;
    const facts = changes.map((change) => factOf(change, catalogue));
    say(facts);
    setNews((old) => ({ since: old.since ?? serverNow(), facts: [...old.facts, ...facts].slice(-KEPT_FACTS), flashing: new Set(changes.map(({ cell }) => cell.sessionId)) }));
    setTimeout(() => setNews((old) => ({ ...old, flashing: new Set() })), FLASH_MS);
  });
  useEffect(() => compare(coverage.cells), [coverage.cells, compare]);
  return news;
}

/** Gathers facts and says them in one sentence: soon, but never within ten seconds of the last. */
function useSpeech(): (facts: readonly string[]) => void {
  const stateRef = useRef<{ unsaid: readonly string[]; lastAt: number; timer: ReturnType<typeof setTimeout> | undefined }>({ unsaid: [], lastAt: 0, timer: undefined });
  useEffect(() => () => clearTimeout(stateRef.current.timer), []);
  return (facts) => {
    const { unsaid, lastAt, timer } = stateRef.current;
    const speak = () => {
      announce(stateRef.current.unsaid.join(', '));
      stateRef.current = { unsaid: [], lastAt: Date.now(), timer: undefined };
    };
    const wait = Math.max(GATHER_MS, lastAt + SPOKEN_EVERY_MS - Date.now());
    stateRef.current = { unsaid: [...unsaid, ...facts], lastAt, timer: timer ?? setTimeout(speak, wait) };
  };
}

function factOf({ cell, became }: CellChange, catalogue: Catalogue): string {
  const copy = coordinatorWords().coverage;
  const who = copy.ofTopic(catalogue.clusters.get(cell.clusterId)?.name ?? '', catalogue.topics.get(cell.topicId)?.name ?? '');
  return copy.fact[became](who);
}
