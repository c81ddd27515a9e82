import { need } from './locales/index.ts';
import type { Page } from './router.tsx';

const office = async () => (await Promise.all([import('./pages/office/index.ts'), need('office')]))[0];
const desk = async () => (await Promise.all([import('./pages/desk/index.ts'), need('office'), need('desk'), need('account')]))[0];
/** What setting up says: also in the forms and the foresight that it shows. */
const setupWords = () => Promise.all([need('setup'), need('office'), need('outlook')]);

/** Pages that only whoever runs a programme opens, beside the board: how to fetch them is itself fetched when one is needed. */
export const farPages = {
  '/plan': async () => (await Promise.all([import('./pages/plan/plan-page.tsx'), need('plan')]))[0].PlanPage,
  '/outlook': async () => (await Promise.all([import('./pages/outlook/outlook-page.tsx'), need('outlook')]))[0].OutlookPage,
  '/people': async () => (await office()).PeoplePage,
  '/programme': async () => (await Promise.all([import('./pages/setup/rules-page.tsx'), need('rules'), setupWords()]))[0].RulesPage,
  '/setup': async () => (await Promise.all([import('./pages/setup/drafts-page.tsx'), setupWords()]))[0].DraftsPage,
  '/setup/:id': async () => (await Promise.all([import('./pages/setup/editor-page.tsx'), setupWords()]))[0].EditorPage,
  '/log': async () => (await office()).LogPage,
  '/changes': async () => (await desk()).AuditPage,
  '/programs': async () => (await desk()).ProgramsPage,
  '/day': async () => (await office()).DayPage,
  '/day/:date': async () => (await office()).DayPage,
} satisfies Record<string, () => Promise<Page>>;

export type FarPath = keyof typeof farPages;
