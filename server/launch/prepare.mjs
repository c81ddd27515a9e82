import { accessSync, constants, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, isBuilt } from './build-steps.mjs';
import { Complaint } from './complaint.mjs';
import { install, isInstalled } from './install.mjs';
import { holdLock } from './lock.mjs';

/** The top of the repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[/\\]$/, '');

/**
 * Installs and builds what is missing or out of date. Two that do so at once take turns; the second finds it done.
 *
 * @param forBuilding whether the packages for building and testing are needed even if the build is up to date;
 *   a built program runs without them, as in a production image
 */
export async function prepare({ forBuilding = false } = {}) {
  if (isReady(forBuilding)) return;
  const release = await holdLock(root);
  try {
    if (isReady(forBuilding)) return;
    requireWritable();
    if (!isInstalled(root, { forBuilding: forBuilding || !isBuilt(root) })) install(root);
    if (!isBuilt(root)) await build(root);
  } finally {
    release();
  }
}

function isReady(forBuilding) {
  return isBuilt(root) && isInstalled(root, { forBuilding });
}

function requireWritable() {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw new Complaint(`Visavis has to install and build itself first, but you (user ${process.geteuid?.()}) may not write into ${root}, which belongs to user ${statSync(root).uid}: start it once as that user, or clone it into a folder of your own.`);
  }
}
