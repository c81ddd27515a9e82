import { Reminder, ReminderInput, RemindersAsked, Supply, WaiverInput } from '../../../shared/api/coordination.ts';
import { listOf, Page } from '../../../shared/api/primitives.ts';
import { Session } from '../../../shared/api/sessions.ts';
import { supplyOfProgramme } from '../../usecases/listing/list-supply.ts';
import { remind, remindersFor } from '../../usecases/booking/remind.ts';
import { unwaiveSession, waiveSession } from '../../usecases/booking/waive-session.ts';
import { read, write, type Endpoint } from '../endpoint.ts';

/** What only coordinators do. */
export const coordination: Endpoint[] = [
  write({ method: 'put', path: '/sessions/:id/waiver', summary: 'Say that a cluster need not have a session', body: WaiverInput, answer: Session },
    (tx, call, { params, body, ifVersion }) => waiveSession(tx, call, { sessionId: params.id!, reason: body.reason, ifVersion })),
  write({ method: 'delete', path: '/sessions/:id/waiver', summary: 'Take a waiver back', answer: Session },
    (tx, call, { params, ifVersion }) => unwaiveSession(tx, call, { sessionId: params.id!, ifVersion })),
  write({ method: 'post', path: '/programmes/:id/reminders', summary: 'Ask clusters by mail to book what is still open; one mail to each person, whatever is asked within ten seconds', body: ReminderInput, answer: RemindersAsked, status: 202 },
    (tx, call, { params, body }) => remind(tx, call, params.id!, body.sessionIds)),
  read({ path: '/programmes/:id/reminders', summary: 'List the reminders and what became of them, newest first', query: Page, answer: listOf(Reminder) },
    ({ db }, call, { params, query }) => remindersFor(db, call, params.id!, query)),
  read({ path: '/programmes/:id/supply', summary: 'What is still free, against what is still to be booked', answer: Supply, weight: 5 },
    ({ db }, call, { params }) => supplyOfProgramme(db, call, params.id!)),
];
