import { signal } from '@preact/signals';

/** The one sentence that screen readers are told next. */
export const spoken = signal('');

/** Says a sentence politely. The same words twice in a row are said twice. */
export function announce(sentence: string): void {
  spoken.value = spoken.peek() === sentence ? `${sentence}\u00a0` : sentence;
}
