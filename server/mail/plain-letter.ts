import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { cleanLine } from '../calendar/clean-text.ts';
import type { Letter, Sender } from '../domain/invitation-content.ts';
import { assemble } from './assemble.ts';

/** A letter that is no invitation: what it says, as text and as HTML, to one person. */
export interface PlainLetter {
  /** Makes it one mail, however often it is posted. */
  readonly id: string;
  /** The name it comes from: a programme's, or ours. */
  readonly from: string;
  readonly to: { readonly name: string; readonly email: string };
  /** Who is answered, where that is somebody else. */
  readonly replyTo?: { readonly name: string; readonly email: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The mail of a letter. Names and subject may hold anything: what would begin a header of its own is taken out. */
export function plainLetter({ id, from, to, replyTo, text, html, ...rest }: PlainLetter, sender: Sender, date: Date): Letter {
  const parts = {
    messageId: `<${id}@${new URL(sender.publicUrl).hostname}>`,
    from: sender.organizerAddress,
    to: to.email,
    subject: cleanLine(rest.subject),
    text,
    html,
    ics: null,
  };
  const message = new MailComposer({
    from: { name: cleanLine(from), address: sender.organizerAddress },
    to: { name: cleanLine(to.name), address: to.email },
    ...(replyTo && { replyTo: { name: cleanLine(replyTo.name), address: replyTo.email } }),
    subject: parts.subject,
    messageId: parts.messageId,
    date,
    headers: { 'Auto-Submitted': 'auto-generated' },
    text,
    html,
    baseBoundary: createHash('sha256').update(id).digest('hex').slice(0, 32),
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { ...parts, raw: assemble(message.compile()) };
}
