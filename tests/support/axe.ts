import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const WIDTHS = [1280, 390, 320];

/** In both schemes and at three widths: what axe finds, whether the page scrolls sideways, what is too small to hit. */
export async function faultsOf(page: Page, place: string): Promise<string[]> {
  const faults: string[] = [];
  // By the debugger's door: the page's own policy forbids scripts that are not its own.
  await page.evaluate(AXE);
  // Drawn, and drawn whole.
  await page.waitForFunction(() => document.querySelector('h1') !== null && document.querySelector('[aria-busy]') === null);
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      faults.push(...(await look(page)).map((fault) => `${place}, ${scheme}, ${width}: ${fault}`));
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  return faults;
}

function look(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    type Axe = { run(where: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> };
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`));
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth) found.push(`scrolls sideways: ${document.documentElement.scrollWidth}`);
    return found;
  });
}
