import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..');
const text = readFileSync(path.join(root, 'docs/security.md'), 'utf8');

/** `tests/file.test.ts` › *title of a test in it*. */
const claims = [...text.matchAll(/`(tests\/[^`]+\.test\.ts)` › \*([^*]+)\*/g)].map(([, file, title]) => ({ file: file!, title: title! }));

it('shows every requirement by a test: each one that docs/security.md names is there', () => {
  expect(claims.length).toBeGreaterThan(60);
  expect(claims.filter(({ file, title }) => !isThere(file, title)).map(({ file, title }) => `${file}: ${title}`)).toEqual([]);
});

it('has a test in every row of the standard', () => {
  const rows = text.slice(text.indexOf('## ASVS'), text.indexOf('## What falls short')).split('\n').filter((line) => /^\| (\d|[a-zG])/.test(line) && !line.startsWith('| requirement'));
  expect(rows.length).toBeGreaterThan(45);
  expect(rows.filter((line) => !line.includes('` › *'))).toEqual([]);
});

it('would notice one that is gone', () => {
  expect([isThere('tests/security-claims.test.ts', 'would notice one that is gone'), isThere('tests/security-claims.test.ts', 'is a title that nobody'.concat(' wrote')), isThere('tests/none.test.ts', 'x')]).toEqual([true, false, false]);
});

function isThere(file: string, title: string): boolean {
  return existsSync(path.join(root, file)) && readFileSync(path.join(root, file), 'utf8').includes(title);
}
