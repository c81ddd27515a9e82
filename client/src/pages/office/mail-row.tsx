import { sendAgain } from '../../api/office.ts';
import { refresh } from '../../api/resource.ts';
import { problemWords } from '../../components/error-note.tsx';
import { clock, dateAt, dayShort } from '../../format/time.ts';
import { city, officeWords, words } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { toast } from '../../state/toasts.ts';
import { isTrouble, type Mail } from './letters.ts';

/** One mail; what failed can be sent again, and its address corrected. */
export function MailRow({ mail, about }: { mail: Mail; about: string }) {
  const copy = officeWords().log;
  const delivery = words().delivery;
  const { timeZone } = useViewer();
  const hasFailed = mail.state === 'failed' || mail.state === 'bounced';
  return (
    <tr class={isTrouble(mail) ? 'log-trouble' : ''}>
      <td class="log-when">{dayShort(dateAt(mail.at, timeZone))} <span class="time">{clock(mail.at, timeZone)}</span><span class="narrow-only"> {words().inCity(city(timeZone))}</span></td>
      <td><b>{mail.name || copy.left}</b> <small>{mail.email}</small></td>
      <td>{kindOf(mail)} <small>{mail.session ? <a href={`/sessions/${mail.session.id}`}>{about}</a> : null}</small></td>
      <td><span class={hasFailed ? 'log-bad' : ''}>{delivery[mail.state]}</span>{mail.tries > 1 && <small>{copy.tries(mail.tries)}</small>}{mail.error && mail.state !== 'sent' && <small>{mail.error}</small>}</td>
      <td>{mail.reply !== null && (mail.state === 'sent' || mail.reply !== 'none') && <span class={mail.reply === 'declined' ? 'log-bad' : ''}>{delivery.reply[mail.reply]}</span>}</td>
      <td class="log-acts">
        {hasFailed && mail.kind !== 'reminder' && <button type="button" class="button button-small" aria-label={copy.againWho(mail.name)} onClick={() => void again(mail.id)}>{copy.again}</button>}
        {mail.state === 'bounced' && <a class="button button-small" href="/people">{copy.correct}</a>}
      </td>
    </tr>
  );
}

function kindOf({ kind, count, sequence }: Mail): string {
  const copy = officeWords().log;
  if (kind === 'reminder') return `${copy.reminder}${words().joinList}${copy.reminderOf(count)}`;
  return sequence === 0 || kind === 'CANCEL' ? copy.kinds[kind] : `${copy.kinds[kind]}${words().joinList}${copy.update(sequence)}`;
}

async function again(deliveryId: string): Promise<void> {
  const answer = await sendAgain(deliveryId);
  toast(answer.ok ? officeWords().log.againSaid : problemWords(answer.problem));
  await refresh('deliveries');
}
