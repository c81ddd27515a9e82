import { signal } from '@preact/signals';
import { isPromising } from './later.ts';

/** Whether it is said that there is a newer version of this page; never while somebody fills something in. */
export const isOffered = signal(false);

let isOld = false;

/** What an answer says the server now serves, by the name of its script. */
export function noteVersion(served: string | null): void {
  if (served === null) return;
  const own = ownScript();
  if (own === undefined) return;
  isOld = served !== own;
  isOffered.value = isOld && (isOffered.peek() || document.querySelector('main form, dialog[open]') === null);
}

/** Whether the next step should fetch the page anew: unless something is still to be taken back. */
export function isOutOfDate(): boolean {
  return isOld && !isPromising();
}

/** What this tab runs; none where it was not built. */
function ownScript(): string | undefined {
  return document.querySelector<HTMLScriptElement>('script[type=module][src^="/assets/"]')?.src.split('/').at(-1);
}
