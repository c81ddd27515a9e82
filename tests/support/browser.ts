import { existsSync } from 'node:fs';
import type * as playwright from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { startApp, type App, type AppOptions } from './app.ts';

const { chromium } = outsideJest('playwright-core') as typeof playwright;
/** The headless shell first: the same engine without a desktop's windows, at a third of the work for each page. */
export const CHROMIUM = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => existsSync(file));
export const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

export interface Look {
  width?: number;
  height?: number;
  dark?: boolean;
  /** The zone this device is set to. */
  zone?: string;
  locale?: string;
  /** A device with a touch screen. */
  touch?: boolean;
}

export interface Stage {
  app(): App;
  /** A window of its own for one of the demo's people, as the demo's links name them, or for a stranger. */
  open(who: string | null, path: string, look?: Look): Promise<Page>;
}

/**
 * Tests in a real Chromium against the whole server with the demo programme: one of each per file. Without Chromium they
 * are left out by name; where `CI` is set that is a failure.
 */
export function inBrowser(name: string, body: (stage: Stage) => void, options: AppOptions = {}): void {
  if (!CHROMIUM && !process.env.CI) {
    describe.skip(`${name} (left out: there is no Chromium on this machine)`, () => body(noStage));
    return;
  }
  describe(name, () => {
    let app: App;
    let browser: Browser;
    const cookies = new Map<string, string>();
    const windows: BrowserContext[] = [];
    const faults: string[] = [];
    beforeAll(async () => {
      [app, browser] = await Promise.all([startApp({ demo: true, ...options }), chromium.launch({ executablePath: CHROMIUM ?? 'chromium', args: FLAGS })]);
    }, 60_000);
    afterEach(async () => {
      await Promise.all(windows.splice(0).map((context) => context.close()));
      expect(faults.splice(0)).toEqual([]);
    });
    afterAll(async () => {
      await browser?.close();
      await app?.stop();
    });
    body({
      app: () => app,
      async open(who, path, look = {}) {
        const context = await browser.newContext(contextOf(look));
        windows.push(context);
        if (who !== null) {
          const cookie = cookies.get(who) ?? await signIn(app, who);
          cookies.set(who, cookie);
          await context.addCookies([{ name: cookie.split('=')[0]!, value: cookie.split('=').slice(1).join('='), url: app.url }]);
        }
        const page = await context.newPage();
        page.on('pageerror', (error) => faults.push(String(error.stack)));
        page.on('console', (message) => {
          // Chromium itself notes every refused request, though a refusal is an answer.
          if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(message.text());
        });
        await page.goto(app.url + path);
        return page;
      },
    });
  });
}

/** Follows a demo's link as its page's button does. Returns the cookie, `name=value`. */
async function signIn(app: App, who: string): Promise<string> {
  const link = app.links[who];
  if (link === undefined) throw new Error(`The demo has no link for "${who}", but for: ${Object.keys(app.links).join(', ')}`);
  const response = await fetch(`${app.url}/api/v1/sign-in/confirmation`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token: new URL(link).searchParams.get('token') }),
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (!response.ok || cookie === undefined) throw new Error(`Signing in as "${who}" was answered ${response.status}`);
  return cookie;
}

function contextOf({ width = 1280, height = 900, dark = false, zone = 'Europe/Dublin', locale = 'en-IE', touch = false }: Look): BrowserContextOptions {
  return { viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', timezoneId: zone, locale, hasTouch: touch };
}

const noStage: Stage = {
  app: () => { throw new Error('there is no browser'); },
  open: async () => { throw new Error('there is no browser'); },
};
