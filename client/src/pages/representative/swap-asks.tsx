import type { Session } from '../../../../shared/api/sessions.ts';
import type { Swap } from '../../../../shared/api/swaps.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import { useReading } from '../../api/resource.ts';
import { getSwaps } from '../../api/swaps.ts';
import { swapsWords } from '../../locales/index.ts';

/** Whoever is asked for a swap hears of it on the first page, and answers on the session's. */
export function SwapAsks({ catalogue, sessions }: { catalogue: Catalogue; sessions: readonly Session[] }) {
  const copy = swapsWords();
  const { id } = catalogue.programme;
  const { value } = useReading<Swap[]>(`swaps/of/${id}`, () => getSwaps(id));
  const asked = (value ?? []).filter(({ role, state }) => role === 'asked' && state === 'asked')
    .flatMap(({ id: swap, other }) => sessions.filter(({ booking }) => booking?.id === other.bookingId).map((session) => ({ swap, session })));
  return (
    <>
      {asked.map(({ swap, session }) => (
        <p class="note note-held" key={swap}><span>{copy.onProgramme(catalogue.topics.get(session.topicId)?.name ?? '')}</span><a class="button" href={`/sessions/${session.id}`}>{copy.look}</a></p>
      ))}
    </>
  );
}
