import { BusyCalendar, BusyCalendarInput, BusyFilter, BusyTime } from '../../../shared/api/calendars.ts';
import { listOf } from '../../../shared/api/primitives.ts';
import type { Instant } from '../../domain/interval.ts';
import { addCalendar, busyTimesOf, calendarById, calendarsFor, refreshCalendar, removeCalendar } from '../../usecases/calendars/busy-calendars.ts';
import { read, write, type Endpoint } from '../endpoint.ts';

export const calendars: Endpoint[] = [
  read({ path: '/facilitators/:id/calendars', summary: 'List the external calendars that keep a facilitator free', answer: listOf(BusyCalendar) },
    ({ db }, call, { params }) => calendarsFor(db, call, params.id!)),
  write({ method: 'post', path: '/facilitators/:id/calendars', summary: 'Add an external calendar by its ICS address', body: BusyCalendarInput, answer: BusyCalendar, status: 201 },
    (tx, call, { params, body }) => addCalendar(tx, call, { facilitatorId: params.id!, calendar: body })),
  read({ path: '/facilitators/:id/busy', summary: 'List when external calendars have a facilitator busy', query: BusyFilter, answer: listOf(BusyTime) },
    ({ db }, call, { params, query }) => busyTimesOf(db, call, params.id!, { start: Date.parse(query.from) as Instant, end: Date.parse(query.to) as Instant })),
  read({ path: '/calendars/:id', summary: 'Read how an external calendar is doing', answer: BusyCalendar },
    ({ db }, call, { params }) => calendarById(db, call, params.id!)),
  write({ method: 'delete', path: '/calendars/:id', summary: 'Remove an external calendar and its busy times', answer: null },
    (tx, call, { params }) => removeCalendar(tx, call, params.id!)),
  write({ method: 'post', path: '/calendars/:id/refresh', summary: 'Read an external calendar now', answer: BusyCalendar, status: 202 },
    (tx, call, { params }) => refreshCalendar(tx, call, params.id!)),
];
