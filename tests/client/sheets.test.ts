import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const STYLES = path.join(__dirname, '../../client/src/styles');
const sheets = readdirSync(STYLES).filter((file) => file.endsWith('.css')).map((file) => ({ file, text: readFileSync(path.join(STYLES, file), 'utf8') }));

/** What `tests/support/axe.ts` takes for granted, so as not to look at the same thing twice. */
describe('the style sheets', () => {
  it('make night and day differ by their colours alone, in one place', () => {
    expect(sheets.filter(({ text }) => text.includes('prefers-color-scheme')).map(({ file }) => file)).toEqual([]);
    expect(sheets.filter(({ text }) => /light-dark\((?!oklch)/.test(text)).map(({ file }) => file)).toEqual([]);
    expect(sheets.filter(({ text }) => text.includes('light-dark(')).map(({ file }) => file)).toEqual(['tokens.css']);
  });

  it('show and hide the same at 320 as at 390 pixels', () => {
    const between = sheets.flatMap(({ file, text }) => [...text.matchAll(/@media \((?:min|max)-width: (\d+)px\) \{([^@]*?)\n\}/g)]
      .filter(([, width]) => Number(width) >= 320 && Number(width) < 390)
      .map(([, width, rules]) => `${file} ${width}: ${[...rules!.matchAll(/([\w-]+):/g)].map(([, property]) => property).join(', ')}`));
    expect(between).toEqual(['shell.css 359: font-size']);
  });
});
