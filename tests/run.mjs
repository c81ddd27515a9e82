// `npm test`: makes a fresh clone ready, runs every test, and ends with one line of totals.
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireNode } from '../server/launch/node-version.mjs';

requireNode();
const { prepare, root } = await import('../server/launch/prepare.mjs');

/** The engine must not depend on the machine’s own zone: one with half hours, and one across the date line. A quarter of the random questions will do there, and not those that start processes in other zones. */
const otherZones = ['America/St_Johns', 'Pacific/Apia'];

/** What a test makes is soon rubbish: with more room for it the collector comes by less often. */
const ROOM = '--max-semi-space-size=64';

process.exitCode = await main(process.argv.slice(2));

/** @returns {Promise<number>} the exit code */
async function main(args) {
  try {
    await prepare({ forBuilding: true });
  } catch (error) {
    process.stderr.write(`${error.complain ? error.message : error.stack}\n`);
    return 1;
  }
  const folder = mkdtempSync(join(tmpdir(), 'visavis-test-results-'));
  // Ctrl-C reaches Jest as well; we stay to sum up what it had done and to clean up.
  process.on('SIGINT', () => undefined);
  try {
    const totals = [];
    mkdirSync(join(folder, 'calendars'));
    const [first, ...others] = plansFor(args, folder);
    totals.push(await runJest(first, folder));
    totals.push(...await Promise.all(others.map((plan) => runBeside(plan, folder))));
    return conclude(totals);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function plansFor(args, folder) {
  const recording = { VISAVIS_CALENDARS: join(folder, 'calendars') };
  const readers = { name: 'readers', title: 'Every calendar text that they wrote, read by programs of others', args: ['--testMatch', '**/*.after.ts'], env: { TZ: 'UTC', VISAVIS_TEST_ENGINE_ONLY: '1', ...recording } };
  const engine = otherZones.map((TZ) => ({ name: TZ.replace('/', '-'), title: `The engine again, in ${TZ}`, args: ['tests/domain', '--testPathIgnorePatterns', 'server-zone'], env: { TZ, VISAVIS_TEST_ENGINE_ONLY: '1', SLOT_QUESTIONS: '1400' } }));
  return args.length > 0 ? [{ title: 'All tests, in UTC', args, env: { TZ: 'UTC' } }] : [{ title: 'All tests, in UTC', args, env: { TZ: 'UTC', ...recording } }, readers, ...engine];
}

async function runJest(plan, folder) {
  process.stdout.write(`\n${plan.title}\n\n`);
  return runTo(join(folder, 'results.json'), plan, 2);
}

/** One of several at once, in one process each; what it has to say comes whole, at its end. */
async function runBeside(plan, folder) {
  const output = join(folder, `${plan.name}.txt`);
  const file = openSync(output, 'w');
  const totals = await runTo(join(folder, `${plan.name}.json`), { ...plan, args: ['--runInBand', ...plan.args] }, file);
  closeSync(file);
  process.stdout.write(`\n${plan.title}\n\n`);
  process.stderr.write(readFileSync(output));
  return totals;
}

async function runTo(results, { title, args, env }, output) {
  const jest = [ROOM, join(root, 'node_modules/jest/bin/jest.js'), '--json', `--outputFile=${results}`, ...args];
  const code = await exitOf(spawn(process.execPath, jest, { cwd: root, stdio: ['ignore', output, output], env: { ...process.env, ...env } }));
  return totalsOf(results, code, title);
}

function exitOf(child) {
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** A file that does not even load counts as one failure, and so does a run that ends badly without naming any. */
function totalsOf(path, code, title) {
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0, testResults = [] } = readResults(path);
  const broken = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'));
  const failed = numFailedTests + broken.length;
  const skipped = testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status === 'pending' || status === 'todo');
  return {
    title,
    passed: numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: numPendingTests + numTodoTests,
    skippedNames: skipped.map(({ fullName }) => fullName),
  };
}

function readResults(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}

function conclude(totals) {
  const sum = (key) => totals.reduce((total, run) => total + run[key], 0);
  const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map(sum);
  const empty = totals.filter((run) => run.passed + run.failed === 0);
  const skippedCounts = Boolean(process.env.CI) && skipped > 0;
  process.stdout.write('\n');
  for (const { title } of empty) process.stdout.write(`${title}: no test was run, which counts as a failure.\n`);
  for (const name of totals.flatMap(({ skippedNames }) => skippedNames)) process.stdout.write(`skipped${skippedCounts ? ', which fails in CI' : ''}: ${name}\n`);
  process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
  return failed > 0 || empty.length > 0 || skippedCounts ? 1 : 0;
}
