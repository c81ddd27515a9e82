import { deferred } from '../../components/deferred.tsx';
import { need } from '../../locales/index.ts';

/** What is fetched when something is to be decided or looked at more closely. */
export const PlacesDialog = deferred(async () => (await import('./places-dialog.tsx')).PlacesDialog);
export const PublishDialog = deferred(async () => (await import('./publish-dialog.tsx')).PublishDialog);
export const DayPicture = deferred(async () => (await import('../office/day-picture.tsx')).DayPicture);
export const HoursRound = deferred(async () => (await Promise.all([import('./hours-round.tsx'), need('rules')]))[0].HoursRound);
export const Asked = deferred(async () => (await Promise.all([import('./asked.tsx'), need('rules')]))[0].Asked);
export const Weights = deferred(async () => (await Promise.all([import('./weights.tsx'), need('rules')]))[0].Weights);
