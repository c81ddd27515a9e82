import { type House, houses, isAt } from './houses.ts';
import { usePath } from '../router.tsx';
import { roomsWords, words } from '../locales/index.ts';
import { useViewer } from '../state/me.ts';

/** Links to what lies beside a page; for whoever runs the programme, since others see one page of each. */
export function Rooms({ of }: { of: House }) {
  const { nav } = words();
  const path = usePath();
  const { role } = useViewer();
  if (role !== 'coordinator' && role !== 'owner') return null;
  const copy = { ...nav, ...roomsWords() };
  return (
    <nav class="rooms" aria-label={nav[of]}>
      {houses[of].map(([href, name]) => <a key={href} href={href} aria-current={isAt(path, href) ? 'page' : undefined}>{copy[name]}</a>)}
    </nav>
  );
}
