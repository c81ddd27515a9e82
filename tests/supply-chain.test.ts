import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Locked {
  version: string;
  license?: string;
  integrity?: string;
  dev?: boolean;
  link?: boolean;
  hasInstallScript?: boolean;
}

const root = path.join(__dirname, '..');
const manifest = readJson('package.json') as {
  dependencies: Record<string, string>; devDependencies: Record<string, string>; optionalDependencies: Record<string, string>;
  overrides: Record<string, string>; allowScripts: Record<string, boolean>;
};
const packages = Object.entries((readJson('package-lock.json') as { packages: Record<string, Locked> }).packages)
  .filter(([place]) => place !== '')
  .map(([place, locked]) => ({ ...locked, name: place.replace(/^.*node_modules\//, '') }));

/** Licences that ask for no more than their notice, or for nothing; each was read. */
const PERMISSIVE = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC0-1.0', 'ISC', 'MIT', 'MIT-0', 'PSF-2.0', 'Unlicense', 'Zlib']);
/** Ask for more than a notice, but only of those who change or sell them: MPL of changed files, OFL of fonts sold alone, CC-BY for the author's name. */
const CONDITIONAL: Record<string, string[]> = {
  'MPL-2.0': ['axe-core', 'ical.js', 'lightningcss'],
  'OFL-1.1': ['@fontsource-variable/atkinson-hyperlegible-next', '@fontsource-variable/fraunces', '@expo-google-fonts/noto-sans'],
  'CC-BY-3.0': ['date-holidays'],
  'CC-BY-4.0': ['caniuse-lite'],
};
/** Packages whose manifest names no licence, and what their LICENSE file says. */
const READ_BY_HAND: Record<string, string> = { 'png-js': 'MIT', 'xmlhttprequest-ssl': 'MIT' };

describe('versions', () => {
  it('are exact, so that what is installed is what was tested', () => {
    const wanted = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies, ...manifest.overrides };
    expect(Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('are sealed: every package of the lock file has the hash of its content', () => {
    expect(packages.filter(({ integrity }) => !integrity?.startsWith('sha512-')).map(({ name }) => name)).toEqual([]);
  });
});

/** Known advisories of packages we have, looked up on 23 November 2026, by the first version that mends them; docs/security.md says which reach us. */
const MENDED: readonly (readonly [name: string, since: string, advisory: string])[] = [
  ['body-parser', '2.2.1', 'CVE-2025-13466'],
  ['brace-expansion', '2.1.4', 'GHSA-3jxr-9vmj-r5cp, GHSA-mh99-v99m-4gvg, GHSA-rgw5-rvv9-x895'],
  ['csv-parse', '7.0.2', 'CVE-2026-85063'],
  ['js-yaml', '3.15.2', 'CVE-2026-59869, CVE-2026-84375'],
  ['lodash', '4.18.0', 'CVE-2026-4800'],
  ['msgpackr', '1.10.1', 'CVE-2023-52079'],
  ['nodemailer', '9.0.1', 'GHSA-c7w3-x93f-qmm8, GHSA-vvjj-xcjg-gr5g, GHSA-268h-hp4c-crq3, GHSA-p6gq-j5cr-w38f, GHSA-rcmh-qjqh-p98v'],
  ['on-headers', '1.1.0', 'CVE-2025-7339'],
  ['path-to-regexp', '8.4.0', 'CVE-2026-4867, CVE-2026-4923, CVE-2026-4926'],
  ['playwright-core', '1.55.1', 'CVE-2025-59288'],
  ['qs', '6.16.0', 'CVE-2025-15284, CVE-2026-82417, CVE-2026-82562'],
  ['socket.io-parser', '4.2.6', 'CVE-2026-33151'],
  ['vite', '7.3.3', 'CVE-2026-39363 and those before it'],
  ['ws', '8.21.1', 'CVE-2026-45736, CVE-2026-48779, CVE-2026-62389'],
];

describe('known advisories', () => {
  it.each(MENDED)('%s is at least %s (%s)', (name, since) => {
    const installed = packages.filter((each) => each.name === name);
    expect(installed.length).toBeGreaterThan(0);
    expect(installed.filter(({ version }) => isOlder(version, since)).map(({ version }) => version)).toEqual([]);
  });

  it('were looked up for every package that we ask for: docs/security.md answers for each', () => {
    const answers = readFileSync(path.join(root, 'docs/security.md'), 'utf8').split('## What others wrote')[1]!;
    const asked = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies });
    const isAnswered = (name: string) => answers.includes(name) || answers.includes(`${name.split('/')[0]}/*`);
    expect(asked.length).toBeGreaterThan(40);
    expect(asked.filter((name) => !isAnswered(name))).toEqual([]);
    expect(isAnswered('a-package-that-nobody-looked-up')).toBe(false);
  });

  it('would be noticed', () => {
    expect([isOlder('8.21.0', '8.21.1'), isOlder('8.9.9', '8.21.1'), isOlder('8.21.1', '8.21.1'), isOlder('10.0.0', '9.0.1')]).toEqual([true, true, false, false]);
  });
});

describe('licences', () => {
  it('are known, all of them', () => {
    expect(packages.filter((each) => !isKnown(each)).map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
  });

  it('would be noticed if they were not', () => {
    expect([{ name: 'a', license: 'GPL-3.0' }, { name: 'b' }, { name: 'c', license: 'MPL-2.0' }, { name: 'd', license: '(MIT OR GPL-2.0)' }, { name: 'e', license: 'MIT AND GPL-2.0' }]
      .map((each) => isKnown(each))).toEqual([false, false, false, true, false]);
  });
});

describe('scripts that run at an installation', () => {
  it('are decided on by name: none is allowed', () => {
    const scripted = [...new Set(packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name))];
    expect(scripted.filter((name) => manifest.allowScripts[name] !== false)).toEqual([]);
    expect(Object.keys(manifest.allowScripts).filter((name) => !scripted.includes(name))).toEqual([]);
  });

  it('are refused by every npm, also by those that do not read that list', () => {
    expect(readFileSync(path.join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
  });
});

/** `A OR B` lets us choose; `A AND B` holds us to both. */
function isKnown({ name, license = READ_BY_HAND[name] ?? 'none named' }: { name: string; license?: string }): boolean {
  const words = license.replace(/^\((.*)\)$/, '$1');
  if (words.includes(' OR ')) return words.split(' OR ').some((one) => isKnown({ name, license: one }));
  return words.split(' AND ').every((one) => PERMISSIVE.has(one) || (CONDITIONAL[one]?.some((known) => name === known || name.startsWith(`${known}-`)) ?? false));
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}

/** By numbers; of a pre-release, as if it were the release. */
function isOlder(version: string, than: string): boolean {
  const [one, other] = [version, than].map((each) => each.split('-')[0]!.split('.').map(Number));
  const place = one!.findIndex((number, index) => number !== other![index]);
  return place >= 0 && one![place]! < other![place]!;
}
