import type { OwnSettings } from '../../../shared/api/waiting.ts';
import { accept, refuse, type Result } from '../../domain/result.ts';
import type { Tx } from '../../store/database.ts';
import { saveOwnSettings } from '../../store/own-settings.ts';
import type { Call } from '../call.ts';

/** What a person says of themselves: the language they read, and the clock they live by. A facilitator's clock is that of their hours. */
export async function changeOwnSettings(tx: Tx, { access }: Call, settings: OwnSettings): Promise<Result<null>> {
  if (access.role === 'owner') return refuse('policy', 'A token is nobody in particular: it has no language and no time zone.');
  if (settings.timeZone !== undefined && access.role === 'facilitator') return refuse('policy', 'Your hours are read on your own clock: a coordinator changes your home zone, and journeys are said with your hours.');
  if (settings.timeZone === null && access.role !== 'representative') return refuse('policy', 'Name a time zone: there is no cluster whose zone could stand in.');
  await saveOwnSettings(tx, access.role, access.actor, settings);
  return accept(null);
}
