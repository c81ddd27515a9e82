import type { Coverage } from '../../../../shared/api/sessions.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import type { Outlook } from '../../api/coverage.ts';
import { EveryonesDay } from './everyones-day.tsx';
import { Loads } from './loads.tsx';
import { SupplyPicture } from './supply-picture.tsx';

/** The pictures below the board: whether it fits, who carries it, when everybody is at work. */
export function BoardFoot({ catalogue, coverage, outlook }: { catalogue: Catalogue; coverage: Coverage; outlook: Outlook }) {
  return (
    <>
      <SupplyPicture catalogue={catalogue} supply={outlook.supply} />
      <Loads catalogue={catalogue} coverage={coverage} />
      <EveryonesDay catalogue={catalogue} now={Date.parse(coverage.now)} />
    </>
  );
}
