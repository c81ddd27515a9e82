import type { Catalogue } from '../../api/catalogue.ts';
import { minutesWords } from '../../format/time.ts';
import { bookingWords } from '../../locales/index.ts';

/** Until when one may think again, said before one commits oneself. */
export function ChangeLimit({ catalogue }: { catalogue: Catalogue }) {
  const copy = bookingWords().book;
  const { minimumNoticeMinutes: notice } = catalogue.programme.policy;
  return <p class="small quiet limit">{notice > 0 ? copy.changeUntil(minutesWords(notice)) : copy.changeUntilBegun}</p>;
}
