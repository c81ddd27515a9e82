import { spoken } from '../state/announcer.ts';
import { toasts } from '../state/toasts.ts';
import { words } from '../locales/index.ts';

/** The one polite voice of the app. */
export function Announcer() {
  return <output class="sr">{spoken.value}</output>;
}

/** Short sentences at the foot of the page, some with an undo. */
export function Toasts() {
  return (
    <output class="toasts">
      {toasts.value.map(({ id, text, action }) => (
        <span class="toast" key={id}>
          <span>{text}</span>
          {action && <button type="button" class="link" onClick={action.run}>{action.label}</button>}
          {!action && <button type="button" class="link" onClick={() => { toasts.value = toasts.value.filter((each) => each.id !== id); }}>{words().app.dismiss}</button>}
        </span>
      ))}
    </output>
  );
}
