import { apiOf, type Api } from '../support/api.ts';
import { startApp, OWNER_TOKEN, type App } from '../support/app.ts';
import { crowd, makeProgramme, sessionsOf } from '../support/programme.ts';
import { redisIsHere, startRedis, type TestRedis } from '../support/redis.ts';
import { until } from '../support/until.ts';
import { openWatcher } from '../support/watcher.ts';

const withRedis = redisIsHere || process.env.CI ? describe : describe.skip;

withRedis(`two processes with a Redis${redisIsHere ? '' : ', which needs redis-server, and that is not installed'}`, () => {
  let redis: TestRedis;
  let first: App;
  let second: App;
  let owner: Api;
  beforeAll(async () => {
    redis = await startRedis();
    first = await startApp({ env: { REDIS_URL: redis.url } });
    second = await startApp({ databaseUrl: first.databaseUrl, env: { REDIS_URL: redis.url } });
    owner = apiOf(first.url);
  }, 30_000);
  afterAll(async () => {
    await second.stop();
    await first.stop();
    await redis.stop();
  });

  async function bookable() {
    const { document, monday } = crowd({ clusters: 1, facilitators: 1 });
    const made = await makeProgramme(owner, document);
    const [session] = await sessionsOf(owner, made.id);
    return { made, session: session!, wish: { facilitatorId: made.facilitators['facilitator-1'], start: `${monday}T10:00:00Z` } };
  }

  it('tell of a booking on either, count who looks on both, and send its invitations', async () => {
    const { made, session, wish } = await bookable();
    const watchers = await Promise.all([first, second].map(({ url }) => openWatcher(url, { token: OWNER_TOKEN })));
    for (const watcher of watchers) await watcher.watch(made.id);
    const bothLook = Promise.all(watchers.map(({ socket }) => new Promise<number>((resolve) => {
      socket.on('presence', ({ looking }) => { if (looking === 2) resolve(looking); });
    })));
    for (const { socket } of watchers) socket.emit('look', { sessionId: session.id });
    expect(await bothLook).toEqual([2, 2]);
    const booking = (await owner.post(`/sessions/${session.id}/booking`, wish)).body;
    for (const watcher of watchers) expect((await watcher.heardKind('booking.made')).data).toEqual(booking);
    for (const watcher of watchers) await watcher.heardKind('delivery.changed', 2);
    const sent = (await owner.get(`/programmes/${made.id}/deliveries`)).body.items.map(({ state }: { state: string }) => state);
    expect(sent).toEqual(['sent', 'sent']);
    for (const watcher of watchers) watcher.close();
  });

  it('book and tell all the same while Redis is away, and mail when it is back', async () => {
    const { made, session, wish } = await bookable();
    const watcher = await openWatcher(second.url, { token: OWNER_TOKEN });
    await watcher.watch(made.id);
    const port = Number(new URL(redis.url).port);
    await redis.stop();
    const booked = await owner.post(`/sessions/${session.id}/booking`, wish);
    expect(booked.status).toBe(201);
    expect((await watcher.heardKind('booking.made')).data).toEqual(booked.body);
    expect((await fetch(`${first.url}/health/ready`)).status).toBe(503);
    redis = await startRedis(port);
    const states = async () => (await owner.get(`/programmes/${made.id}/deliveries`)).body.items.map(({ state }: { state: string }) => state);
    await until('both mails are sent', async () => (await states()).every((state: string) => state === 'sent'), 40);
    await until('it is ready', async () => (await fetch(`${first.url}/health/ready`)).status === 200);
    watcher.close();
  }, 60_000);
});
