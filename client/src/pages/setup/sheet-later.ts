import { deferred } from '../../components/deferred.tsx';

/** Spreadsheets, fetched after the step that offers them. */
export const SheetPanel = deferred(async () => (await import('./sheet-panel.tsx')).SheetPanel);
