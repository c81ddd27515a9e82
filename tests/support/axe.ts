import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 A and AA, and what axe calls best practice. */
const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What can differ between two widths at which the same rules of our sheets hold: where things lie, not what they are. */
const LAYOUT = ['target-size', 'color-contrast', 'scrollable-region-focusable'];
/** Our sheets change nothing but colours between light and dark. `tests/client/sheets.test.ts` holds both this and the one above. */
const COLOURS = ['color-contrast'];

const LOOKS = [
  { scheme: 'light', width: 1280, rules: null },
  { scheme: 'light', width: 390, rules: null },
  { scheme: 'light', width: 320, rules: LAYOUT },
  // Its colours are those of 390, its layout that of light: nothing is left that only here could be wrong, but for its width.
  { scheme: 'dark', width: 320, rules: [] },
  { scheme: 'dark', width: 390, rules: COLOURS },
  { scheme: 'dark', width: 1280, rules: COLOURS },
] as const;

/**
 * In both schemes and at three widths: what axe finds, and whether the page scrolls sideways. One page, re-themed and resized.
 * @param within what alone is new on a page that has been looked at before: the whole of it is looked at once more, then only this
 */
export async function faultsOf(page: Page, place: string, within: string | null = null): Promise<string[]> {
  const faults: string[] = [];
  // Drawn, and drawn whole.
  await page.waitForFunction(() => document.querySelector('h1') !== null && document.querySelector('[aria-busy=true]') === null);
  // By the debugger's door: the page's own policy forbids scripts that are not its own.
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(AXE);
  for (const [index, { scheme, width, rules }] of LOOKS.entries()) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    faults.push(...(await look(page, rules, index === 0 ? null : within)).map((fault) => `${place}, ${scheme}, ${width}: ${fault}`));
  }
  faults.push(...await atTwiceTheLetters(page, place));
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1280, height: 900 });
  return faults;
}

/** 200 %, on the window in which that leaves 320 pixels' worth of room. */
async function atTwiceTheLetters(page: Page, place: string): Promise<string[]> {
  await page.setViewportSize({ width: 640, height: 900 });
  const [wide, room] = await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
    const measured = [document.documentElement.scrollWidth, document.documentElement.clientWidth] as const;
    document.documentElement.style.fontSize = '';
    return measured;
  });
  return wide > room ? [`${place}, letters twice as large: scrolls sideways: ${wide} of ${room}`] : [];
}

function look(page: Page, rules: readonly string[] | null, within: string | null): Promise<string[]> {
  return page.evaluate(async ({ only, everything, part }) => {
    type Axe = { run(where: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> };
    const { violations } = only?.length === 0 ? { violations: [] } : await (globalThis as unknown as { axe: Axe }).axe.run(part ?? document, {
      runOnly: only ? { type: 'rule', values: only } : { type: 'tag', values: everything }, resultTypes: ['violations'], preload: false,
    });
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`));
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth) found.push(`scrolls sideways: ${document.documentElement.scrollWidth}`);
    for (const dialog of document.querySelectorAll('dialog[open]')) if (dialog.scrollWidth > dialog.clientWidth) found.push(`a dialog scrolls sideways: ${dialog.scrollWidth}`);
    return found;
  }, { only: rules, everything: EVERYTHING, part: within });
}
