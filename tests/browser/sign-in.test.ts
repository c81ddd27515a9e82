import { inBrowser } from '../support/browser.ts';
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
});
