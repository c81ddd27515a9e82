import type { Page } from 'playwright-core';
import { booking as es } from '../../client/src/locales/es/booking.ts';
import { core as esCore } from '../../client/src/locales/es/core.ts';
import { allTimes as plAll } from '../../client/src/locales/pl/all-times.ts';
import { cluster as pl } from '../../client/src/locales/pl/cluster.ts';
import { booking as en } from '../../client/src/locales/en/booking.ts';
import { swaps as enSwaps } from '../../client/src/locales/en/swaps.ts';
import { swaps as esSwaps } from '../../client/src/locales/es/swaps.ts';
import { apiOf, signInBy, type Api } from '../support/api.ts';
import { faultsOf } from '../support/axe.ts';
import { inBrowser } from '../support/browser.ts';
import { sessionsOf } from '../support/programme.ts';
import { until } from '../support/until.ts';
import { bookingPathOf, keysOf, pick, heading, rowOf } from './picker.ts';
import { hearing, holdingStill } from './watching.ts';

const DUBLIN = 'cluster Irish Software Innovation Network';
const COPENHAGEN = 'cluster Danish Sound';
const MADRID = 'cluster Madrid Audio Cluster';
const WARSAW = 'cluster Mazovia Cluster ICT';
const ECONOMICS = 'Cluster economics';

inBrowser('two clusters at the same times', ({ app, open }) => {
  it('loses two times that others take in their places, in one sentence, moves nothing, and keeps its own choice', async () => {
    const madrid = await open(MADRID, '/', { zone: 'Europe/Madrid', locale: 'es-ES' });
    await madrid.goto(await bookingPathOf(madrid, ECONOMICS));
    const [dublinApi, danishApi] = [await signInBy(app().links[DUBLIN]!), await signInBy(app().links[COPENHAGEN]!)];
    const [ours, theirs] = [await toBook(dublinApi, ECONOMICS), await toBook(danishApi, ECONOMICS)];
    const [wanted, also, kept] = await threeApart(madrid, [dublinApi, ours.id], [danishApi, theirs.id]);
    await pick(madrid, kept);
    const heard = await hearing(madrid);
    const moved = await holdingStill(madrid);

    await Promise.all([holdBy(dublinApi, ours.id, wanted), holdBy(danishApi, theirs.id, also)]);
    await Promise.all([wanted, also].map((key) => rowOf(madrid, key).and(madrid.locator('.slot-taken')).waitFor({ timeout: 2500 })));
    expect(await Promise.all([wanted, also].map((key) => rowOf(madrid, key).textContent()))).toEqual([expect.stringContaining(es.book.taken), expect.stringContaining(es.book.taken)]);
    expect(await moved()).toEqual([]);
    expect(await madrid.locator('input[name=slot]:checked').getAttribute('value')).toBe(kept);
    const [struck, left] = [await madrid.locator('.slot-taken').count(), await madrid.locator('.slot:not(.slot-taken)').count()];
    await until('it is said', async () => (await heard()).length > 0);

    // What the other has taken it books: its page comes back to the hold, and on this one nothing more happens.
    const dublin = await open(DUBLIN, `/book/${ours.id}`);
    await heading(dublin, en.book.needsHeading);
    await dublin.getByLabel(en.book.aims).fill('Who are our members, and who is missing?');
    await dublin.getByRole('button', { name: en.book.confirm }).click();
    expect(await heading(dublin, en.book.bookedHeading)).toBe(en.book.bookedHeading);
    await dublin.getByText(/2 delivered/).waitFor({ timeout: 25_000 });
    expect(await rowOf(madrid, wanted).getAttribute('class')).toContain('slot-taken');
    expect(await heard()).toEqual([es.book.takenBatch(struck, left)]);
    expect(await moved()).toEqual([]);
  }, 60_000);

  it('offers the two nearest times to a page whose chosen time goes', async () => {
    const madrid = await open(MADRID, '/', { zone: 'Europe/Madrid', locale: 'es-ES' });
    await madrid.goto(await bookingPathOf(madrid, 'Cluster communication'));
    const dublin = await open(DUBLIN, '/');
    await dublin.goto(await bookingPathOf(dublin, 'Cluster communication'));
    const [wanted] = await shared(madrid, dublin);
    await pick(madrid, wanted);
    await pick(dublin, wanted);
    await dublin.getByRole('button', { name: /^Hold / }).click();
    await madrid.locator('.bar-note').waitFor({ timeout: 2500 });
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Madrid', hour: '2-digit', minute: '2-digit' }).format(Number(wanted.split(' ')[0]));
    expect(await madrid.locator('.bar-note > span').first().textContent()).toBe(es.book.lostOne(clock, 'Madrid'));
    await madrid.locator('.bar-note button').nth(1).waitFor();
    expect(await madrid.locator('.bar-note button').count()).toBe(2);
    await madrid.locator('.bar-note button').first().click();
    expect(await madrid.locator('input[name=slot]:checked').count()).toBe(1);
    await dublin.getByRole('button', { name: en.book.release }).click();
    await rowOf(madrid, wanted).and(madrid.locator(':not(.slot-taken)')).waitFor({ timeout: 2500 });
  }, 60_000);

  it('says when it is offline, keeps what can be read, and marks on return what was taken meanwhile', async () => {
    const madrid = await open(MADRID, '/', { zone: 'Europe/Madrid', locale: 'es-ES' });
    await madrid.goto(await bookingPathOf(madrid, 'Cluster mapping and analysis'));
    const dublin = await open(DUBLIN, '/');
    await dublin.goto(await bookingPathOf(dublin, 'Cluster mapping and analysis'));
    const [wanted, kept] = await shared(madrid, dublin);
    await pick(madrid, kept);
    await madrid.context().setOffline(true);
    await madrid.getByText(esCore.app.offline).waitFor();
    expect(await madrid.locator('.bar-button button').isDisabled()).toBe(true);
    await pick(dublin, wanted);
    await dublin.getByRole('button', { name: /^Hold / }).click();
    await heading(dublin, en.book.needsHeading);
    await madrid.context().setOffline(false);
    await rowOf(madrid, wanted).and(madrid.locator('.slot-taken')).waitFor({ timeout: 10_000 });
    await madrid.getByText(esCore.app.offline).waitFor({ state: 'detached' });
    expect(await madrid.locator('input[name=slot]:checked').getAttribute('value')).toBe(kept);
    expect(await madrid.locator('.bar-button button').isDisabled()).toBe(false);
    // What is being written stays too, and cannot be sent meanwhile.
    await madrid.locator('.bar-button button').click();
    await madrid.getByLabel(es.book.aims).fill('Nuestros miembros');
    await madrid.context().setOffline(true);
    await madrid.getByRole('button', { name: es.book.confirm }).and(madrid.locator(':disabled')).waitFor();
    await madrid.getByText(esCore.app.offline).waitFor();
    await madrid.context().setOffline(false);
    await madrid.getByRole('button', { name: es.book.confirm }).and(madrid.locator(':enabled')).waitFor({ timeout: 10_000 });
    expect(await madrid.getByLabel(es.book.aims).inputValue()).toBe('Nuestros miembros');
    await madrid.getByRole('button', { name: es.book.release }).click();
    await dublin.getByRole('button', { name: en.book.release }).click();
    await heading(dublin, en.book.choose);
  }, 60_000);

  it('lets them change places: one asks, the other is told and agrees, and both see it at once', async () => {
    const api = apiOf(app().url);
    const [dublinApi, madridApi] = [await signInBy(app().links[DUBLIN]!), await signInBy(app().links[MADRID]!)];
    const [mine, theirs] = await bookedApart(api, dublinApi, madridApi);
    const dublin = await open(DUBLIN, `/sessions/${mine.sessionId}`);
    const madrid = await open(MADRID, '/', { zone: 'Europe/Madrid', locale: 'es-ES' });
    await askForSwap(dublin);
    await dublin.getByRole('button', { name: enSwaps.withdraw }).click();
    await dublin.locator('section ul li', { hasText: enSwaps.past.withdrawn }).waitFor();
    await askForSwap(dublin);
    await madrid.locator('.note-held').getByRole('link', { name: esSwaps.look }).click();
    await madrid.getByRole('button', { name: esSwaps.decline }).click();
    await dublin.locator('section ul li', { hasText: enSwaps.past.declined }).waitFor();
    await askForSwap(dublin);
    await madrid.getByText('We have a fair that day.').waitFor();
    expect(await faultsOf(madrid, 'a swap to be answered', '[aria-labelledby=swaps]')).toEqual([]);
    await madrid.getByRole('button', { name: esSwaps.agree }).click();
    await madrid.locator(`time[datetime="${new Date(mine.start).toISOString()}"]`).first().waitFor();
    await dublin.locator(`time[datetime="${new Date(theirs.start).toISOString()}"]`).first().waitFor();
    await dublin.getByText(enSwaps.past.agreed, { exact: true }).waitFor();
    expect([(await dublinApi.get(`/bookings/${mine.id}`)).body.start, (await madridApi.get(`/bookings/${theirs.id}`)).body.start]).toEqual([theirs.start, mine.start]);
    await Promise.all([api.delete(`/bookings/${mine.id}`), api.delete(`/bookings/${theirs.id}`)]);
  }, 60_000);

  it('suggests times for all sessions of a cluster, puts another where somebody is quicker, and books them at one press', async () => {
    const warsaw = await open(WARSAW, '/', { zone: 'Europe/Warsaw', locale: 'pl-PL', width: 390, touch: true });
    await warsaw.getByRole('link', { name: pl.programme.suggestAll(6) }).tap();
    expect(await heading(warsaw, plAll.heading)).toBe(plAll.heading);
    await warsaw.getByRole('button', { name: plAll.book(6) }).waitFor();
    const faults = await faultsOf(warsaw, 'times for all');
    const choices = () => warsaw.locator('.all-choice').evaluateAll((all) => all.map((each) => (each as HTMLSelectElement).value));
    const before = await choices();

    // Another cluster takes one; one is left for later; one is changed by hand.
    const danish = await signInBy(app().links[COPENHAGEN]!);
    const names = await warsaw.locator('.all-row h2').allTextContents();
    await holdBy(danish, (await toBook(danish, names[2]!)).id, before[2]!);
    await warsaw.locator('.all-row', { hasText: plAll.replaced }).waitFor({ timeout: 5000 });
    expect(await warsaw.getByLabel(plAll.timeFor(names[2]!)).inputValue()).not.toBe(before[2]);
    const fourth = warsaw.getByLabel(plAll.timeFor(names[3]!));
    const wanted = (await fourth.locator('option').last().getAttribute('value'))!;
    await fourth.selectOption(wanted);
    await warsaw.getByLabel(plAll.timeFor(names[5]!)).selectOption('');
    await warsaw.getByText(plAll.left).waitFor();
    await warsaw.getByLabel(plAll.needs).fill('Nasi członkowie');
    const chosen = (await choices()).slice(0, 5);
    expect([chosen[0], chosen[3]]).toEqual([before[0], wanted]);
    await warsaw.getByRole('button', { name: plAll.book(5) }).tap();
    await warsaw.locator('.all-act', { hasText: plAll.booked(5) }).waitFor();
    faults.push(...await faultsOf(warsaw, 'five of six booked'));
    expect(faults).toEqual([]);

    const api = await signInBy(app().links[WARSAW]!);
    const booked = (await sessionsOf(api, (await api.get('/me')).body.programmeId)).flatMap(({ booking }) => (booking ? [booking as Booked & { needs: string }] : []));
    expect(booked.map(({ start, facilitatorId, needs }) => `${Date.parse(start)} ${facilitatorId} ${needs}`).toSorted()).toEqual(chosen.map((key) => `${key} Nasi członkowie`).toSorted());
    await Promise.all(booked.map(({ id }) => api.delete(`/bookings/${id}`)));
  }, 60_000);

  it('lets exactly one of two pages have a time that both ask for in the same second', async () => {
    const rivals = await Promise.all([MADRID, DUBLIN].map(async (who) => {
      const page = await open(who, '/');
      await page.goto(await bookingPathOf(page, 'Cluster internationalisation'));
      return page;
    }));
    const [wanted] = await shared(rivals[0]!, rivals[1]!);
    await Promise.all(rivals.map((page) => pick(page, wanted)));
    const places = await Promise.all(rivals.map((page) => page.evaluate(() => [location.pathname, scrollY])));
    // Pressed as they are, without waiting for anything: the slower one's button may be gone before its press.
    await Promise.all(rivals.map((page) => page.evaluate(() => document.querySelector<HTMLElement>('.bar-button button')?.click())));
    const outcomes = await Promise.all(rivals.map(async (page) => {
      await page.locator('.hold-box, .bar-note').first().waitFor();
      return await page.locator('.hold-box').count() === 1 ? 'held' : 'told';
    }));
    expect(outcomes.toSorted()).toEqual(['held', 'told']);
    const loser = rivals[outcomes.indexOf('told')]!;
    const copy = outcomes[0] === 'told' ? es : en;
    expect(await loser.evaluate(() => [location.pathname, scrollY])).toEqual(places[outcomes.indexOf('told')]);
    expect(await heading(loser, copy.book.choose)).toBe(copy.book.choose);
    await rowOf(loser, wanted).and(loser.locator('.slot-taken')).waitFor({ timeout: 2500 });
    await loser.locator('.bar-note button').nth(1).waitFor();
    expect(await loser.locator('.bar-note button').count()).toBe(2);
  }, 60_000);
});

/** The first and the last time that both pages list: they cannot stand in each other's way. */
async function shared(a: Page, b: Page): Promise<[string, string]> {
  const there = new Set(await keysOf(b));
  const common = (await keysOf(a)).filter((key) => there.has(key));
  const [first, last] = [common[0], common.at(-1)];
  if (first === undefined || last === undefined || first === last) throw new Error('the two pages have no two times in common');
  return [first, last];
}

/** Asks the first whom one may ask, once the dialog has said that one must be chosen. */
async function askForSwap(page: Page): Promise<void> {
  await page.getByRole('button', { name: enSwaps.ask }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: enSwaps.send }).click();
  await dialog.getByText(enSwaps.choose).waitFor();
  await dialog.getByRole('radio').first().check();
  await dialog.getByLabel(enSwaps.note).fill('We have a fair that day.');
  await dialog.getByRole('button', { name: enSwaps.send }).click();
  await page.getByRole('button', { name: enSwaps.withdraw }).waitFor();
}

/** The cluster's session of a topic, which is still to book. */
async function toBook(api: Api, topic: string): Promise<{ id: string }> {
  const { programmeId } = (await api.get('/me')).body;
  const { id: topicId } = (await api.get(`/programmes/${programmeId}/topics`)).body.items.find(({ name }: { name: string }) => name === topic);
  return (await sessionsOf(api, programmeId)).find((session) => (session as unknown as { topicId: string }).topicId === topicId && session.state === 'open')!;
}

/** Three times of a page on three days: the first and the second free for one other session each, the third in nobody's way. */
async function threeApart(page: Page, ...others: [Api, string][]): Promise<[string, string, string]> {
  const free = await Promise.all(others.map(async ([api, id]) => new Set(((await api.get(`/sessions/${id}/slots`)).body.slots as Listed[]).map(({ start, facilitatorId }) => `${Date.parse(start)} ${facilitatorId}`))));
  const dayOf = (key: string) => new Date(Number(key.split(' ')[0])).toISOString().slice(0, 10);
  const keys = await keysOf(page);
  const first = keys.find((key) => free[0]!.has(key));
  const second = keys.find((key) => free[1]!.has(key) && dayOf(key) !== dayOf(first!));
  const third = keys.find((key) => dayOf(key) !== dayOf(first!) && dayOf(key) !== dayOf(second!));
  if (!first || !second || !third) throw new Error('there are no three days with times');
  return [first, second, third];
}

async function holdBy(api: Api, sessionId: string, key: string): Promise<void> {
  const [start, facilitatorId] = key.split(' ');
  expect((await api.post(`/sessions/${sessionId}/holds`, { facilitatorId, start: new Date(Number(start)).toISOString() })).status).toBe(201);
}

interface Booked { id: string; sessionId: string; start: string; facilitatorId: string }
interface Listed { start: string; facilitatorId: string }

/** Both clusters' sessions of one topic, booked with one facilitator on two days, so that either could have the other's place. */
async function bookedApart(api: Api, a: Api, b: Api): Promise<[Booked, Booked]> {
  const { programmeId } = (await a.get('/me')).body;
  const topicOf = (session: object) => (session as { topicId: string }).topicId;
  const [ours, others] = [await sessionsOf(a, programmeId), await sessionsOf(b, programmeId)];
  for (const mine of ours.filter(({ state }) => state === 'open')) {
    const theirs = others.find((each) => each.state === 'open' && topicOf(each) === topicOf(mine));
    if (!theirs) continue;
    const there = new Set(((await api.get(`/sessions/${theirs.id}/slots`)).body.slots as Listed[]).map(({ start, facilitatorId }) => start + facilitatorId));
    const slots = ((await api.get(`/sessions/${mine.id}/slots`)).body.slots as Listed[]).filter(({ start, facilitatorId }) => there.has(start + facilitatorId));
    const [first] = slots;
    const second = slots.find(({ start, facilitatorId }) => facilitatorId === first!.facilitatorId && start.slice(0, 10) !== first!.start.slice(0, 10));
    if (!first || !second) continue;
    const book = async (id: string, { start, facilitatorId }: Listed) => (await api.post(`/sessions/${id}/booking`, { start, facilitatorId })).body as Booked;
    return [await book(mine.id, first), await book(theirs.id, second)];
  }
  throw new Error('the two clusters have no topic with two days in common');
}
