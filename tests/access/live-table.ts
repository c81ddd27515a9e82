import type { ChangeKind } from '../../shared/api/changes.ts';
import { answerText } from '../support/answers.ts';
import { beginEarlier } from '../support/past.ts';
import { until } from '../support/until.ts';
import { bookingOf, freeSlot, holdOf, secrets, type Actor, type World } from './cast.ts';

/**
 * Who hears which live event. The cast is that of `table.ts`; the events are about a session of cluster 1 with facilitator 1, so
 * `facilitator` and `representative` are parties to them. Nobody of another programme ever hears. `act`, as the owner, makes all
 * the events of its line. A kind that the server can tell and that has no line here fails `live-table.test.ts`.
 */
export interface LiveRow {
  heard: Partial<Record<ChangeKind, Actor[]>>;
  act: (world: World) => Promise<unknown>;
}

const coordinators: Actor[] = ['owner', 'coordinator'];
const cluster: Actor[] = [...coordinators, 'representative'];
const parties: Actor[] = [...cluster, 'facilitator'];
const everyone: Actor[] = [...parties, 'otherFacilitator', 'otherRepresentative', 'observer'];

export const liveTable: LiveRow[] = [
  { heard: { 'programme.changed': everyone }, act: ({ owner, made }) => owner.patch(`/programmes/${made.id}`, { name: 'A crowd' }) },
  {
    heard: { 'availability.changed': everyone },
    act: ({ owner, made }) => owner.put(`/facilitators/${made.facilitators['facilitator-1']}/availability`, { rules: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }] }),
  },
  { heard: { 'hold.placed': cluster, 'hold.ended': cluster }, act: async (world) => world.owner.delete(`/holds/${await holdOf(world)}`) },
  { heard: { 'slot.taken': everyone, 'booking.made': parties, 'session.changed': [...parties, 'observer'], 'delivery.changed': parties }, act: bookingOf },
  {
    heard: { 'booking.moved': parties, 'booking.cancelled': parties, 'slot.freed': everyone },
    act: async (world) => {
      const { id } = await bookingOf(world);
      await world.owner.patch(`/bookings/${id}`, { start: freeSlot(world).start });
      await world.owner.delete(`/bookings/${id}`, { reason: secrets.reason });
    },
  },
  {
    heard: { 'reply.received': parties },
    act: async (world) => {
      const { uid } = await bookingOf(world);
      return world.owner.send('POST', '/inbound/itip', answerText({ uid, attendee: 'representative-0@own.example', more: `COMMENT:${secrets.reason}` }), { 'content-type': 'text/calendar' });
    },
  },
  {
    heard: { 'plan.progress': coordinators, 'plan.ready': coordinators, 'plan.published': coordinators },
    act: async (world) => world.owner.post(`/plans/${await readyPlan(world)}/publication`),
  },
  {
    heard: { 'attendance.recorded': parties },
    act: async (world) => {
      const { id } = await bookingOf(world);
      await beginEarlier(world.app, id, 70);
      await world.owner.put(`/bookings/${id}/attendance`, { attended: [], outcome: 'done', notes: secrets.needs });
    },
  },
];

async function readyPlan({ made, otherSessionId, owner }: World): Promise<string> {
  const { id } = (await owner.post(`/programmes/${made.id}/plans`, { sessionIds: [otherSessionId] })).body;
  await until('the plan is ready', async () => (await owner.get(`/plans/${id}`)).body.state === 'ready');
  return id;
}
