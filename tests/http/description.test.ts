import { endpoints } from '../../server/http/app.ts';
import { apiOf, type Api } from '../support/api.ts';
import { startApp, type App } from '../support/app.ts';
import { crowd, makeProgramme, sessionsOf } from '../support/programme.ts';
import { until } from '../support/until.ts';

let app: App;
let owner: Api;
beforeAll(async () => {
  app = await startApp();
  owner = apiOf(app.url);
});
afterAll(() => app.stop());

describe('the API’s description for people', () => {
  let html: string;
  beforeAll(async () => { html = await (await fetch(`${app.url}/api/v1/docs`)).text(); });

  it('has every route of the OpenAPI document', () => {
    const shown = new Set([...html.matchAll(/<summary><code>([A-Z]+ [^<]+)<\/code>/g)].map(([, route]) => route));
    expect(endpoints.map(({ method, path }) => `${method.toUpperCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`).filter((route) => !shown.has(route))).toEqual([]);
  });

  it('has the routes whose body or answer is no JSON, and so has the OpenAPI document', async () => {
    const { body: { paths } } = await owner.get('/openapi.json');
    expect(Object.keys(paths['/inbound/itip'].post.requestBody.content)).toEqual(['text/calendar', 'message/rfc822']);
    expect(paths['/inbound/itip'].post.responses['200'].content['application/json'].schema.properties.outcome.enum).toContain('kept');
    expect([paths['/bookings/{id}/invite.ics'].get, paths['/feeds/{file}'].get].map(({ responses, security }) => [Object.keys(responses['200'].content), security])).toEqual([[['text/calendar'], undefined], [['text/calendar'], []]]);
    expect(html).toContain('<summary><code>POST /inbound/itip</code></summary>');
    expect(html).toContain('<h3>Body</h3><p><code>text/calendar</code>, <code>message/rfc822</code></p>');
  });

  it('names fields with what is asked of them', () => {
    expect(html).toContain('<li><code>needs</code>? <span class="quiet">string, at most 4000 characters</span></li>');
  });

  it('has nothing in it that the strict Content-Security-Policy would stop', () => {
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=|javascript:/i);
  });
});

describe('/metrics', () => {
  const read = (headers: Record<string, string> = {}) => fetch(`${app.url}/metrics`, { headers });

  it('tells of requests, queue, relay, sockets and connections, in Prometheus’ text', async () => {
    const { document } = crowd({ clusters: 1, facilitators: 1 });
    const { id } = await makeProgramme(owner, document);
    const [session] = await sessionsOf(owner, id);
    const { slots } = (await owner.get(`/sessions/${session!.id}/slots`)).body;
    await owner.post(`/sessions/${session!.id}/booking`, { facilitatorId: slots[0].facilitatorId, start: slots[0].start });
    await until('the invitations are sent', async () => (await (await read()).text()).includes('visavis_deliveries{state="sent"} 2'));
    const text = await (await read()).text();
    const line = (name: string) => text.split('\n').find((each) => each.startsWith(name));
    expect(line('visavis_http_request_duration_seconds_count{method="POST",route="/api/v1/sessions/:id/booking",status="201"}')).toMatch(/ 1$/);
    expect([line('visavis_live_sockets'), line('visavis_queue_jobs'), line('visavis_relay_oldest_seconds')]).toEqual(['visavis_live_sockets 0', 'visavis_queue_jobs 0', 'visavis_relay_oldest_seconds 0']);
    expect(line('visavis_database_connections{state="open"}')).toMatch(/ [1-9]\d*$/);
    // A path that is no route of ours makes no series of its own, and no id is told.
    await fetch(`${app.url}/api/v1/nothing/${session!.id}`);
    expect(await (await read()).text()).not.toContain(session!.id);
  });

  it('is for this machine and for the owner: through a proxy there is no such page for anyone else', async () => {
    const through = { 'x-forwarded-for': '203.0.113.9' };
    expect([(await read()).status, (await read(through)).status, (await read({ ...through, authorization: 'Bearer wrong' })).status]).toEqual([200, 404, 404]);
    expect((await read({ ...through, authorization: `Bearer ${app.ownerToken}` })).status).toBe(200);
  });
});
