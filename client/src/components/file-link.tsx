/** A file of ours to keep: fetched in the background, with its progress on the tray. Without its code, and with any other click, the browser's own download. */
export function FileLink({ href, label, name }: { href: string; label: string; name: string }) {
  const take = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    import('../state/take-file.ts').then(({ takeFile }) => takeFile(href, name), () => location.assign(href));
  };
  return <a href={href} download onClick={take}>{label}</a>;
}
