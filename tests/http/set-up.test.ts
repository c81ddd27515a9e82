import type { Instant } from '../../server/domain/interval.ts';
import { openDatabase } from '../../server/store/database.ts';
import { installationKey } from '../../server/store/installation.ts';
import { opensSetUp } from '../../server/usecases/signing-in/set-up.ts';
import { startApp, type App } from '../support/app.ts';
import { testSettings } from '../support/settings.ts';
import { openBrowserOf } from '../support/sign-in.ts';

let app: App;
let link: URL;

beforeAll(async () => {
  app = await startApp({ env: { BOOTSTRAP_TOKEN: '' } });
  link = new URL(app.setUpUrl!);
});
afterAll(() => app.stop());

const form = (more: Record<string, string> = {}) => new URLSearchParams({
  token: link.searchParams.get('token')!, name: 'Ada <b>First', email: 'ada@example.org', programme: 'Our first', timeZone: 'Europe/Madrid', startsOn: '2027-03-01', endsOn: '2027-04-02', ...more,
});
const opened = async (token = link.searchParams.get('token')!) => (await fetch(`${app.url}/set-up?token=${token}`)).status;

it('shows a new installation’s link to whoever starts it; where there is a token, none', async () => {
  expect(link.pathname).toBe('/set-up');
  const other = await startApp({ databaseUrl: app.databaseUrl, env: { ROLE: 'web' } });
  expect(other.setUpUrl).toBeNull();
  await other.stop();
});

it('opens to no guess, and not after its day', async () => {
  const [end, secret] = link.searchParams.get('token')!.split('.') as [string, string];
  expect(await Promise.all(['', 'x', `${end}.`, `${end}.${'A'.repeat(22)}`, `${Number(end) + 1}.${secret}`, `${end}.${secret}x`].map(opened))).toEqual([404, 404, 404, 404, 404, 404]);
  const db = openDatabase(app.databaseUrl, { maximum: 1 });
  const settings = { ...testSettings, secretKey: await installationKey(db) };
  const at = (now: number) => opensSetUp(db, settings, `${end}.${secret}`, now as Instant);
  expect([await at(Number(end) - 1), await at(Number(end)), Number(end) - Date.now() <= 86_400_000]).toEqual([true, false, true]);
  await db.close();
});

it('says which fields are wrong in the reader’s language, keeps the others, and takes nothing from another site', async () => {
  const browser = openBrowserOf(app.url);
  const answer = await browser.send('POST', '/set-up', form({ email: 'ada', timeZone: 'Madrid', endsOn: '2027-02-01' }), { 'accept-language': 'es' });
  const html = await answer.text();
  expect(answer.status).toBe(422);
  expect([...html.matchAll(/id="wrong-(\w+)" role="alert">([^<]*)/g)].map(([, name, says]) => [name, says])).toEqual([
    ['email', 'Escriba una sola dirección de correo.'], ['timeZone', 'Elija una zona horaria de la lista.'], ['endsOn', 'Elija un día que no sea anterior al primero.'],
  ]);
  expect([html.includes('value="Ada &lt;b&gt;First"'), html.includes('<b>First')]).toEqual([true, false]);
  expect((await browser.send('POST', '/set-up', form(), { origin: 'https://evil.example' })).status).toBe(404);
  expect((await browser.send('POST', '/set-up')).status).toBe(404);
  expect(await opened()).toBe(200);
});

it('makes the first of many who begin at once the coordinator, signed in, and opens to nobody any more', async () => {
  const browsers = Array.from({ length: 10 }, () => openBrowserOf(app.url));
  const answers = await Promise.all(browsers.map((browser) => browser.send('POST', '/set-up', form())));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, ...Array.from({ length: 9 }, () => 404)]);
  const first = browsers.find((_browser, index) => answers[index]!.status === 303);
  expect(await first!.me()).toMatchObject({ role: 'coordinator', name: 'Ada <b>First', timeZone: 'Europe/Madrid' });
  const { items } = await (await first!.send('GET', '/api/v1/programmes')).json() as { items: { name: string; startsOn: string }[] };
  expect(items.map(({ name, startsOn }) => [name, startsOn])).toEqual([['Our first', '2027-03-01']]);
  expect(await opened()).toBe(404);
});
