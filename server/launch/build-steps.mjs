import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { Complaint, say } from './complaint.mjs';

const sources = ['package-lock.json', 'tsconfig.base.json', 'server', 'shared', 'client'];
const results = ['server', 'client'];

/** Whether `build/` was made from the sources as they are now. */
export function isBuilt(root) {
  try {
    return readFileSync(stampPath(root), 'utf8') === fingerprint(root);
  } catch {
    return false;
  }
}

/**
 * Checks the server's types, bundles server and client, and adds the migrations. Made beside the last build and moved into its
 * place when complete: a build that fails or is interrupted leaves the last one as it was.
 *
 * @throws Complaint when the compiler or the bundler refuses; its reasons stand above
 */
export async function build(root) {
  say('Building…');
  const began = performance.now();
  const made = fingerprint(root);
  const next = join(root, 'build', 'next');
  rmSync(next, { recursive: true, force: true });
  const steps = await Promise.allSettled([
    step(root, 'typescript/bin/tsc', ['-p', 'server', '--noEmit']),
    step(root, 'rolldown/bin/cli.mjs', ['--config', 'server/launch/rolldown.config.mjs', '--dir', join(next, 'server')], 'ignore'),
    step(root, 'vite/bin/vite.js', ['build', 'client', '--outDir', join(next, 'client'), '--emptyOutDir', '--logLevel', 'warn']),
  ]);
  const refused = steps.find(({ status }) => status === 'rejected');
  if (refused) throw refused.reason;
  cpSync(join(root, 'server', 'migrations'), join(next, 'server', 'migrations'), { recursive: true });
  compressBelow(join(next, 'client'));
  replaceBuild(root, next);
  writeFileSync(stampPath(root), made);
  say(`Built in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
}

/** By content, not by time of change: a copied or checked-out tree has new times and the same content. */
function fingerprint(root) {
  const hash = createHash('sha256');
  for (const path of sources.flatMap((name) => filesBelow(root, name))) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function filesBelow(root, name) {
  const entries = readEntries(join(root, name));
  if (!entries) return [name];
  return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1)).flatMap((entry) => {
    const path = `${name}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(root, path) : [path];
  });
}

function readEntries(path) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Standard output holds the compiler's reasons for failing, but of rolldown only a list of what it made. */
function step(root, script, args, stdout = 2) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, stdio: ['ignore', stdout, 2] });
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Complaint(`The build failed in ${script}; its reasons stand above.`))));
  });
}

/** Beside each file of text its smaller twins, as small as they get: they are made once and sent often. */
function compressBelow(folder) {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(js|css|svg|html)$/.test(name))) {
    const content = readFileSync(join(folder, file));
    const br = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } });
    if (br.length < content.length) writeFileSync(join(folder, `${file}.br`), br);
    const gz = gzipSync(content, { level: 9 });
    if (gz.length < content.length) writeFileSync(join(folder, `${file}.gz`), gz);
  }
}

/** Without its stamp a build counts as none, so an end between two of these moves only means building again. */
function replaceBuild(root, next) {
  rmSync(stampPath(root), { force: true });
  mkdirSync(join(root, 'build'), { recursive: true });
  for (const name of results) {
    rmSync(join(root, 'build', name), { recursive: true, force: true });
    renameSync(join(next, name), join(root, 'build', name));
  }
  rmSync(next, { recursive: true, force: true });
}

function stampPath(root) {
  return join(root, 'build', 'made-from');
}
