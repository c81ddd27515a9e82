import type { ComponentChildren } from 'preact';

interface FieldLinkProps {
  /** Id of what takes focus. */
  to: string;
  class?: string;
  children: ComponentChildren;
}

/** A link within the page that moves focus and nothing else: a `#` in the address would be a step in the browser's history. */
export function FieldLink({ to, class: className, children }: FieldLinkProps) {
  return (
    <a
      href={`#${to}`} class={className}
      onClick={(event) => {
        event.preventDefault();
        const target = document.getElementById(to);
        target?.focus();
        target?.scrollIntoView({ block: 'center' });
      }}
    >
      {children}
    </a>
  );
}
