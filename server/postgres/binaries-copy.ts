import { chmodSync, copyFileSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Copies of PostgreSQL's programs (60 MB, 0.2 s) for when the account cannot reach them where npm put them, as below
 * root's home. Lazily one place after the other, best first; a place that cannot be written is left out.
 */
export function* copyOutOf(packaged: string, version: string, dataDir: string): Generator<string> {
  const name = `postgresql-${version}-${process.arch}`;
  const parents = process.geteuid?.() === 0 ? ['/var/lib/visavis', '/opt/visavis'] : [dataDir];
  for (const parent of parents) {
    const place = join(parent, name);
    try {
      if (!isTrusted(place)) copyAtOnce(packaged, parent, place);
      if (isTrusted(place)) yield place;
    } catch {
      // Read-only or full: the next place may do, and if none does the caller says why the first try failed.
    }
  }
}

/** Made by us and not writable by others: we are about to execute what is in there. */
function isTrusted(place: string): boolean {
  if (!existsSync(place)) return false;
  const { uid, mode } = lstatSync(place);
  return uid === process.geteuid?.() && (mode & 0o022) === 0;
}

/** Complete or not there: it gets its name by one rename, which fails harmlessly when another program was faster. */
function copyAtOnce(packaged: string, parent: string, place: string): void {
  makeFolder(parent);
  const partial = mkdtempSync(`${place}.partial-`);
  try {
    copyTree(packaged, partial);
    renameSync(partial, place);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/** Modes are set, not copied: the source may have been installed with a umask that shuts others out. */
function copyTree(from: string, to: string): void {
  makeFolder(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyTree(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else {
      copyFileSync(source, target);
      chmodSync(target, 0o755);
    }
  }
}

function makeFolder(path: string): void {
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o755);
}
