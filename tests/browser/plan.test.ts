import { plan as said } from '../../client/src/locales/en/plan.ts';
import { apiOf } from '../support/api.ts';
import { inBrowser } from '../support/browser.ts';

inBrowser('planning the rest', ({ app, open }) => {
  it('plans without the page, is changed by hand, and is published all at once', async () => {
    const owner = apiOf(app().url);
    const [programme] = (await owner.get('/programmes')).body.items;
    const clusters = (await owner.get(`/programmes/${programme.id}/clusters`)).body.items;
    const topics = (await owner.get(`/programmes/${programme.id}/topics`)).body.items;
    const danish = idOf(clusters, 'Danish Sound');
    // Six sessions are planned in a moment; the whole programme is the solver's own test.
    for (const session of (await owner.get(`/programmes/${programme.id}/sessions`)).body.items) if (session.clusterId !== danish) await owner.put(`/sessions/${session.id}/waiver`, {});
    const page = await open('coordinator', '/plan');
    await page.getByRole('button', { name: said.start }).click();
    await page.getByRole('link', { name: 'People' }).click();
    await page.getByRole('heading', { name: 'People', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Plan', exact: true }).click();
    await page.getByRole('heading', { name: said.placed(6, 6) }).waitFor({ timeout: 90_000 });
    await page.getByText(said.proven).waitFor();
    expect(await page.locator('.plan-place').count()).toBe(6);

    await page.getByRole('checkbox', { name: /^Keep Danish Sound: Cluster economics/ }).check();
    await page.getByRole('button', { name: said.outWho('Danish Sound: Cluster communication') }).click();
    await page.getByRole('heading', { name: said.placed(5, 6) }).waitFor();
    expect(await page.getByText(said.byHand).count()).toBe(1);
    const other = page.getByRole('button', { name: said.otherWho('Danish Sound: Cluster economics') });
    await other.click();
    const free = page.getByRole('dialog').locator('.place').last();
    const chosen = await free.locator('time').getAttribute('datetime');
    await free.click();
    await page.getByRole('button', { name: said.take }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: said.publish(5) }).click();
    await page.getByRole('dialog').getByText(said.publishFacts(5, 0)).waitFor();
    await page.getByRole('dialog').getByText(said.letters).click();
    await page.locator('.letter').nth(1).waitFor();
    expect(await page.locator('.letter').first().textContent()).toContain('Danish Sound');
    await page.getByRole('dialog').getByRole('button', { name: said.publish(5) }).click();
    await page.locator('.covered').getByText('29 of 30').waitFor();
    const { cells } = (await owner.get(`/programmes/${programme.id}/coverage`)).body;
    const moved = cells.find((cell: { clusterId: string; topicId: string }) => cell.clusterId === danish && cell.topicId === idOf(topics, 'Cluster economics'));
    expect(Date.parse(moved.booking.start)).toBe(Date.parse(chosen!));
  }, 180_000);
});

function idOf(list: { id: string; name: string }[], name: string): string {
  return list.find((each) => each.name === name)!.id;
}
