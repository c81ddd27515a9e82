import type { ComponentChildren } from 'preact';
import { setupWords, words } from '../../locales/index.ts';
import { toast } from '../../state/toasts.ts';
import type { Setup } from './model.ts';
import type { StepProps } from './basics.tsx';

type List = 'phases' | 'topics' | 'clusters' | 'facilitators';

/** One thing of a list; taking it away can be taken back. */
export function Item({ title, name, onRemove, children }: { title: string; name: string; onRemove: () => void; children: ComponentChildren }) {
  const copy = setupWords();
  return (
    <fieldset class="group setup-item">
      <legend>{title}</legend>
      {children}
      <button type="button" class="button button-quiet button-small setup-remove" aria-label={copy.removeWho(name || title)} onClick={onRemove}>{copy.remove}</button>
    </fieldset>
  );
}

/** How one list of a programme is changed: one of its things, one more, one less. */
export function listOf<L extends List>(list: L, { setup, onChange }: Pick<StepProps, 'setup' | 'onChange'>) {
  type Thing = Setup[L][number];
  const items = setup[list] as Thing[];
  const replace = (next: Thing[]) => onChange({ ...setup, [list]: next });
  return {
    items,
    set: (index: number, change: Partial<Thing>) => replace(items.map((item, place) => (place === index ? { ...item, ...change } : item))),
    add: (...more: Thing[]) => replace([...items, ...more]),
    remove: (index: number, name: string) => {
      replace(items.filter((_, place) => place !== index));
      toast(setupWords().removed(name), { label: words().app.undo, run: () => onChange((now) => ({ ...now, [list]: (now[list] as Thing[]).toSpliced(index, 0, items[index]!) })) });
    },
  };
}
