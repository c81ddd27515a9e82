import type { Page } from 'playwright-core';

/** Writes down, from now on, every sentence that the page's one voice says. */
export async function hearing(page: Page): Promise<() => Promise<string[]>> {
  await page.locator('output.sr').waitFor({ state: 'attached' });
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const voice = document.querySelector('output.sr')!;
    new MutationObserver(() => { if (voice.textContent) heard.push(voice.textContent); }).observe(voice, { childList: true, characterData: true, subtree: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
}

/** Remembers where everything on the page is; then says what of it is elsewhere by more than a pixel, or gone. */
export async function holdingStill(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const placeOf = (element: Element) => { const { left, top } = element.getBoundingClientRect(); return [left + scrollX, top + scrollY]; };
    const places = [...document.querySelectorAll('main *')].map((element) => [element, placeOf(element)] as const);
    const moved = () => places.filter(([element, before]) => !element.isConnected || placeOf(element).some((now, side) => Math.abs(now - before[side]!) > 1)).map(([element]) => element.outerHTML.slice(0, 120));
    Object.assign(globalThis, { moved });
  });
  return () => page.evaluate(() => (globalThis as unknown as { moved: () => string[] }).moved());
}
