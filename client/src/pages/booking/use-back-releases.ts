import { useEffect } from 'preact/hooks';
import { useEvent } from '../../state/use-event.ts';

const STEP = 'needs';

/**
 * While `active`, the step has a history entry of its own at the same address, so that the browser's Back leaves the step
 * and not the page. Left in any other way, the entry is taken away again.
 */
export function useBackReleases(active: boolean, onBack: () => void): void {
  const act = useEvent(onBack);
  useEffect(() => {
    if (!active) return undefined;
    if (!onStep()) history.pushState({ step: STEP }, '', location.href);
    let wentBack = false;
    const back = () => {
      if (onStep()) return;
      wentBack = true;
      act();
    };
    addEventListener('popstate', back);
    return () => {
      removeEventListener('popstate', back);
      if (!wentBack && onStep()) history.back();
    };
  }, [active, act]);
}

function onStep(): boolean {
  return (history.state as { step?: string } | null)?.step === STEP;
}
