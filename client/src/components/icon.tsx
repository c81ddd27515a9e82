/** Line pictures of 20 × 20; decoration only, the words beside them carry the meaning. */
const pictures = {
  brand: (
    <>
      <circle cx="6.5" cy="10" r="4.2" fill="var(--c-day)" stroke="currentColor" stroke-width="1.4" />
      <circle cx="13.5" cy="10" r="4.2" fill="none" stroke="currentColor" stroke-width="1.4" />
      <path d="M13.5 5.8a4.2 4.2 0 0 1 0 8.4z" fill="var(--c-night)" />
    </>
  ),
  programme: <path d="M5 4v12M5 5h10M5 10h7M5 15h10" />,
  sessions: <path d="M4 5.5h12v10.5H4zM4 8.5h12M7.5 3.5v3M12.5 3.5v3" />,
  today: <><circle cx="10" cy="10" r="6.5" /><path d="M10 6.5V10l2.5 1.5" /></>,
  availability: <path d="M4 4h12v12H4zM8 4v12M12 4v12M4 8h12M4 12h12" />,
  coverage: <path d="M4 16V9M8 16V5M12 16v-5M16 16V7" />,
  log: <path d="M3.5 5.5h13v9h-13zM4 6l6 5 6-5" />,
  person: <><circle cx="10" cy="7.5" r="3" /><path d="M4.5 16.5c.7-3 2.8-4.5 5.5-4.5s4.8 1.5 5.5 4.5" /></>,
};

export type IconName = keyof typeof pictures;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">
      {pictures[name]}
    </svg>
  );
}
