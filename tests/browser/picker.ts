import type { Locator, Page } from 'playwright-core';

/** The address where a topic's session is booked, read off My programme. */
export async function bookingPathOf(page: Page, topic: string): Promise<string> {
  const item = page.locator('.item', { has: page.getByRole('heading', { name: topic, exact: true }) });
  const href = await item.locator('a[href^="/book/"]').getAttribute('href');
  if (href === null) throw new Error(`${topic} is not to book`);
  return new URL(href, page.url()).href;
}

/** Every time that is listed, as its radio's value. */
export async function keysOf(page: Page): Promise<string[]> {
  await page.locator('.slot').first().waitFor();
  return page.locator('.slot:not(.slot-taken) input[name=slot]').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
}

export function rowOf(page: Page, key: string): Locator {
  return page.locator('.slot', { has: page.locator(`input[value="${key}"]`) });
}

export async function pick(page: Page, key: string): Promise<void> {
  await rowOf(page, key).click();
  await page.locator('.bar-button button').waitFor();
}

/** The page's heading, once it is the one expected. */
export async function heading(page: Page, expected: string): Promise<string | null> {
  const found = page.getByRole('heading', { level: 1, name: expected });
  await found.waitFor();
  return found.textContent();
}

/** The city whose clock the times are shown on, as the search box says it. */
export async function shownClock(page: Page): Promise<string | undefined> {
  return (await page.locator('#shown-in').inputValue()).split(' — ')[0];
}

/** Types a city's name and takes the first that is found. */
export async function chooseClock(page: Page, typed: string): Promise<void> {
  await page.locator('#shown-in').fill(typed);
  await page.locator('.zone').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
}
