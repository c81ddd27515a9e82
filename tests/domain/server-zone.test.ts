import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

/** The zone this run is in is seen to by the run itself. */
const otherZones = ['UTC', 'America/St_Johns', 'Pacific/Apia'].filter((zone) => zone !== Intl.DateTimeFormat().resolvedOptions().timeZone);

describe('case 9: the server’s own zone', () => {
  // Node reads TZ once, before Jest can set it, so these are processes of their own.
  it.each(otherZones)('does not matter: the engine’s tests pass under TZ=%s', (zone) => {
    const { status, stderr } = spawnSync(process.execPath, [
      join(root, 'node_modules', 'jest', 'bin', 'jest.js'), '--runInBand', '--rootDir', root,
      ...['slots', 'wall-time'].map((name) => join('tests', 'domain', name)),
    ], { cwd: root, encoding: 'utf8', env: { ...process.env, TZ: zone, SLOT_QUESTIONS: '200', VISAVIS_TEST_ENGINE_ONLY: '1' } });
    expect(stderr).toMatch(/^Tests: +\d+ passed, \d+ total$/m);
    expect(status).toBe(0);
  }, 120_000);
});
