import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { cleanLine } from '../calendar/clean-text.ts';
import { writeEvent } from '../calendar/write-event.ts';
import type { Invitation, Letter, Sender } from '../domain/invitation-content.ts';
import { assemble } from './assemble.ts';
import { calendarEvent } from './calendar-event.ts';
import { letterContent } from './letter-content.ts';
import { letterHtml } from './letter-html.ts';
import { letterText } from './letter-text.ts';

/**
 * The mail of one invitation, whole. A function of its arguments alone: the same delivery is the same bytes every time,
 * so that a mail sent twice is seen to be one.
 */
export function invitationLetter(invitation: Invitation, sender: Sender): Letter {
  const parts = partsOf(invitation, sender);
  return { ...parts, raw: assemble(compositionOf(invitation, sender, parts).compile()) };
}

type Parts = Omit<Letter, 'raw'> & { ics: string };

export function partsOf(invitation: Invitation, sender: Sender): Parts {
  const { deliveryId, method, recipient } = invitation;
  const content = letterContent(invitation, sender);
  return {
    messageId: `<${deliveryId}@${new URL(sender.publicUrl).hostname}>`,
    from: sender.organizerAddress,
    to: recipient.email,
    subject: cleanLine(content.subject),
    text: letterText(content),
    html: letterHtml(content, recipient.language),
    ics: writeEvent(calendarEvent(invitation, content, sender), { method, organizer: organizerOf(invitation, sender), attendees: invitation.attendees }),
  };
}

/** How a mail program is given them (RFC 6047 §2.4): text, HTML and event as alternatives, and the event as a file beside them. */
export function compositionOf(invitation: Invitation, sender: Sender, parts: Parts): MailComposer {
  const { deliveryId, method, recipient, session } = invitation;
  return new MailComposer({
    from: organizerOf(invitation, sender),
    to: { name: cleanLine(recipient.name), address: recipient.email },
    subject: parts.subject,
    messageId: parts.messageId,
    date: new Date(session.stampedAt),
    headers: { 'Auto-Submitted': 'auto-generated' },
    text: parts.text,
    html: parts.html,
    // No `headers` here: they would turn the calendar part into an attachment, and no mail program would show its buttons.
    icalEvent: { method, filename: 'invite.ics', content: parts.ics, contentTransferEncoding: 'base64' },
    baseBoundary: createHash('sha256').update(deliveryId).digest('hex').slice(0, 32),
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** From and ORGANIZER alike. */
function organizerOf({ session }: Invitation, sender: Sender): { name: string; address: string } {
  return { name: cleanLine(session.programme), address: sender.organizerAddress };
}
