import { Router, type Response } from 'express';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pageRules } from './page-style.ts';

const LATIN = 'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD';
const LATIN_MORE = 'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0';
const faces = [
  { family: 'Body', file: 'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2', range: LATIN },
  { family: 'Body', file: 'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2', range: LATIN_MORE },
  { family: 'Head', file: 'fraunces/files/fraunces-latin-wght-normal.woff2', range: LATIN },
  { family: 'Head', file: 'fraunces/files/fraunces-latin-ext-wght-normal.woff2', range: LATIN_MORE },
];

interface PublicFile {
  url: string;
  type: string;
  content: string | Buffer;
}

const fonts = faces.map(({ family, file, range }) => {
  const content = readFileSync(createRequire(import.meta.url).resolve(`@fontsource-variable/${file}`));
  const [name] = file.split('/').at(-1)!.split('.');
  return { family, range, url: `/page/${name}-${hashOf(content)}.woff2`, type: 'font/woff2', content };
});

const style = fonts.map(({ family, range, url }) =>
  `@font-face { font-family: '${family}'; font-weight: 200 800; font-display: swap; src: url('${url}') format('woff2'); unicode-range: ${range}; }`).join('\n') + pageRules;

/** Named after what is in it, like every file of ours that a browser may keep for a year. */
export const pageStyleUrl = `/page/style-${hashOf(style)}.css`;

const files = new Map<string, PublicFile>([{ url: pageStyleUrl, type: 'text/css; charset=utf-8', content: style }, ...fonts].map((file) => [file.url, file]));

/** The sheet and the fonts of the public pages: there even where no client is built. */
export function pageFiles(): Router {
  const router = Router();
  router.get('/page/:name', (request, response, next) => {
    const file = files.get(request.path);
    return file ? sendFor(response, file) : next();
  });
  return router;
}

function sendFor(response: Response, { type, content }: PublicFile): void {
  response.set({ 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' }).send(content);
}

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 10);
}
