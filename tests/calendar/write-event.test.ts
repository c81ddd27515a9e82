import ICAL from 'ical.js';
import { cleanLine, cleanName } from '../../server/calendar/clean-text.ts';
import { writeEvent } from '../../server/calendar/write-event.ts';
import type { CalendarEvent } from '../../server/calendar/write-event.ts';
import { spanOf } from '../../server/domain/invitation-content.ts';
import { invitationLetter } from '../../server/mail/invitation-letter.ts';
import { anInvitation, at, maria, nairobi, pablo, sender, span } from '../mail/an-invitation.ts';
import { faultsOf } from '../support/ical-readers-lint.ts';
import { messages, nasty } from './messages.ts';

const event: CalendarEvent = {
  uid: 'u1@visavis.example',
  sequence: 3,
  stampedAt: at('2026-03-16T08:30:00Z'),
  createdAt: at('2026-03-15T07:00:00Z'),
  span: span('2026-03-24T09:00:00Z', '2026-03-24T10:00:00Z'),
  status: 'confirmed',
  summary: 'Cluster economics',
  description: 'Two lines,\nof text',
  joinUrl: 'https://meet.example/a,b;c',
  joinLabel: 'Join',
  pageUrl: 'https://visavis.example/sessions/s1',
  category: 'Economics, mostly',
};

describe('calendar text', () => {
  it('is a file to keep without scheduling: no METHOD, ORGANIZER or ATTENDEE', () => {
    expect(writeEvent(event).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Visavis//Visavis//EN', 'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT', 'UID:u1@visavis.example', 'SEQUENCE:3', 'DTSTAMP:20260316T083000Z', 'DTSTART:20260324T090000Z', 'DTEND:20260324T100000Z',
      'SUMMARY:Cluster economics', 'TRANSP:OPAQUE', 'LOCATION:https://meet.example/a%2Cb%3Bc', 'DESCRIPTION:Two lines\\,\\nof text',
      'CATEGORIES:Economics\\, mostly', 'URL;VALUE=URI:https://visavis.example/sessions/s1', 'STATUS:CONFIRMED',
      'X-GOOGLE-CONFERENCE:https://meet.example/a%2Cb%3Bc', 'CREATED:20260315T070000Z', 'LAST-MODIFIED:20260316T083000Z',
      'CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL="Join":https://meet.example/a%2Cb', ' %3Bc',
      'END:VEVENT', 'END:VCALENDAR', '',
    ]);
  });

  it('is a request with the facilitator in the chair and the others asked, but those who have answered', () => {
    const ics = writeEvent(event, { method: 'REQUEST', organizer: { name: 'CECIL', address: 'invites@visavis.example' }, attendees: anInvitation({ attendees: [nairobi, maria, { ...pablo, answered: 'declined' }, { ...pablo, email: 'p@madrid.example', answered: 'tentative' }] }).attendees });
    expect(ics.replace(/\r\n /g, '').split('\r\n').filter((line) => /^(METHOD|ORGANIZER|ATTENDEE|STATUS|TRANSP)/.test(line))).toEqual([
      'METHOD:REQUEST', 'TRANSP:OPAQUE', 'ORGANIZER;CN="CECIL":mailto:invites@visavis.example',
      'ATTENDEE;ROLE=CHAIR;CUTYPE=INDIVIDUAL;PARTSTAT=ACCEPTED;RSVP=TRUE;CN="Quercus Group, Nairobi":MAILTO:nairobi@quercus.example',
      'ATTENDEE;ROLE=REQ-PARTICIPANT;CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="María Ortega":MAILTO:maria@madrid.example',
      'ATTENDEE;ROLE=REQ-PARTICIPANT;CUTYPE=INDIVIDUAL;PARTSTAT=DECLINED;RSVP=TRUE;CN="Pablo Núñez":MAILTO:pablo@madrid.example',
      'ATTENDEE;ROLE=REQ-PARTICIPANT;CUTYPE=INDIVIDUAL;PARTSTAT=TENTATIVE;RSVP=TRUE;CN="Pablo Núñez":MAILTO:p@madrid.example',
      'STATUS:CONFIRMED',
    ]);
  });

  it('is a cancellation that names whom it is for, and frees the hour', () => {
    const ics = writeEvent({ ...event, status: 'cancelled' }, { method: 'CANCEL', organizer: { name: 'CECIL', address: 'invites@visavis.example' }, attendees: anInvitation({ attendees: [maria] }).attendees });
    expect(ics.replace(/\r\n /g, '').split('\r\n').filter((line) => /^(METHOD|ATTENDEE|STATUS|TRANSP|DTSTART|DTEND)/.test(line))).toEqual([
      'METHOD:CANCEL', 'DTSTART:20260324T090000Z', 'DTEND:20260324T100000Z', 'TRANSP:TRANSPARENT',
      'ATTENDEE;ROLE=REQ-PARTICIPANT;CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="María Ortega":MAILTO:maria@madrid.example', 'STATUS:CANCELLED',
    ]);
  });

  it.each(messages)('has nothing in it that some reader stumbles over: %s', async (_name, invitation) => {
    const { ics } = invitationLetter(invitation, sender);
    expect(faultsOf(ics ?? '')).toEqual([]);
  });

  it.each(messages)('reads back in ical.js as it was meant: %s', async (_name, invitation) => {
    const { ics } = invitationLetter(invitation, sender);
    const calendar = new ICAL.Component(ICAL.parse(ics ?? ''));
    const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
    const { session } = invitation;
    expect(events.map((read) => ({
      method: calendar.getFirstPropertyValue('method'),
      uid: read.uid,
      sequence: read.sequence,
      start: read.startDate.toJSDate().getTime(),
      end: read.endDate.toJSDate().getTime(),
      summary: read.summary,
      attendees: read.attendees.map((attendee) => [attendee.getFirstParameter('cn'), attendee.getFirstValue()]),
      organizer: read.component.getFirstPropertyValue('organizer'),
    }))).toEqual([{
      method: invitation.method,
      uid: session.uid,
      sequence: session.sequence,
      start: spanOf(invitation).start,
      end: spanOf(invitation).end,
      summary: cleanLine(`${session.topic} · ${session.cluster.name} · ${session.facilitator.name}`),
      attendees: invitation.attendees.map(({ email, name }) => [cleanName(name), `MAILTO:${email}`]),
      organizer: 'mailto:invites@visavis.example',
    }]);
  });

  it.each(nasty)('keeps %s in a description as they are, cleaned', (_name, text) => {
    const read = new ICAL.Event(new ICAL.Component(ICAL.parse(writeEvent({ ...event, description: text }))).getFirstSubcomponent('vevent') ?? undefined);
    const lines = text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u001b\u009c]|\p{Surrogate}/gu, '').normalize('NFC');
    expect(read.description).toBe(lines);
  });
});
