import { need } from './locales/index.ts';
import type { Page } from './router.tsx';

const office = async () => (await Promise.all([import('./pages/office/index.ts'), need('office')]))[0];
const desk = async () => (await Promise.all([import('./pages/desk/index.ts'), need('office'), need('desk')]))[0];

/** Pages that only whoever runs a programme opens, beside the board: how to fetch them is itself fetched when one is needed. */
export const farPages = {
  audit: async () => (await desk()).AuditPage,
  programs: async () => (await desk()).ProgramsPage,
  people: async () => (await office()).PeoplePage,
  log: async () => (await office()).LogPage,
  day: async () => (await office()).DayPage,
  plan: async () => (await Promise.all([import('./pages/plan/plan-page.tsx'), need('plan')]))[0].PlanPage,
  outlook: async () => (await Promise.all([import('./pages/outlook/outlook-page.tsx'), need('outlook')]))[0].OutlookPage,
} satisfies Record<string, () => Promise<Page>>;

export type FarPage = keyof typeof farPages;
