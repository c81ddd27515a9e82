import { useEffect, useState } from 'preact/hooks';
import { corrected, serverNow } from '../format/clock.ts';

/** Now on the server's clock, printed again every `milliseconds` and whenever the clock was corrected. */
export function useNow(milliseconds: number): number {
  const [, draw] = useState(0);
  void corrected.value;
  useEffect(() => {
    const timer = setInterval(() => draw((count) => count + 1), milliseconds);
    return () => clearInterval(timer);
  }, [milliseconds]);
  return serverNow();
}

export const SECOND_MS = 1000;
export const MINUTE_MS = 60_000;
