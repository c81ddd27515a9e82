import { apiOf } from '../support/api.ts';
import { inBrowser } from '../support/browser.ts';
import { mailedTokens, signInByMail } from '../support/sign-in.ts';
import { until } from '../support/until.ts';
import { heading } from './picker.ts';

inBrowser('signing in', ({ app, open }) => {
  it.each([
    ['cluster Madrid Audio Cluster', 'Mi programa'],
    ['facilitator Quercus Group, Nairobi', 'Today'],
    ['coordinator', 'Coverage'],
  ])('by the link of %s and its button leads to their own page', async (who, title) => {
    const link = new URL(app().links[who]!);
    const page = await open(null, link.pathname + link.search);
    await page.getByRole('button', { name: 'Sign in' }).click();
    expect(await heading(page, title)).toBe(title);
    expect(new URL(page.url()).pathname).toBe('/');
  });

  it('by a link that is none says so, and offers a new one', async () => {
    const page = await open(null, '/sign-in?token=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa');
    await page.getByRole('button', { name: 'Sign in' }).click();
    expect(await heading(page, 'This link no longer works')).toBe('This link no longer works');
    await page.getByRole('link', { name: 'Ask for a new link' }).click();
    await page.getByRole('textbox').waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
  });

  it('shows what people are called as text, whatever they call themselves', async () => {
    const markup = `<img src=x onerror="top.pwned=1"><script>top.pwned=1</script>"'>`;
    const owner = apiOf(app().url);
    const { items: [{ id }] } = (await owner.get('/programmes')).body;
    const [topics, facilitators, clusters] = await Promise.all(['topics', 'facilitators', 'clusters'].map(async (list) => (await owner.get(`/programmes/${id}/${list}`)).body.items as { id: string }[]));
    for (const [list, items] of [['topics', topics], ['facilitators', facilitators], ['clusters', clusters]] as const) {
      for (const item of items!) expect((await owner.patch(`/${list}/${item.id}`, { name: markup })).status).toBe(200);
    }
    expect((await owner.patch(`/programmes/${id}`, { name: markup })).status).toBe(200);
    const [session] = (await owner.get(`/programmes/${id}/sessions?clusterId=${clusters![0]!.id}`)).body.items;
    for (const [who, paths] of [['coordinator', ['/', '/people']], ['cluster Madrid Audio Cluster', ['/', `/book/${session.id}`]]] as const) {
      const page = await open(who, paths[0]);
      for (const path of paths) {
        if (path !== '/') await page.goto(app().url + path);
        await page.locator('main', { hasText: markup }).waitFor();
        expect(await page.evaluate(() => [(globalThis as { pwned?: unknown }).pwned, document.querySelectorAll('img[onerror], main script').length])).toEqual([undefined, 0]);
      }
    }
  }, 60_000);
});

inBrowser('signing in by mail', ({ app, open }) => {
  const email = 'representative@example.org';
  const tokenFor = async () => {
    const owner = apiOf(app().url);
    return (await mailedTokens(owner, email)).at(0)!;
  };

  it('takes the code in another browser, shows where one is signed in, and signs the other out', async () => {
    const owner = apiOf(app().url);
    const { items: [{ id }] } = (await owner.get('/programmes')).body;
    await owner.post(`/programmes/${id}/clusters`, { name: 'Mailed', timeZone: 'Europe/Dublin', representatives: [{ name: 'Rep', email }] });
    const asking = await open(null, '/');
    await asking.getByRole('textbox').fill(email);
    await asking.getByRole('button', { name: 'Send me a link' }).click();
    const code = (await asking.locator('.code').textContent())!;
    expect(code).toMatch(/^\d{3} \d{3}$/);
    const other = await open(null, `/sign-in?token=${await tokenFor()}`, { width: 390, height: 800 });
    await other.getByLabel('Code').fill(code === '000 000' ? '000 001' : '000 000');
    await other.getByRole('button', { name: 'Sign in' }).click();
    expect(await other.getByRole('alert').textContent()).toBe('That is not the code that is shown where the link was asked for.');
    await other.getByLabel('Code').fill(code);
    await other.getByRole('button', { name: 'Sign in' }).click();
    expect(await heading(other, 'My programme')).toBe('My programme');
    await other.getByRole('button', { name: /^Your account/ }).click();
    await other.getByRole('button', { name: 'Your devices' }).click();
    const dialog = other.getByRole('dialog');
    await dialog.getByText('this one').waitFor();
    const elsewhere = await signInByMail(app().url, email);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await other.getByRole('button', { name: /^Your account/ }).click();
    await other.getByRole('button', { name: 'Your devices' }).click();
    await other.getByRole('button', { name: 'Sign out Firefox · Linux' }).click();
    await until('the other is signed out', async () => await elsewhere.status('/me') === 401);
    await other.getByRole('button', { name: 'Sign out everywhere' }).click();
    await other.getByRole('textbox').waitFor();
    expect(new URL(other.url()).pathname).toBe('/');
  });
});
