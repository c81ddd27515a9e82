/** Where the programme's record is kept, in one file to fetch: who opens one opens the others. */
export { AuditPage } from './audit-page.tsx';
export { ProgramsPage } from './programs-page.tsx';
