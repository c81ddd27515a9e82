import { usePath } from '../router.tsx';
import { words } from '../locales/index.ts';
import { useViewer } from '../state/me.ts';

export type House = 'coverage' | 'plan' | 'people' | 'log';

/** The pages below each of a coordinator's four, in their order; the first is where the top of the page leads. */
export const houses = {
  coverage: [['/', 'board'], ['/day', 'day']],
  plan: [['/plan', 'timetable'], ['/outlook', 'outlook']],
  people: [['/people', 'people'], ['/programme', 'rules'], ['/setup', 'setup']],
  log: [['/log', 'mail'], ['/changes', 'changes'], ['/programs', 'programs']],
} as const satisfies Record<House, readonly (readonly [path: string, name: string])[]>;

/** Links to what lies beside a page; for whoever runs the programme, since others see one page of each. */
export function Rooms({ of }: { of: House }) {
  const { nav } = words();
  const path = usePath();
  const { role } = useViewer();
  if (role !== 'coordinator' && role !== 'owner') return null;
  return (
    <nav class="rooms" aria-label={nav[of]}>
      {houses[of].map(([href, name]) => <a key={href} href={href} aria-current={isAt(path, href) ? 'page' : undefined}>{nav[name]}</a>)}
    </nav>
  );
}

export function isAt(path: string, href: string): boolean {
  return path === href || (href !== '/' && path.startsWith(`${href}/`));
}
