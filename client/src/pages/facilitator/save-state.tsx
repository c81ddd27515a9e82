import { deferred } from '../../components/deferred.tsx';
import { clock } from '../../format/time.ts';
import { city, hoursWords } from '../../locales/index.ts';
import type { Editing } from './use-availability.ts';

/** Hardly ever needed, so not fetched before. */
const Unsaved = deferred(async () => (await import('./unsaved.tsx')).Unsaved);

/** Whether what is on screen is what the server has; when it could not be saved, why, and how to try again. */
export function SaveState({ editing }: { editing: Editing }) {
  const { problem, isSaving, isChanged, savedAt, base } = editing;
  const copy = hoursWords();
  if (problem) return <Unsaved editing={editing} problem={problem} />;
  const state = isSaving ? copy.saving : isChanged ? copy.unsaved : savedAt === null ? copy.allSaved : copy.saved(clock(savedAt, base.timeZone), city(base.timeZone));
  return <p class="small quiet save-state">{state}</p>;
}
