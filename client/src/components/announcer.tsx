import { spoken } from '../state/announcer.ts';
import { toasts } from '../state/toasts.ts';
import { words } from '../locales/index.ts';

/** The one polite voice of the app. */
export function Announcer() {
  return <p class="sr" role="status" aria-live="polite">{spoken.value}</p>;
}

/** Short sentences at the foot of the page, some with an undo. */
export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map(({ id, text, action }) => (
        <div class="toast" key={id}>
          <span>{text}</span>
          {action && <button type="button" class="link" onClick={action.run}>{action.label}</button>}
          {!action && <button type="button" class="link" onClick={() => { toasts.value = toasts.value.filter((each) => each.id !== id); }}>{words().app.dismiss}</button>}
        </div>
      ))}
    </div>
  );
}
