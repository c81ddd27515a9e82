import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { words } from '../locales/index.ts';

interface DialogProps {
  heading: string;
  onClose: () => void;
  children: ComponentChildren;
  /** Widens it for lists. */
  wide?: boolean;
}

/** A native modal dialog: Escape closes it, and focus goes back to what opened it. */
export function Dialog({ heading, onClose, children, wide = false }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => { if (opener instanceof HTMLElement) opener.focus(); };
  }, []);
  return (
    <dialog ref={dialog} class={wide ? 'dialog dialog-wide' : 'dialog'} aria-labelledby={id} onClose={onClose}>
      <div class="dialog-body">
        <div class="dialog-head">
          <h2 id={id} tabIndex={-1} autoFocus>{heading}</h2>
          <button type="button" class="icon-button" aria-label={words().app.close} onClick={() => dialog.current?.close()}>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M3 3l10 10m0-10L3 13" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" /></svg>
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
