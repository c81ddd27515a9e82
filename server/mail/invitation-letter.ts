import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { cleanLine } from '../calendar/clean-text.ts';
import { writeEvent } from '../calendar/write-event.ts';
import type { Invitation, Letter, Sender } from '../domain/invitation-content.ts';
import { calendarEvent } from './calendar-event.ts';
import { letterContent } from './letter-content.ts';
import { letterHtml } from './letter-html.ts';
import { letterText } from './letter-text.ts';

/**
 * The mail of one invitation, whole. A function of its arguments alone: the same delivery is the same bytes every time,
 * so that a mail sent twice is seen to be one.
 */
export async function invitationLetter(invitation: Invitation, sender: Sender): Promise<Letter> {
  const { deliveryId, method, recipient, session } = invitation;
  const content = letterContent(invitation, sender);
  const organizer = { name: cleanLine(session.programme), address: sender.organizerAddress };
  const ics = writeEvent(calendarEvent(invitation, content, sender), { method, organizer, attendees: invitation.attendees });
  const parts = {
    messageId: `<${deliveryId}@${new URL(sender.publicUrl).hostname}>`,
    from: sender.organizerAddress,
    to: recipient.email,
    subject: cleanLine(content.subject),
    text: letterText(content),
    html: letterHtml(content, recipient.language),
    ics,
  };
  const raw = await new MailComposer({
    from: organizer,
    to: { name: cleanLine(recipient.name), address: recipient.email },
    subject: parts.subject,
    messageId: parts.messageId,
    date: new Date(session.stampedAt),
    headers: { 'Auto-Submitted': 'auto-generated' },
    text: parts.text,
    html: parts.html,
    // No `headers` here: they would turn the calendar part into an attachment, and no mail program would show its buttons.
    icalEvent: { method, filename: 'invite.ics', content: ics, contentTransferEncoding: 'base64' },
    baseBoundary: createHash('sha256').update(deliveryId).digest('hex').slice(0, 32),
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile().build();
  return { ...parts, raw: raw.toString('utf8') };
}
