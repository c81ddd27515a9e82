import { useEffect, useRef, useState } from 'preact/hooks';
import type { Coverage } from '../../../../shared/api/sessions.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { serverNow } from '../../format/clock.ts';
import { type Cell, type CellChange, changesBetween } from '../../live/board.ts';
import { coordinatorWords } from '../../locales/index.ts';
import { announce } from '../../state/announcer.ts';

export interface News {
  /** When the first fact of the line came. */
  since: number | null;
  facts: readonly string[];
  /** Sessions whose cells have just changed. */
  flashing: ReadonlySet<string>;
}

const SPOKEN_EVERY_MS = 10_000;
const FLASH_MS = 1600;
const KEPT_FACTS = 6;

/** What has changed while the board was on screen: a line to read, a flash to see, one sentence at most every ten seconds to hear. */
export function useNews(coverage: Coverage, catalogue: Catalogue): News {
  const seen = useRef<readonly Cell[]>(coverage.cells);
  const unsaid = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [news, setNews] = useState<News>({ since: null, facts: [], flashing: new Set() });
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    const changes = changesBetween(seen.current, coverage.cells);
    seen.current = coverage.cells;
    if (changes.length === 0) return undefined;
    const facts = changes.map((change) => factOf(change, catalogue));
    unsaid.current.push(...facts);
    timer.current ??= setTimeout(() => {
      announce(unsaid.current.join(', '));
      unsaid.current = [];
      timer.current = undefined;
    }, unsaid.current.length > facts.length ? SPOKEN_EVERY_MS : 1500);
    setNews((old) => ({ since: old.since ?? serverNow(), facts: [...old.facts, ...facts].slice(-KEPT_FACTS), flashing: new Set(changes.map(({ cell }) => cell.sessionId)) }));
    const calm = setTimeout(() => setNews((old) => ({ ...old, flashing: new Set() })), FLASH_MS);
    return () => clearTimeout(calm);
  }, [coverage]);
  return news;
}

function factOf({ cell, became }: CellChange, catalogue: Catalogue): string {
  const copy = coordinatorWords().coverage;
  const who = copy.ofTopic(catalogue.clusters.get(cell.clusterId)?.name ?? '', catalogue.topics.get(cell.topicId)?.name ?? '');
  return copy.fact[became](who);
}
