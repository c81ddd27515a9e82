import type { Attachment, ParsedMail } from 'mailparser';
import { readReply } from '../calendar/read/itip-reply.ts';
import type { Received } from '../domain/reply.ts';

/**
 * What a mail to our mailbox says: an answer to an invitation, that one of our mails could not be delivered, or nothing to us.
 * Sent twice in one mail, as Thunderbird does, an answer is one. Nothing else of the mail is kept.
 *
 * `authority`: the name our own mail server gives itself in Authentication-Results (RFC 8601 §2.5); without it no mail counts as verified.
 */
export async function readMail(bytes: Uint8Array, authority: string | null): Promise<Received> {
  const mail = await parse(bytes);
  if (!mail) return { came: 'nothing', fault: 'not-a-reply' };
  const bounce = bounceIn(mail);
  if (bounce) return bounce;
  const sender = senderOf(mail);
  const answers = mail.attachments.filter(isCalendar).map((part) => readReply(part.content, methodOf(part), sender ?? ''));
  const answer = answers.find(({ ok }) => ok) ?? answers[0];
  if (!answer) return { came: 'nothing', fault: 'not-a-reply' };
  if (!answer.ok) return { came: 'nothing', fault: answer.fault };
  return { came: 'reply', reply: answer.reply, isVerified: authority !== null && isVerified(mail, answer.reply.attendee, authority) };
}

async function parse(bytes: Uint8Array): Promise<ParsedMail | null> {
  // Read with the first mail: most installations have no mailbox that is read.
  const { simpleParser } = await import('mailparser');
  try {
    return await simpleParser(Buffer.from(bytes), { keepDeliveryStatus: true, skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true, skipTextLinks: true, maxHtmlLengthToParse: 1 });
  } catch {
    return null;
  }
}

function isCalendar({ contentType, filename }: Attachment): boolean {
  return /^(?:text\/calendar|application\/ics)$/i.test(contentType) || (filename ?? '').toLowerCase().endsWith('.ics');
}

/** Of the part's Content-Type (RFC 6047 §2.4). */
function methodOf(part: Attachment): string | null {
  const type = part.headers.get('content-type');
  return (type as { params?: Record<string, string> } | undefined)?.params?.method ?? null;
}

/** One author, or nobody. */
function senderOf({ from }: ParsedMail): string | null {
  const [only, ...others] = from?.value ?? [];
  return only?.address && others.length === 0 ? only.address.toLowerCase() : null;
}

/**
 * DKIM, SPF or DMARC passed for the sender's own domain, as said by our own mail server: the topmost header of its name, since
 * whoever wrote the mail may have written others.
 */
function isVerified({ headerLines }: ParsedMail, sender: string, authority: string): boolean {
  const first = headerLines.find(({ key }) => key === 'authentication-results')?.line.replace(/^[^:]*:/, '').replaceAll(/\r?\n[ \t]/g, ' ') ?? '';
  const [server = '', ...results] = first.split(';').map((each) => each.trim());
  if (server.split(/\s/)[0]?.toLowerCase() !== authority.toLowerCase()) return false;
  const domain = sender.slice(sender.indexOf('@') + 1);
  return results.some((result) => {
    const [, method = ''] = /^(dkim|spf|dmarc)\s*=\s*pass\b/i.exec(result) ?? [];
    const property = { dkim: /header\.[di]=@?([^\s;]+)/i, spf: /smtp\.mailfrom=(?:[^\s;@]*@)?([^\s;]+)/i, dmarc: /header\.from=([^\s;]+)/i }[method.toLowerCase()];
    return isAligned(property?.exec(result)?.[1]?.toLowerCase() ?? '', domain);
  });
}

/** The same domain, or one within the other's organisation as far as that shows without a list of registries. */
function isAligned(passed: string, domain: string): boolean {
  if (passed === '' || !passed.includes('.')) return false;
  return passed === domain || domain.endsWith(`.${passed}`) || (passed.endsWith(`.${domain}`) && domain.includes('.'));
}

/** A delivery report (RFC 3464) that gives one of our mails up, with the Message-ID that the returned mail has. */
function bounceIn({ attachments }: ParsedMail): Received | null {
  const report = attachments.find(({ contentType }) => contentType === 'message/delivery-status')?.content.toString('utf8');
  const returned = attachments.find(({ contentType }) => contentType === 'message/rfc822' || contentType === 'text/rfc822-headers')?.content.toString('utf8');
  if (report === undefined || returned === undefined || !/^Action:\s*failed\b/im.test(report)) return null;
  // As ours are: printable characters of ASCII.
  const messageId = /^Message-ID:\s*<([!-;=?-~]{1,300})>/im.exec(returned)?.[1];
  const status = /^Status:\s*(\d\.\d{1,3}\.\d{1,3})/im.exec(report)?.[1];
  return messageId === undefined ? null : { came: 'bounce', messageId, status: status ?? '5.0.0' };
}
