import { join } from 'node:path';
import { launch, makeClone } from './clone.ts';
import type { Clone } from './clone.ts';

// Real processes, on a machine that may be busy.
jest.setTimeout(60_000);

interface Said {
  results?: object;
  code: number;
}

const test = (status: string, fullName = 'a test') => ({ status, fullName });
const file = (status: string, ...assertionResults: object[]) => ({ status, assertionResults });

const passed: Said = {
  code: 0, results: { numPassedTests: 2, testResults: [file('passed', test('passed'), test('passed'))] },
};
const failed: Said = {
  code: 1, results: { numPassedTests: 1, numFailedTests: 1, testResults: [file('failed', test('failed'), test('passed'))] },
};
const broken: Said = {
  code: 1, results: { numPassedTests: 1, testResults: [file('passed', test('passed')), file('failed')] },
};
const skipped: Said = {
  code: 0, results: { numPassedTests: 1, numPendingTests: 1, testResults: [file('passed', test('passed'), test('pending', 'reads with khal (not installed)'))] },
};

describe('npm test', () => {
  let clone: Clone;
  beforeEach(() => { clone = makeClone(); });
  afterEach(() => clone.remove());

  /** Runs it with a Jest that says this each time; what it printed last, and its exit code. */
  const run = async (said: Said, args: string[] = [], env: NodeJS.ProcessEnv = {}) => {
    clone.write('jest-says.json', JSON.stringify(said));
    const { code, stdout } = await launch(process.execPath, [join(clone.root, 'tests/run.mjs'), ...args], clone, { npm_execpath: join(clone.root, 'npm/npm-cli.js'), CI: '', ...env }).ended;
    return { code, lines: stdout.trimEnd().split('\n').slice(-2) };
  };

  it('installs and builds a fresh clone, then runs everything in UTC, reads the calendars that came of it, and runs the engine in two more zones', async () => {
    expect(await run(passed)).toEqual({ code: 0, lines: ['', '8 passed, 0 failed'] });
    const ran = clone.ran();
    expect(ran.slice(0, 4).toSorted()).toEqual(['npm ci', 'rolldown', 'tsc', 'vite']);
    expect(ran[4]).toBe('jest UTC');
    // Side by side, in whatever order they begin.
    expect(ran.slice(5).toSorted()).toEqual([
      'jest America/St_Johns --runInBand tests/domain --testPathIgnorePatterns server-zone',
      'jest Pacific/Apia --runInBand tests/domain --testPathIgnorePatterns server-zone',
      'jest UTC --runInBand --testMatch **/*.after.ts',
    ]);
  });

  it('hands its arguments to one run of Jest', async () => {
    expect(await run(passed, ['tests/http', '-t', 'a name'])).toEqual({ code: 0, lines: ['', '2 passed, 0 failed'] });
    expect(clone.ran().slice(4)).toEqual(['jest UTC tests/http -t a name']);
  });

  it('fails when a test failed', async () => {
    expect(await run(failed)).toEqual({ code: 1, lines: ['', '4 passed, 4 failed'] });
  });

  it('counts a file that does not load as a failure', async () => {
    expect(await run(broken, ['tests/http'])).toEqual({ code: 1, lines: ['', '1 passed, 1 failed'] });
  });

  it('counts a run that ended without results as a failure', async () => {
    expect(await run({ code: 137 }, ['tests/http'])).toEqual({ code: 1, lines: ['', '0 passed, 1 failed'] });
  });

  it('fails when no test was run', async () => {
    expect(await run({ code: 0, results: { testResults: [] } }, ['tests/none'])).toEqual({ code: 1, lines: ['All tests, in UTC: no test was run, which counts as a failure.', '0 passed, 0 failed'] });
  });

  it('names what was skipped, and lets it pass', async () => {
    expect(await run(skipped, ['tests/interop'])).toEqual({ code: 0, lines: ['skipped: reads with khal (not installed)', '1 passed, 0 failed, 1 skipped'] });
  });

  it('fails in CI when anything was skipped', async () => {
    expect(await run(skipped, ['tests/interop'], { CI: 'true' })).toEqual({ code: 1, lines: ['skipped, which fails in CI: reads with khal (not installed)', '1 passed, 0 failed, 1 skipped'] });
  });
});
