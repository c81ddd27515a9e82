import { pageStyleUrl } from '../../server/http/pages/page-files.ts';
import type { World } from './cast.ts';
import { bookingOf, freeSlot, holdOf, openSession, secrets, standingBooking } from './cast.ts';

/**
 * Who may do what: one line for each route of the server, and for each live event in `live-table.ts`.
 *
 * Adding a route without its line here fails `access-table.test.ts`. To add one: `row('METHOD /path', 'statuses', request?)`.
 *
 * - `/path` is below `/api/v1`; a page outside begins with `//`.
 * - statuses, one for each column: nobody, the owner, the programme's coordinator, the facilitator and the representative who
 *   are parties, with an `other` of each who is not, an observer, and `else`: everyone of another programme, from its
 *   coordinator to its observer. A column with several writes them as `404/403`: coordinator/facilitator/representative/observer.
 * - `request(world)` makes what the request needs, for a GET once, for the rest anew for every column: `id` for the first parameter of the path (without it the
 *   programme, session … of the cast), `body`, `query`, `headers`. Writes need it, so that one column does not change what the next meets.
 * - `shows: 'addresses'` where the answer rightly has other people's addresses.
 *
 * What may not be seen is 404. Beyond the statuses, no answer may have what `unreadable.ts` says is not for its reader.
 */
export interface Row {
  method: string;
  path: string;
  expected: string[];
  request: (world: World) => Promise<Asked> | Asked;
  shows: 'addresses' | null;
}

export interface Asked {
  id?: string;
  body?: unknown;
  query?: string;
  headers?: Record<string, string>;
}

function row(route: string, expected: string, request: Row['request'] = () => ({}), shows: Row['shows'] = null): Row {
  const [method, path] = route.split(' ') as [string, string];
  return { method, path, expected: expected.trim().split(/\s+/), request, shows };
}

const nobodysToken = { token: 'a'.repeat(43) };
const person = () => ({ name: 'Somebody', email: `somebody-${Math.random().toString(36).slice(2)}@own.example` });
const booked = async (world: World): Promise<Asked> => ({ id: (await standingBooking(world)).id });
/** For lists: there is a booking in them, with something confided. */
const withBooking = async (world: World): Promise<Asked> => { await standingBooking(world); return {}; };
const add = async (world: World, list: string, body: unknown): Promise<string> => (await world.owner.post(`/programmes/${world.made.id}/${list}`, body)).body.id;
const phase = (world: World) => ({ name: 'A week', mode: 'virtual', startsOn: world.monday, endsOn: world.monday });

const draft = { name: 'New', document: {} };
const drafted = async ({ owner }: World): Promise<Asked> => ({ id: (await owner.post('/drafts', draft)).body.id });

const webhook = (programmeId: string) => ({ programmeId, url: 'http://127.0.0.1:80/hook', kinds: ['plan.published'] });
/** Switched off, so that nothing is sent. */
const hooked = async ({ owner, made }: World): Promise<Asked> => {
  const { id } = (await owner.post('/webhooks', webhook(made.id))).body;
  await owner.patch(`/webhooks/${id}`, { on: false });
  return { id };
};

export const table: Row[] = [
  //                                            nobody owner coord facil other repr  other obser else
  row('GET /openapi.json',                      '200   200   200   200   200   200   200   200   200'),
  row('GET //health/live',                      '200   200   200   200   200   200   200   200   200'),
  row('GET //health/ready',                     '200   200   200   200   200   200   200   200   200'),
  row('GET //metrics',                          '200   200   200   200   200   200   200   200   200'), // from this machine
  row('GET /docs',                              '200   200   200   200   200   200   200   200   200'),
  row('GET //page/:name',                       '200   200   200   200   200   200   200   200   200', () => ({ id: pageStyleUrl.split('/').at(-1)! })),
  row('GET //mailbox.css',                      '200   200   200   200   200   200   200   200   200'),
  row('GET //mailbox',                          '401   200   200   401   401   401   401   401   200/401/401/401', undefined, 'addresses'),
  row('GET //mailbox/:id',                      '401   200   200   401   401   401   401   401   200/401/401/401', () => ({ id: '1' }), 'addresses'),
  row('GET /mailbox',                           '401   200   200   404   404   404   404   404   200/404/404/404', undefined, 'addresses'),

  row('GET //sign-in',                          '200   200   200   200   200   200   200   200   200', () => ({ query: 'token=x' })),
  row('POST //sign-in',                         '401   401   401   401   401   401   401   401   401', () => ({ body: nobodysToken })),
  row('POST /sign-in',                          '202   202   202   202   202   202   202   202   202', () => ({ body: { email: 'nobody@nowhere.example' } })),
  row('POST /sign-in/confirmation',             '401   401   401   401   401   401   401   401   401', () => ({ body: nobodysToken })),
  row('GET /me',                                '401   200   200   200   200   200   200   200   200'),
  row('PUT /me/role',                           '401   404   404   404   404   404   404   404   404', () => ({ body: { role: 'coordinator', id: 'coo_none' } })),
  row('POST /me/sign-in',                       '401   403   202   202   202   202   202   202   202', () => ({})),
  row('GET /me/devices',                        '401   200   200   200   200   200   200   200   200'),
  row('DELETE /me/devices/:id',                 '401   404   404   404   404   404   404   404   404', () => ({ id: 'sgn_none' })),
  row('GET /tokens',                            '401   200   200   200   200   200   200   200   200'),
  row('POST /tokens',                           '401   201   201   201   201   201   201   201   201', () => ({ body: { name: 'A program', scopes: ['read'] } })),
  row('DELETE /tokens/:id',                     '401   404   404   404   404   404   404   404   404', async ({ db }) => ({ id: await anothersToken(db) })),

  row('PATCH /me',                              '401   422   204   204   204   204   204   204   204', () => ({ body: { language: 'en' } })),

  row('GET /programmes',                        '401   200   200   200   200   200   200   200   200'),
  row('POST /programmes',                       '401   201   201   403   403   403   403   403   201/403/403/403', ({ monday }) => ({ body: { programme: { name: 'New', timeZone: 'UTC', startsOn: monday, endsOn: monday } } })),
  row('POST /programmes/rehearsal',             '401   200   200   403   403   403   403   403   200/403/403/403', ({ monday }) => ({ body: { programme: { name: 'New', timeZone: 'UTC', startsOn: monday, endsOn: monday } } })),
  row('GET /drafts',                            '401   200   200   200   200   200   200   200   200'),
  row('POST /drafts',                           '401   201   201   403   403   403   403   403   201/403/403/403', () => ({ body: draft })),
  // The owner's own: nobody else's, whoever they are.
  row('GET /drafts/:id',                        '401   200   404   404   404   404   404   404   404', drafted),
  row('PUT /drafts/:id',                        '401   200   404   404   404   404   404   404   404', async (world) => ({ ...await drafted(world), body: draft })),
  row('DELETE /drafts/:id',                     '401   204   404   404   404   404   404   404   404', drafted),
  row('GET /programmes/:id',                    '401   200   200   200   200   200   200   200   404'),
  row('PATCH /programmes/:id',                  '401   200   200   404   404   404   404   404   404', () => ({ body: { name: 'A crowd' } })),
  row('DELETE /programmes/:id',                 '401   422   422   404   404   404   404   404   404', withBooking),
  row('GET /programmes/:id/coordinators',       '401   200   200   404   404   404   404   404   404'),
  row('POST /programmes/:id/coordinators',      '401   201   201   404   404   404   404   404   404', () => ({ body: person() })),
  row('DELETE /coordinators/:id',               '401   204   204   404   404   404   404   404   404', async (world) => ({ id: await add(world, 'coordinators', person()) })),
  row('GET /programmes/:id/observers',          '401   200   200   404   404   404   404   404   404'),
  row('POST /programmes/:id/observers',         '401   201   201   404   404   404   404   404   404', () => ({ body: person() })),
  row('DELETE /observers/:id',                  '401   204   204   404   404   404   404   404   404', async (world) => ({ id: await add(world, 'observers', person()) })),

  row('GET /programmes/:id/phases',             '401   200   200   200   200   200   200   200   404'),
  row('POST /programmes/:id/phases',            '401   201   201   404   404   404   404   404   404', (world) => ({ body: phase(world) })),
  row('GET /phases/:id',                        '401   200   200   200   200   200   200   200   404'),
  row('PATCH /phases/:id',                      '401   200   200   404   404   404   404   404   404', () => ({ body: { name: 'Week' } })),
  row('DELETE /phases/:id',                     '401   204   204   404   404   404   404   404   404', async (world) => ({ id: await add(world, 'phases', phase(world)) })),
  row('GET /programmes/:id/topics',             '401   200   200   200   200   200   200   200   404'),
  row('POST /programmes/:id/topics',            '401   201   201   404   404   404   404   404   404', () => ({ body: { name: 'A topic' } })),
  row('GET /topics/:id',                        '401   200   200   200   200   200   200   200   404'),
  row('PATCH /topics/:id',                      '401   200   200   404   404   404   404   404   404', () => ({ body: { name: 'topic-1' } })),
  row('DELETE /topics/:id',                     '401   204   204   404   404   404   404   404   404', async (world) => ({ id: await add(world, 'topics', { name: 'A topic' }) })),

  row('GET /programmes/:id/facilitators',       '401   200   200   200   200   200   200   200   404'),
  row('POST /programmes/:id/facilitators',      '401   201   201   404   404   404   404   404   404', () => ({ body: { ...person(), timeZone: 'UTC' } })),
  row('GET /facilitators/:id',                  '401   200   200   200   200   200   200   200   404'),
  row('PATCH /facilitators/:id',                '401   200   200   404   404   404   404   404   404', () => ({ body: { language: 'en' } })),
  row('DELETE /facilitators/:id',               '401   204   204   404   404   404   404   404   404', async (world) => ({ id: await add(world, 'facilitators', { ...person(), timeZone: 'UTC' }) })),
  row('GET /facilitators/:id/availability',     '401   200   200   200   404   404   404   404   404'),
  row('PUT /facilitators/:id/availability',     '401   200   200   200   404   404   404   404   404', () => ({ body: { rules: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }] } })),
  row('GET /facilitators/:id/calendars',        '401   200   200   200   404   404   404   404   404'),
  row('POST /facilitators/:id/calendars',       '401   201   201   201   404   404   404   404   404', async (world) => { await oneCalendar(world); return { body: { url: 'https://calendar.invalid/new.ics' } }; }),
  row('GET /calendars/:id',                     '401   200   200   200   404   404   404   404   404', oneCalendar),
  row('DELETE /calendars/:id',                  '401   204   204   204   404   404   404   404   404', oneCalendar),
  row('POST /calendars/:id/refresh',            '401   202   202   202   404   404   404   404   404', oneCalendar),
  row('GET /programmes/:id/clusters',           '401   200   200   200   200   200   200   200   404'),
  row('POST /programmes/:id/clusters',          '401   201   201   404   404   404   404   404   404', () => ({ body: { name: 'New', timeZone: 'UTC', representatives: [person()] } })),
  row('GET /clusters/:id',                      '401   200   200   200   200   200   404   200   404'),
  row('PATCH /clusters/:id',                    '401   200   200   404   404   404   404   404   404', () => ({ body: { name: 'cluster-1' } })),
  row('GET /facilitators/:id/judgement',        '401   200   200   200   404   404   404   404   404', ({ monday }) => ({ query: `start=${monday}T10:00:00Z` })),
  row('GET /facilitators/:id/busy',             '401   200   200   200   404   404   404   404   404', ({ monday }) => ({ query: `from=${monday}T00:00:00Z&to=${monday}T23:00:00Z` })),
  row('POST /clusters/:id/representatives',     '401   201   201   404   404   201   404   404   404', () => ({ body: person() })),
  row('DELETE /clusters/:id/representatives/:personId', '401 404 404 404 404 404 404 404 404'),
  row('DELETE /clusters/:id',                   '401   204   204   404   404   404   404   404   404', async (world) => ({ id: await add(world, 'clusters', { name: 'New', timeZone: 'UTC' }) })),

  row('GET /programmes/:id/sessions',           '401   200   200   200   200   200   200   200   404', withBooking),
  row('GET /sessions/:id',                      '401   200   200   200   404   200   404   200   404', withBooking),
  row('GET /programmes/:id/coverage',           '401   200   200   200   200   200   200   200   404', withBooking),
  row('GET /sessions/:id/slots',                '401   200   200   200   404   200   404   404   404'),
  row('GET /programmes/:id/slots',              '401   200   200   200   200   200   200   200   404'),
  row('POST /sessions/:id/holds',               '401   201   201   404   404   201   404   404   404', async (world) => ({ id: await openSession(world), body: freeSlot(world) })),
  row('POST /holds/:id/extension',              '401   200   200   410   410   200   410   410   410', async (world) => ({ id: await holdOf(world) })),
  row('DELETE /holds/:id',                      '401   204   204   204   204   204   204   204   204', async (world) => ({ id: await holdOf(world) })),
  row('POST /sessions/:id/booking',             '401   201   201   404   404   201   404   404   404', async (world) => ({ id: await openSession(world), body: freeSlot(world) })),
  row('GET /bookings/:id',                      '401   200   200   200   404   200   404   200   404', booked),
  row('PATCH /bookings/:id',                    '401   200   200   200   404   200   404   404   404', async (world) => ({ ...await booked(world), body: { needs: secrets.needs } })),
  row('DELETE /bookings/:id',                   '401   200   200   200   404   200   404   404   404', async (world) => ({ id: (await bookingOf(world)).id, body: { reason: secrets.reason } })),
  row('GET /bookings/:id/invite.ics',           '401   200   200   200   404   200   404   404   404', booked, 'addresses'),

  row('GET /bookings/:id/attendance',           '401   200   200   200   404   200   404   404   404', booked),
  row('PUT /bookings/:id/attendance',           '401   422   422   422   404   403   404   404   404', async (world) => ({ ...await booked(world), body: { attended: [], outcome: 'done' } })),
  row('GET /bookings/:id/notes',                '401   200   200   200   404   200   404   404   404', booked),
  row('PUT /bookings/:id/notes',                '401   403   403   200   404   403   404   404   404', async (world) => ({ ...await booked(world), body: { shared: secrets.needs } })),

  row('GET /sessions/:id/waiting',              '401   403   403   404   404   200   404   404   404'),
  row('PUT /sessions/:id/waiting',              '401   403   403   404   404   200   404   404   404', () => ({ body: {} })),
  row('DELETE /sessions/:id/waiting',           '401   403   403   404   404   200   404   404   404'),
  row('POST /sessions/:id/questions',           '401   403   403   404   404   202   404   404   404', () => ({ body: { text: 'Is there another date?' } })),
  row('PUT /sessions/:id/waiver',               '401   200   200   403   404   403   404   403   404', async (world) => ({ id: await openSession(world) })),
  row('DELETE /sessions/:id/waiver',            '401   200   200   403   404   403   404   403   404'),
  row('GET /programmes/:id/supply',             '401   200   200   404   404   404   404   404   404'),
  row('POST /programmes/:id/reminders',         '401   202   202   404   404   404   404   404   404', async (world) => ({ body: { sessionIds: [await openSession(world)] } })),
  row('GET /programmes/:id/reminders',          '401   200   200   404   404   404   404   404   404'),

  // A calendar's address and a join link are secrets themselves: without them there is nothing, whoever asks.
  row('GET /feeds/:file',                       '404   404   404   404   404   404   404   404   404'),
  row('GET //set-up',                           '404   404   404   404   404   404   404   404   404'),
  row('POST //set-up',                          '404   404   404   404   404   404   404   404   404', () => ({ body: {} })),
  row('GET //manage/:token',                    '404   404   404   404   404   404   404   404   404'),
  row('GET //manage/:token/cancel',             '404   404   404   404   404   404   404   404   404'),
  row('POST //manage/:token/cancel',            '404   404   404   404   404   404   404   404   404', () => ({ body: {} })),
  row('POST //manage/:token/move',              '404   404   404   404   404   404   404   404   404', () => ({ body: {} })),
  row('POST //manage/:token/end',               '404   404   404   404   404   404   404   404   404', () => ({ body: {} })),
  row('DELETE /bookings/:id/links',             '401   204   204   204   404   204   404   404   404', booked),
  row('GET //join/:key',                        '404   404   404   404   404   404   404   404   404'),
  row('POST /programmes/:id/feed',              '401   200   200   404   404   404   404   404   404'),
  row('POST /facilitators/:id/feed',            '401   200   200   200   404   404   404   404   404'),
  row('POST /clusters/:id/feed',                '401   200   200   404   404   200   404   404   404'),
  row('POST /representatives/:id/feed',         '401   200   200   404   404   200   404   404   404', ({ players }) => ({ id: players.representative.id! })),

  row('POST /programmes/:id/plans',             '401   202   202   404   404   404   404   404   404', ({ otherSessionId }) => ({ body: { sessionIds: [otherSessionId] } })),
  row('GET /programmes/:id/plans',              '401   200   200   404   404   404   404   404   404'),
  row('GET /plans/:id',                         '401   200   200   404   404   404   404   404   404', publishedPlan),
  row('GET /plans/:id/places',                  '401   200   200   404   404   404   404   404   404', async (world) => ({ ...await publishedPlan(world), query: `sessionId=${world.otherSessionId}` })),
  row('PATCH /plans/:id',                       '401   422   422   404   404   404   404   404   404', async (world) => ({ ...await publishedPlan(world), body: { placements: [{ sessionId: world.otherSessionId, pinned: true }] } })),
  row('POST /plans/:id/solution',               '401   422   422   404   404   404   404   404   404', publishedPlan),
  row('POST /plans/:id/publication',            '401   422   422   404   404   404   404   404   404', publishedPlan),
  row('DELETE /plans/:id',                      '401   422   422   404   404   404   404   404   404', publishedPlan),
  row('GET /plans/:id/letters',                 '401   422   422   404   404   404   404   404   404', async (world) => ({ ...await publishedPlan(world), query: `sessionId=${world.otherSessionId}` })),
  row('GET /programmes/:id/foresight',          '401   200   200   404   404   404   404   404   404'),
  row('GET /programmes/:id/planning',           '401   200   200   404   404   404   404   404   404'),
  row('PUT /programmes/:id/planning',           '401   200   200   404   404   404   404   404   404', () => ({ body: {} })),
  row('GET /programmes/:id/preferences',        '401   200   200   404   404   404   404   404   404'),
  row('POST /programmes/:id/preferences/reminders', '401 202 202 404   404   404   404   404   404', ({ made }) => ({ body: { clusterIds: [Object.values(made.clusters)[0]] } })),
  row('GET /clusters/:id/preferences',          '401   200   200   404   404   200   404   404   404'),
  row('PUT /clusters/:id/preferences',          '401   200   200   404   404   200   404   404   404', () => ({ body: { marks: [] } })),
  row('GET /programmes/:id/swaps',              '401   200   200   404   404   200   200   404   404', withBooking),
  row('GET /bookings/:id/swaps',                '401   200   200   404   404   200   404   404   404', booked),
  // There is nothing to change places with.
  row('POST /bookings/:id/swaps',               '401   422   422   404   404   422   404   404   404', async (world) => ({ ...await booked(world), body: { otherBookingId: 'bkg_none' } })),
  row('POST /swaps/:id/agreement',              '401   422   422   404   404   422   422   404   404', askedSwap),
  row('DELETE /swaps/:id',                      '401   422   422   404   404   422   422   404   404', askedSwap),
  row('GET /programmes/:id/export.csv',         '401   200   200   404   404   404   404   404   404', withBooking),
  row('GET /programmes/:id/export.xlsx',        '401   200   200   404   404   404   404   404   404', withBooking),
  row('GET /programmes/:id/evidence.pdf',       '401   200   200   404   404   404   404   404   404', withBooking),
  row('GET /programmes/:id/export.json',        '401   200   200   404   404   404   404   404   404', withBooking),
  row('GET /webhooks',                          '401   200   200   200   200   200   200   200   200'),
  row('POST /webhooks',                         '401   201   201   403   403   403   403   403   404/403/403/403', ({ made }) => ({ body: webhook(made.id) })),
  row('GET /webhooks/:id',                      '401   200   200   404   404   404   404   404   404', hooked),
  row('PATCH /webhooks/:id',                    '401   200   200   404   404   404   404   404   404', async (world) => ({ ...await hooked(world), body: { on: false } })),
  row('DELETE /webhooks/:id',                   '401   204   204   404   404   404   404   404   404', hooked),
  row('POST /webhooks/:id/secret',              '401   201   201   404   404   404   404   404   404', hooked),
  row('GET /webhooks/:id/deliveries',           '401   200   200   404   404   404   404   404   404', hooked),
  row('POST /webhooks/:id/deliveries/:deliveryId/redelivery', '401 422 422 404 404 404 404 404 404', hooked),

  row('GET //privacy',                          '200   200   200   200   200   200   200   200   200'),
  row('GET /people/:id/record',                 '401   200   200   404   404   200   404   404   404', ({ players }) => ({ id: players.representative.id! }), 'addresses'),
  row('POST /people/:id/erasure',               '401   200   200   404   404   404   404   404   404', async (world) => ({ id: await add(world, 'observers', person()) })),
  row('GET /programmes/:id/retention',          '401   200   200   404   404   404   404   404   404'),
  row('PUT /programmes/:id/retention',          '401   200   200   404   404   404   404   404   404', () => ({ body: { days: null } })),

  row('GET /programmes/:id/audit',              '401   200   200   404   404   404   404   404   404', withBooking),
  row('GET /programmes/:id/audit.csv',          '401   200   200   404   404   404   404   404   404'),
  row('GET /programmes/:id/audit.json',         '401   200   200   404   404   404   404   404   404'),
  row('GET /programmes/:id/changes',            '401   200   200   200   200   200   200   200   404', withBooking),
  row('GET /programmes/:id/deliveries',         '401   200   200   404   404   404   404   404   404', withBooking),
  row('POST /deliveries/:id/retry',             '401   422   422   404   404   404   404   404   404', async (world) => ({ id: await deliveryOf(world) })),

  // Who may not hand answers in is told so before anything is read; others, that this is none.
  row('POST /inbound/itip',                     '401   400   400   403   403   403   403   403   400/403/403/403', () => ({ body: {} })),

  // Signs its caller out, and so comes last.
  row('DELETE /me/devices',                     '401   204   204   204   204   204   204   204   204'),
  row('DELETE /me/session',                     '204   204   204   204   204   204   204   204   204'),
];

/** The only external calendar of facilitator 1. */
async function oneCalendar({ owner, made }: World): Promise<Asked> {
  const list = `/facilitators/${made.facilitators['facilitator-1']}/calendars`;
  for (const { id } of (await owner.get(list)).body.items) await owner.delete(`/calendars/${id}`);
  return { id: (await owner.post(list, { url: 'https://calendar.invalid/cal.ics' })).body.id };
}

/** A token that is nobody's in the table. */
async function anothersToken(db: World['db']): Promise<string> {
  await db.query(`INSERT INTO access_tokens (id, token_hash, role, person_id, email_hash, name, scopes, created_at, expires_at)
    VALUES ('tok_anothers', '\\x00', 'observer', 'obs_none', '\\x00', 'Of another', '{read}', now(), now() + interval '1 day') ON CONFLICT DO NOTHING`);
  return 'tok_anothers';
}

const published = new WeakMap<World, string>();
const sent = new WeakMap<World, string>();
const swaps = new WeakMap<World, string>();

/** A plan that is part of the record: nothing can be done to it any more, which is said only to those who may know of it. */
async function publishedPlan(world: World): Promise<Asked> {
  const id = published.get(world) ?? (await world.owner.post(`/programmes/${world.made.id}/plans`, { sessionIds: [world.otherSessionId] })).body.id as string;
  published.set(world, id);
  await world.db.query("UPDATE plans SET state = 'published', generation = generation + 1 WHERE id = $1", [id]);
  return { id };
}

/** A swap that has been answered: nothing can be done to it any more, which is said only to those whose it is. */
async function askedSwap(world: World): Promise<Asked> {
  const known = swaps.get(world);
  if (known !== undefined) return { id: known };
  const mine = await standingBooking(world);
  const { rows: [theirs] } = await world.db.query<{ id: string }>("SELECT id FROM bookings WHERE session_id = $1 LIMIT 1", [await everBooked(world)]);
  const id = `swp_${mine.id}`;
  await world.db.query(
    "INSERT INTO swaps (id, programme_id, booking_id, other_booking_id, state, created_at) VALUES ($1, $2, $3, $4, 'declined', now()) ON CONFLICT DO NOTHING",
    [id, world.made.id, mine.id, theirs!.id]);
  swaps.set(world, id);
  return { id };
}

/** The other cluster's session, which has been booked at least once. */
async function everBooked(world: World): Promise<string> {
  const id = await openSession(world, world.otherSessionId);
  const made = await world.owner.post(`/sessions/${id}/booking`, freeSlot(world));
  if (made.status === 201) await world.owner.delete(`/bookings/${made.body.id}`);
  return id;
}

/** An invitation that has gone out. */
async function deliveryOf(world: World): Promise<string> {
  const known = sent.get(world);
  if (known !== undefined) return known;
  const { id } = await standingBooking(world);
  for (let tries = 0; tries < 400; tries += 1) {
    const { items } = (await world.owner.get(`/programmes/${world.made.id}/deliveries?bookingId=${id}&state=sent`)).body;
    if (items.length > 0) {
      sent.set(world, items[0].id);
      return items[0].id;
    }
    await new Promise((resolve) => { setTimeout(resolve, 25); });
  }
  throw new Error('no invitation went out');
}
