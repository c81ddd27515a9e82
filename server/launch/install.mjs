import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Complaint, say } from './complaint.mjs';

/**
 * Whether `node_modules` holds the packages that package-lock.json names, for this kind of machine.
 * npm writes what it has installed into a lock file of its own, as its last step, so half an installation has none.
 */
export function isInstalled(root, { forBuilding }) {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted)
    .filter(([path, entry]) => path !== '' && isNeeded(entry, forBuilding))
    .every(([path, { version }]) => installed[path]?.version === version);
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw error;
  }
}

/** Optional packages count when they are this machine's binaries; which C library they are for, npm alone decides. */
function isNeeded({ dev, devOptional, optional, os, cpu, libc }, forBuilding) {
  if ((dev || devOptional) && !forBuilding) return false;
  if (!optional) return true;
  return Boolean(os?.includes(process.platform) && cpu?.includes(process.arch) && !libc);
}

/**
 * What npm has in its cache it takes from there, held to the hashes of package-lock.json. What it knows of a package may be older
 * than the version we want; then it fails, and is to ask anew.
 *
 * @throws Complaint when npm fails; what it printed stands above
 */
export function install(root) {
  say('Installing packages (npm ci), once; this takes about a minute…');
  const cached = ci(root, ['--prefer-offline', '--loglevel=silent']);
  const { status, error } = cached.status === 0 || cached.error ? cached : ci(root, []);
  if (error) throw new Complaint(`npm could not be run (${error.message}): install npm, which comes with Node, and run the command again.`);
  if (status !== 0) throw new Complaint(`npm could not install the packages; its reason stands above. See that this machine reaches the registry that “npm config get registry” names and that the disk has 700 MB free, and run the command again.`);
}

function ci(root, more) {
  const [command, ...first] = npm();
  const args = [...first, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', ...more, `--prefix=${root}`];
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: command === 'npm.cmd' });
}

/** The npm that runs us, else the one on the path; not another package manager, for which the lock file is none. */
function npm() {
  const path = process.env.npm_execpath;
  if (path && basename(path) === 'npm-cli.js') return [process.execPath, path];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}
