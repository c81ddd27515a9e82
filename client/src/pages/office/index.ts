/** The coordinator's pages beside the board, in one file to fetch: who opens one opens the others. */
export { DayPage } from './day-page.tsx';
export { LogPage } from './log-page.tsx';
export { PeoplePage } from './people-page.tsx';
