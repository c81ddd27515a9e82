import type { ChangeKind } from '../../shared/api/changes.ts';
import { answerText } from '../support/answers.ts';
import { beginEarlier } from '../support/past.ts';
import { until } from '../support/until.ts';
import { bookingOf, freeSlot, holdOf, openSession, secrets, type Actor, type World } from './cast.ts';

/**
 * Who hears which live event: one line for each kind of change. The cast is that of `table.ts`; the event is about a session of
 * cluster 1 with facilitator 1, so `facilitator` and `representative` are parties to it. Nobody of another programme ever hears.
 * `act` makes the event, as the owner. A kind that the server can tell and that has no line here fails `live-table.test.ts`.
 */
export interface LiveRow {
  kind: ChangeKind;
  heardBy: Actor[];
  act: (world: World) => Promise<unknown>;
}

const everyone = 'owner coordinator facilitator otherFacilitator representative otherRepresentative observer';

function heard(kind: ChangeKind, by: string, act: LiveRow['act']): LiveRow {
  return { kind, heardBy: by.split(' ') as Actor[], act };
}

export const liveTable: LiveRow[] = [
  heard('programme.changed', everyone, ({ owner, made }) => owner.patch(`/programmes/${made.id}`, { name: 'A crowd' })),
  heard('availability.changed', everyone, ({ owner, made }) =>
    owner.put(`/facilitators/${made.facilitators['facilitator-1']}/availability`, { rules: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }] })),
  heard('slot.taken', everyone, bookingOf),
  heard('slot.freed', everyone, async (world) => { await bookingOf(world); await openSession(world); }),
  heard('hold.placed', 'owner coordinator representative', holdOf),
  heard('hold.ended', 'owner coordinator representative', async (world) => world.owner.delete(`/holds/${await holdOf(world)}`)),
  heard('booking.made', 'owner coordinator facilitator representative', bookingOf),
  heard('session.changed', 'owner coordinator facilitator representative observer', bookingOf),
  heard('booking.moved', 'owner coordinator facilitator representative', async (world) => world.owner.patch(`/bookings/${(await bookingOf(world)).id}`, { start: freeSlot(world).start })),
  heard('booking.cancelled', 'owner coordinator facilitator representative', async (world) =>
    world.owner.delete(`/bookings/${(await bookingOf(world)).id}`, { reason: secrets.reason })),
  heard('delivery.changed', 'owner coordinator facilitator representative', bookingOf),
  heard('reply.received', 'owner coordinator facilitator representative', async (world) => {
    const { uid } = await bookingOf(world);
    return world.owner.send('POST', '/inbound/itip', answerText({ uid, attendee: 'representative-0@own.example', more: `COMMENT:${secrets.reason}` }), { 'content-type': 'text/calendar' });
  }),
  heard('plan.progress', 'owner coordinator', readyPlan),
  heard('plan.ready', 'owner coordinator', readyPlan),
  heard('plan.published', 'owner coordinator', async (world) => world.owner.post(`/plans/${await readyPlan(world)}/publication`)),
  heard('attendance.recorded', 'owner coordinator facilitator representative', async (world) => {
    const { id } = await bookingOf(world);
    await beginEarlier(world.app, id, 70);
    await world.owner.put(`/bookings/${id}/attendance`, { attended: [], outcome: 'done', notes: secrets.needs });
  }),
];

async function readyPlan({ made, otherSessionId, owner }: World): Promise<string> {
  const { id } = (await owner.post(`/programmes/${made.id}/plans`, { sessionIds: [otherSessionId] })).body;
  await until('the plan is ready', async () => (await owner.get(`/plans/${id}`)).body.state === 'ready');
  return id;
}
