import { need, waysWords } from '../locales/index.ts';
import { go } from '../router.tsx';
import { toast } from '../state/toasts.ts';
import { onChange } from './connection.ts';

/** Says, wherever one is, that a time one waits for has come free. */
export function tellFreed(): void {
  onChange(({ kind, data }) => {
    if (kind !== 'session.changed' || data['freed'] !== true) return;
    void need('ways').then(() => toast(waysWords().freed, { label: waysWords().look, run: () => go(`/book/${String(data['id'])}`) }));
  });
}
