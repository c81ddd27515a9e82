import { core } from '../../client/src/locales/en/core.ts';
import { plan as said } from '../../client/src/locales/en/plan.ts';
import { rules as allRules } from '../../client/src/locales/en/rules.ts';
import { tray } from '../../client/src/locales/en/tray.ts';
import { apiOf } from '../support/api.ts';
import { faultsOf } from '../support/axe.ts';
import { inBrowser } from '../support/browser.ts';
import { sessionsOf } from '../support/programme.ts';
import { until } from '../support/until.ts';

const rules = { ...allRules.timetables, round: allRules.round };

inBrowser('planning the rest', ({ app, open }) => {
  it('plans without the page, is changed by hand, and is published all at once', async () => {
    const owner = apiOf(app().url);
    const [programme] = (await owner.get('/programmes')).body.items;
    const clusters = (await owner.get(`/programmes/${programme.id}/clusters`)).body.items;
    const topics = (await owner.get(`/programmes/${programme.id}/topics`)).body.items;
    const danish = idOf(clusters, 'Danish Sound');
    // Six sessions are planned in a moment; the whole programme is the solver's own test.
    const sessions = await sessionsOf(owner, programme.id);
    for (const session of sessions) if (session.clusterId !== danish) await owner.put(`/sessions/${session.id}/waiver`, {});
    const page = await open('coordinator', '/plan');
    // Before anything is planned: who has said what suits them, and a mail to those who have not.
    const round = page.getByRole('region', { name: rules.round.heading });
    await round.getByText(rules.round.count(0, 5)).waitFor();
    await round.getByRole('button', { name: rules.round.askAll(5) }).click();
    await round.getByText(rules.round.asked('this minute')).nth(4).waitFor();
    await owner.put(`/clusters/${danish}/preferences`, { marks: [{ date: '2020-01-01', from: '09:00', to: '10:30', mark: 'preferred' }] });
    await round.getByText(rules.round.count(1, 5)).waitFor();
    await round.locator('li', { hasText: 'Danish Sound' }).getByText(rules.round.said('1.5', '0')).waitFor();
    await owner.put(`/clusters/${danish}/preferences`, { marks: [] });

    // Six are done before a finger is at the button: the page is told that it is still at it, and each time a little farther.
    let progress = 0.1;
    await page.route('**/api/v1/plans/*', async (route) => {
      if (route.request().method() !== 'GET') return route.continue();
      const response = await route.fetch();
      return route.fulfill({ response, json: { ...await response.json(), state: 'solving', progress } });
    });
    await page.route('**/api/v1/programmes/*/plans', async (route) => {
      if (route.request().method() !== 'GET') return route.continue();
      const response = await route.fetch();
      const { items, nextCursor } = await response.json();
      return route.fulfill({ response, json: { items: items.map((plan: object) => ({ ...plan, state: 'solving', progress })), nextCursor } });
    });
    await page.getByRole('button', { name: said.start }).click();
    await page.getByText(said.progress(0.1)).waitFor();
    progress = 0.4;
    // Anybody's hours, saved as they are, make the page look again.
    const [{ id: facilitatorId }] = (await owner.get(`/programmes/${programme.id}/facilitators`)).body.items;
    const { rules: hours, overrides } = (await owner.get(`/facilitators/${facilitatorId}/availability`)).body;
    await owner.put(`/facilitators/${facilitatorId}/availability`, { rules: hours, overrides });
    await page.getByText(said.progress(0.4)).waitFor();
    expect(await faultsOf(page, 'planning')).toEqual([]);
    // On every other page the tray says how far it is, and stops it.
    await page.getByRole('link', { name: 'People' }).click();
    await page.getByRole('button', { name: tray.running(1) }).click();
    expect(await page.locator('#tray li').allTextContents()).toEqual([`${tray.planning} ${tray.percent(40)}${tray.open}${tray.stop}`]);
    expect(await page.locator('#tray progress').getAttribute('value')).toBe('0.4');
    expect(await faultsOf(page, 'the tray', '#tray')).toEqual([]);
    await page.unrouteAll({ behavior: 'wait' });
    await Promise.all([page.waitForResponse((response) => response.request().method() === 'DELETE'), page.getByRole('button', { name: tray.stopName(tray.planning) }).click()]);
    await page.getByRole('link', { name: 'Plan', exact: true }).click();
    await page.getByText(said.stopped).or(page.getByRole('button', { name: said.start })).waitFor();
    if (await page.getByText(said.stopped).isVisible()) await page.getByRole('button', { name: said.discard }).click();
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
    await page.getByRole('button', { name: said.placeWho('Danish Sound: Cluster communication') }).click();
    await page.getByRole('dialog').locator('.place').first().waitFor();
    await page.keyboard.press('Escape');
    const other = page.getByRole('button', { name: said.otherWho('Danish Sound: Cluster economics') });
    await other.click();
    const free = page.getByRole('dialog').locator('.place').last();
    await free.waitFor();
    expect(await faultsOf(page, 'other times', 'dialog[open]')).toEqual([]);
    const chosen = await free.locator('time').getAttribute('datetime');
    await free.click();
    await page.getByRole('button', { name: said.take }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    // Somebody else takes one of the times meanwhile: it is planned again, the others stay.
    const [{ id: planId }] = (await owner.get(`/programmes/${programme.id}/plans`)).body.items;
    const lost = (await owner.get(`/plans/${planId}`)).body.placements.find(({ pinned }: { pinned: boolean }) => !pinned);
    const rival = sessions.find((each) => each.topicId === lost.topicId && each.clusterId !== danish)!;
    await owner.delete(`/sessions/${rival.id}/waiver`);
    await owner.post(`/sessions/${rival.id}/booking`, { facilitatorId: lost.facilitatorId, start: lost.start });
    await page.getByText(said.goneCount(1)).waitFor();
    expect(await page.getByRole('button', { name: said.publish(5) }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: said.replanGone }).click();
    await page.getByText(said.goneCount(1)).waitFor({ state: 'detached' });

    await page.getByRole('button', { name: /^Publish / }).click({ timeout: 90_000 });
    const placed = (await owner.get(`/plans/${planId}`)).body.placements.length;
    await page.getByRole('dialog').getByText(said.publishFacts(placed, 0)).waitFor();
    await page.getByRole('dialog').getByText(said.letters).click();
    await page.locator('.letter').nth(1).waitFor();
    expect(await faultsOf(page, 'publishing', 'dialog[open]')).toEqual([]);
    expect(await page.locator('.letter').first().textContent()).toContain('Danish Sound');
    await page.getByRole('dialog').getByRole('button', { name: said.publish(placed) }).click();
    await page.locator('.covered').getByText(`${24 + placed} of 30`).waitFor();
    const { cells } = (await owner.get(`/programmes/${programme.id}/coverage`)).body;
    const moved = cells.find((cell: { clusterId: string; topicId: string }) => cell.clusterId === danish && cell.topicId === idOf(topics, 'Cluster economics'));
    expect(Date.parse(moved.booking.start)).toBe(Date.parse(chosen!));

    // What any timetable keeps to is said here, and kept at once; then somebody is away when they are next booked.
    await page.goto(`${app().url}/plan`);
    await page.getByLabel(rules.facilitators).selectOption(rules.same);
    await page.getByText(rules.saved).waitFor();
    await page.getByLabel(rules.facilitators).selectOption(rules.any);
    await page.getByRole('button', { name: rules.add }).click();
    await page.getByText(rules.orderLine('Cluster mapping and analysis', 'Cluster economics')).waitFor();
    await page.getByLabel(rules.confirm).selectOption(rules.confirmWithin(48));
    await until('the rules to be kept', async () => (await owner.get(`/programmes/${programme.id}/planning`)).body.confirmWithinHours === 48);
    expect((await owner.get(`/programmes/${programme.id}/planning`)).body).toEqual({
      facilitators: 'any', confirmWithinHours: 48, holidaysWorked: [], orders: [{ before: idOf(topics, 'Cluster mapping and analysis'), after: idOf(topics, 'Cluster economics'), minimumGapMinutes: 0 }],
    });
    await page.getByText(said.weights).click();
    await page.getByText(rules.weigh).click();
    expect(await faultsOf(page, 'what is asked of a plan')).toEqual([]);
    await page.getByRole('button', { name: rules.removeWho(rules.orderLine('Cluster mapping and analysis', 'Cluster economics')) }).click();
    await page.getByText(rules.ordersNone).waitFor();
    // Somebody is away for a whole week, and what only they give cannot go to anybody else.
    const [alone, week] = [idOf(topics, 'Cluster economics'), (await owner.get(`/programmes/${programme.id}/phases`)).body.items.find(({ id }: { id: string }) => id === topics.find((topic: { name: string }) => topic.name === 'Cluster economics').phaseId)];
    expect((await owner.patch(`/topics/${alone}`, { facilitatorIds: [moved.booking.facilitatorId] })).status).toBe(200);
    await page.locator('.line-top select').selectOption(moved.booking.facilitatorId);
    await page.locator('#away-from').fill(week.startsOn);
    await page.locator('#away-until').fill(week.endsOn);
    const hit = Number.parseInt((await page.locator('.away-go output').textContent())!);
    await page.getByRole('button', { name: said.mend }).click();
    await page.getByRole('heading', { name: said.unplaced }).waitFor({ timeout: 90_000 });
    const [{ id: mendId }] = (await owner.get(`/programmes/${programme.id}/plans`)).body.items;
    const mend = (await owner.get(`/plans/${mendId}`)).body;
    const left = mend.unplaced.length;
    expect([left > 0, left + mend.placements.filter((place: { moved: boolean }) => place.moved).length >= hit]).toEqual([true, true]);
    await page.getByText(said.stays(left)).waitFor();
    expect(await page.locator('.attention-card li').count()).toBe(left);
    const staying = page.locator('.attention-card li', { hasText: 'Danish Sound: Cluster economics' });
    expect(await staying.textContent()).toContain('Stays booked with');
    expect(await staying.getByRole('link', { name: said.findTimeWho('Danish Sound: Cluster economics') }).getAttribute('href')).toBe(`/book/${moved.sessionId}?move=1`);
    expect(await page.getByText(`${said.before}:`).count()).toBe(mend.placements.filter((place: { moved: boolean }) => place.moved).length);
    expect(await faultsOf(page, 'a mended plan')).toEqual([]);

    // Discarding can be taken back; leaving the page does it at once.
    await page.getByRole('button', { name: said.discard }).click();
    await page.getByRole('button', { name: said.mend }).waitFor();
    await page.getByRole('button', { name: core.app.undo }).click();
    await page.getByText(said.stays(left)).waitFor();
    expect((await owner.get(`/plans/${mendId}`)).status).toBe(200);
    await page.getByRole('button', { name: said.discard }).click();
    await page.getByRole('button', { name: said.mend }).waitFor();
    await page.goto(`${app().url}/you`);
    await until('the plan to be gone', async () => (await owner.get(`/plans/${mendId}`)).status === 404);
  }, 180_000);
});

function idOf(list: { id: string; name: string }[], name: string): string {
  return list.find((each) => each.name === name)!.id;
}
