import type { Session } from '../../../../shared/api/sessions.ts';
import { Heading } from '../../components/heading.tsx';
import { Mark } from '../../components/mark.tsx';
import { bookingWords, words } from '../../locales/index.ts';

/** A session that has nothing left to book. */
export function Closed({ session }: { session: Session }) {
  const copy = words();
  return (
    <>
      <Heading title={session.state === 'done' ? bookingWords().book.doneHeading : copy.state[session.state]} />
      <p><Mark state={session.state} /></p>
      <p><a class="button" href="/">{copy.app.backHome}</a></p>
    </>
  );
}
