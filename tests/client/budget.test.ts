import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

interface Chunk { file: string; imports?: string[]; css?: string[] }

const BUILT = path.resolve(__dirname, '../../build/client');
const MANIFEST = path.join(BUILT, '.vite/manifest.json');
const JS_LIMIT = 45_000;
const CSS_LIMIT = 8_000;

/** What each page fetches before it can be used: its own code, its area's words, and the live connection. */
const ROUTES: Record<string, [page: string, area: string]> = {
  'My programme': ['representative/programme-page.tsx', 'cluster'],
  Book: ['booking/booking-page.tsx', 'booking'],
  'a session': ['session/session-page.tsx', 'session'],
  Sessions: ['session/sessions-page.tsx', 'sessions'],
  Today: ['facilitator/agenda-page.tsx', 'facilitator'],
  Availability: ['facilitator/availability-page.tsx', 'hours'],
  'hours that suit': ['wishes/wishes-page.tsx', 'wishes'],
  Coverage: ['coordinator/coverage-page.tsx', 'coordinator'],
  Plan: ['plan/plan-page.tsx', 'plan'],
  'People, log and day': ['office/index.ts', 'office'],
  'Changes and programs': ['desk/index.ts', 'desk'],
  'Set-up': ['setup/editor-page.tsx', 'setup'],
  Outlook: ['outlook/outlook-page.tsx', 'outlook'],
};

const built = existsSync(MANIFEST) || process.env.CI ? describe : describe.skip;

built('the weight of the built client (left out where it has not been built)', () => {
  const languages = ['en', 'es', 'fr', 'pl', 'da'];

  it.each(Object.entries(ROUTES))(`loads %s with at most ${JS_LIMIT} bytes of packed JavaScript in every language`, (_, [page, area]) => {
    const manifest = readManifest();
    const heavy = languages.map((language) => [language, weightOf(manifest, ['index.html', `src/pages/${page}`, liveOf(manifest), `src/locales/${language}/index.ts`, `src/locales/${language}/${area}.ts`])] as const)
      .filter(([, weight]) => weight > JS_LIMIT);
    expect(heavy).toEqual([]);
  });

  it.each(Object.entries(ROUTES))(`draws %s with at most ${CSS_LIMIT} bytes of packed style`, (_, [page]) => {
    const manifest = readManifest();
    const sheets = new Set(chunksOf(manifest, ['index.html', `src/pages/${page}`]).flatMap(({ css }) => css ?? []));
    const weight = [...sheets].reduce((sum, file) => sum + packed(file), 0);
    expect(weight).toBeGreaterThan(1000);
    expect(weight).toBeLessThanOrEqual(CSS_LIMIT);
  });
});

function readManifest(): Record<string, Chunk> {
  return JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, Chunk>;
}

/** The chunk of socket.io-client, whatever version's path it has. */
function liveOf(manifest: Record<string, Chunk>): string {
  const key = Object.keys(manifest).find((name) => name.includes('socket.io-client'));
  if (key === undefined) throw new Error('the live connection is not a chunk of its own any more');
  return key;
}

function weightOf(manifest: Record<string, Chunk>, entries: string[]): number {
  return chunksOf(manifest, entries).reduce((sum, { file }) => sum + packed(file), 0);
}

/** With everything that they import, each once. */
function chunksOf(manifest: Record<string, Chunk>, entries: string[]): Chunk[] {
  const chunks = new Set<Chunk>();
  const add = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`the build has no chunk ${key}`);
    if (chunks.has(chunk)) return;
    chunks.add(chunk);
    chunk.imports?.forEach(add);
  };
  entries.forEach(add);
  return [...chunks];
}

function packed(file: string): number {
  return gzipSync(readFileSync(path.join(BUILT, file)), { level: 9 }).length;
}
