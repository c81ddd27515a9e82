import type { Instant } from '../../server/domain/interval.ts';
import { openDatabase } from '../../server/store/database.ts';
import type { Database } from '../../server/store/database.ts';
import { invitedAt, listDeliveries } from '../../server/store/deliveries.ts';
import type { Offer } from '../../server/store/deliveries.ts';
import { asSystem, ofSystem } from '../../server/domain/access.ts';
import type { Access } from '../../server/usecases/signing-in/access.ts';
import { relayDeliveries } from '../../server/usecases/deliveries/relay-deliveries.ts';
import { retryDelivery } from '../../server/usecases/deliveries/retry-delivery.ts';
import { maria, nairobi, pablo } from '../mail/an-invitation.ts';
import { testSettings } from '../support/settings.ts';
import { createDatabase } from '../support/postgres.ts';
import type { TestDatabase } from '../support/postgres.ts';
import { empty, insertBooking, insertProgramme, programmeId, revise } from './outbox.ts';

const now = 1_790_000_000_000 as Instant;
const coordinator: Access = { role: 'coordinator', actor: 'coo_1', programmeId, programmeIds: [programmeId] };
const stranger: Access = { role: 'coordinator', actor: 'coo_2', programmeId: 'pro_2', programmeIds: ['pro_2'] };
const representative: Access = { role: 'representative', actor: maria.id, programmeId, clusterId: 'clu_madrid' };

let database: TestDatabase;
let db: Database;
let ids: string[];

beforeAll(async () => {
  database = await createDatabase();
  db = openDatabase(database.url);
});
beforeEach(async () => {
  await empty(db);
  await insertProgramme(db);
  await insertBooking(db, 1, now);
  ids = (await listDeliveries(db, asSystem(programmeId), { limit: 10 })).map(({ id }) => id);
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

describe('trying a delivery again', () => {
  function retry(id: string, access: Access) {
    return db.transaction((tx) => retryDelivery(tx, { access, now, settings: testSettings }, id));
  }

  async function setState(id: string, state: string): Promise<void> {
    await db.query('UPDATE deliveries SET state = $2, relayed_at = now(), generation = 1 WHERE id = $1', [id, state]);
  }

  it.each(['failed', 'bounced'])('queues what has %s, and offers it anew', async (state) => {
    await setState(ids[0]!, state);
    expect(await retry(ids[0]!, coordinator)).toMatchObject({ ok: true, value: { id: ids[0], state: 'queued' } });
    const { rows } = await db.query('SELECT kind, subject_id, actor FROM changes');
    expect(rows).toEqual([{ kind: 'delivery.changed', subject_id: ids[0], actor: 'coo_1' }]);
    const offered: Offer[] = [];
    await relayDeliveries(db, { offer: async (offers) => { offered.push(...offers); }, offerAgainAfterMs: 1000, editsWaitMs: 0, batch: 10 }, now);
    expect(offered).toContainEqual({ id: ids[0], generation: 2, bookingId: 'boo_1' });
  });

  it.each([['sent', 'This invitation has been sent.'], ['superseded', 'A later invitation has taken the place of this one.']])('refuses what is %s', async (state, detail) => {
    await setState(ids[0]!, state);
    expect(await retry(ids[0]!, coordinator)).toEqual({ ok: false, problem: { code: 'policy', detail } });
  });

  it('changes nothing about one that waits', async () => {
    expect(await retry(ids[0]!, coordinator)).toMatchObject({ ok: true, value: { state: 'queued' } });
    expect((await db.query('SELECT FROM changes')).rowCount).toBe(0);
  });

  it.each([['another programme’s coordinator', stranger], ['a representative', representative]])('knows nothing of it to %s', async (_name, access) => {
    await setState(ids[0]!, 'failed');
    expect(await retry(ids[0]!, access)).toEqual({ ok: false, problem: { code: 'not-found', detail: 'There is no such delivery.' } });
  });
});

describe('handing deliveries to the queue', () => {
  const relay = (offer: (offers: readonly Offer[]) => Promise<void>, at = now) => relayDeliveries(db, { offer, offerAgainAfterMs: 1000, editsWaitMs: 0, batch: 2 }, at);

  it('goes batch by batch, and offers nothing twice', async () => {
    const offered: Offer[] = [];
    const counts = [];
    for (let round = 0; round < 3; round += 1) counts.push(await relay(async (offers) => { offered.push(...offers); }));
    expect(counts).toEqual([2, 1, 0]);
    expect(offered.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(new Set(offered.map(({ generation }) => generation))).toEqual(new Set([1]));
  });

  it('offers under the same names again what a relay that died had queued but not marked', async () => {
    const offered: (readonly Offer[])[] = [];
    await expect(relay(async (offers) => { offered.push(offers); throw new Error('killed'); })).rejects.toThrow('killed');
    await relay(async (offers) => { offered.push(offers); });
    expect(offered[1]).toEqual(offered[0]);
  });

  it('leaves to another relay what that has in hand', async () => {
    const inHand: string[][] = [];
    await relay(async (first) => {
      await relay(async (second) => { inHand.push(first.map(({ id }) => id), second.map(({ id }) => id)); });
    });
    expect(inHand.map((each) => each.length)).toEqual([2, 1]);
    expect(inHand.flat().toSorted()).toEqual(ids.toSorted());
  });

  it('offers anew, under a new name, what was offered long ago and still waits', async () => {
    const offered: Offer[] = [];
    await relay(async () => {});
    await relay(async () => {});
    await relay(async (offers) => { offered.push(...offers); }, now + 1000 as Instant);
    expect(offered).toEqual([]);
    await relay(async (offers) => { offered.push(...offers); }, now + 1001 as Instant);
    expect(offered.map(({ generation }) => generation)).toEqual([2, 2]);
  });
});

it('lists deliveries page by page, of one booking or in one state', async () => {
  await insertBooking(db, 2, now + 1000 as Instant, []);
  await db.query(`UPDATE deliveries SET state = 'sent' WHERE id = $1`, [ids[1]]);
  const first = await listDeliveries(db, asSystem(programmeId), { limit: 3 });
  const second = await listDeliveries(db, asSystem(programmeId), { limit: 3, after: first[2]!.id });
  expect([first, second].map((page) => page.map(({ bookingId }) => bookingId))).toEqual([['boo_1', 'boo_1', 'boo_1'], ['boo_2']]);
  expect((await listDeliveries(db, asSystem(programmeId), { limit: 9, bookingId: 'boo_2' })).map(({ id }) => id)).toEqual(second.map(({ id }) => id));
  expect((await listDeliveries(db, asSystem(programmeId), { limit: 9, state: 'sent' })).map(({ id }) => id)).toEqual([ids[1]]);
});

it('remembers whom each revision invited, as they were then', async () => {
  const made = await insertBooking(db, 3, now);
  await revise(db, made, { representatives: [{ ...maria, name: 'María O.' }] }, now);
  const at = (sequence: number) => invitedAt(db, ofSystem({ id: 'boo_3', programmeId, sequence }));
  expect([await at(0), await at(1)]).toEqual([[nairobi, maria, pablo], [nairobi, { ...maria, name: 'María O.' }]]);
});
